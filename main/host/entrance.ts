import type { IncomingMessage, ServerResponse } from 'node:http';
import { failure } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import type { Door } from './door.ts';

export const ENTRANCE = '/enter/';
export const BRIDGE = '/bridge/';

/** Lets the bringer of the key in, and everybody who is in already. Returns whether the key is used up. */
export function enter(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  headers: Readonly<Record<string, string>>,
): boolean {
  const path = request.url ?? '';
  const cookie = door.knows(request.headers) ? '' : door.letIn(path.slice(ENTRANCE.length));
  if (cookie === null) {
    turnAway(path, response, headers);
    return false;
  }
  response
    .writeHead(303, {
      ...headers,
      ...(cookie === '' ? {} : { 'set-cookie': cookie }),
      'cache-control': 'no-store',
      location: '/',
    })
    .end();
  return cookie !== '';
}

/** Tells a program in its own form, and a person on a page, how to get in. */
export function turnAway(
  path: string,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  const asked = path.startsWith(BRIDGE);
  response
    .writeHead(403, {
      ...headers,
      'content-type': asked ? 'application/json' : 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // the body of a refused request is not read: it must not be taken for the next one
      connection: 'close',
    })
    .end(asked ? JSON.stringify(failure('not-let-in', words.door.refused)) : page(path.startsWith(ENTRANCE)));
}

/** Without style or script: nothing of the station is served to whom it does not know. */
function page(hadKey: boolean): string {
  const { door } = words;
  return `<!doctype html>
<html lang="${words.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark"><title>Lockout</title></head>
<body><main><h1>${hadKey ? door.used : door.title}</h1><p>${door.how}</p><p>${door.more}</p></main></body>
</html>
`;
}
