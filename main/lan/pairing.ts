import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { LanDevice } from '../../src/contract/lan.ts';
import { words } from '../../src/words/index.ts';
import { plainLine } from '../../src/words/plain-text.ts';
import { readBody } from '../host/body.ts';
import { type Lan, WAIT_S } from './lan.ts';
import { pairingPage } from './pairing-page.ts';

const PAIR = '/pair';
/** A code and a name, bytes. */
const FORM_BYTES = 2000;
const NAME_MOST = 40;
/** How long a device is let in without being paired again, s: 400 days, the most a browser keeps. */
const KEPT_S = 400 * 24 * 3600;

export const isPairing = (pathname: string): boolean => pathname === PAIR || pathname.startsWith(`${PAIR}/`);

/** What a paired device brings. */
export interface TokenCookie {
  of(headers: IncomingHttpHeaders): string;
  give(token: string): string;
}

/** Cookies do not tell ports apart: two stations of one computer need two names. */
export function createTokenCookie(port: number, secure: boolean): TokenCookie {
  const name = `lockout-device-${port}=`;
  return {
    of: ({ cookie = '' }) =>
      cookie
        .split(/;\s*/)
        .find((each) => each.startsWith(name))
        ?.slice(name.length) ?? '',
    give: (token) =>
      `${name}${token}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${KEPT_S}${secure ? '; Secure' : ''}`,
  };
}

/** The page that asks for the code, and what comes of it. */
export async function answerPairing(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  {
    lan,
    cookie,
    device,
  }: { readonly lan: Lan; readonly cookie: TokenCookie; readonly device: LanDevice | null },
): Promise<void> {
  const show = (status: number, code: string, problem: string | null): void => {
    const { headers, html } = pairingPage(code, problem);
    if (status === 429) response.setHeader('retry-after', WAIT_S);
    const body = request.method === 'HEAD' ? undefined : html;
    response.writeHead(status, { ...headers, connection: 'close' }).end(body);
  };
  if (request.method === 'GET' || request.method === 'HEAD')
    return show(200, decodeCode(pathname.slice(PAIR.length + 1)), null);
  if (request.method !== 'POST') return show(405, '', null);
  // the guard has looked at an origin that is told; a form of the pairing page always tells it
  if (request.headers.origin === undefined) return show(403, '', null);
  const body = await readBody(request, FORM_BYTES);
  if (!body.ok) return show(body.status, '', null);
  const form = new URLSearchParams(body.text);
  const code = form.get('code') ?? '';
  const name = plainLine(form.get('name') ?? '').slice(0, NAME_MOST) || words.lan.pairing.nameDefault;
  const paired = lan.pair(request.socket.remoteAddress ?? '', code, name, device);
  if (!paired.ok) return show(paired.status, '', paired.problem);
  response
    .writeHead(303, {
      'set-cookie': cookie.give(paired.token),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      location: '/',
      connection: 'close',
    })
    .end();
}

/** A code in an address is shown in the form, if it can be one; it is not tried. */
const decodeCode = (written: string): string => (/^[A-Za-z0-9-]{1,20}$/.test(written) ? written : '');
