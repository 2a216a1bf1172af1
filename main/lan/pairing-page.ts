import { createHash } from 'node:crypto';
import { words } from '../../src/words/index.ts';

const STYLE = `
:root{color-scheme:dark;font:18px/1.5 system-ui,sans-serif;background:#0a0d10;color:#f2f5f7}
body{margin:0;display:grid;place-items:center;min-height:100vh}
main{box-sizing:border-box;width:min(100%,28rem);padding:1.5rem}
h1{font-size:1.5rem;line-height:1.25}
p{color:#b8c2cc}
p[role=alert]{color:#ffb4a8;font-weight:600}
form{display:grid;gap:1rem}
label{display:grid;gap:.35rem;color:#b8c2cc}
input{font:inherit;font-size:1.25rem;padding:.6rem .8rem;border:1px solid #5b6773;border-radius:.5rem;background:#151a20;color:inherit}
input[name=code]{letter-spacing:.15em;text-transform:uppercase}
button{font:inherit;font-weight:650;min-height:3rem;border:0;border-radius:.5rem;background:#c6f24e;color:#10150a}
:focus-visible{outline:3px solid #fff;outline-offset:2px}`;

/** Its own style by its digest and its own form, and nothing else; the form's origin has to be told, or the guard cannot look at it. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
};

export interface PairingPage {
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/** What a device sees that is not let in; without script, and without anything of the station. */
export function pairingPage(code: string, problem: string | null): PairingPage {
  const text = words.lan.pairing;
  const html = `<!doctype html>
<html lang="${words.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title><style>${STYLE}</style></head>
<body><main><h1>${text.title}</h1><p>${text.how}</p>
${problem === null ? '' : `<p role="alert">${problem}</p>`}
<form method="post" action="/pair">
<label>${text.code}<input name="code" value="${escaped(code)}" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20"${code === '' ? ' autofocus' : ''}></label>
<label>${text.name}<input name="name" value="${text.nameDefault}" required maxlength="40" autocomplete="off"></label>
<button>${text.go}</button>
</form></main></body>
</html>
`;
  return { headers: HEADERS, html };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
