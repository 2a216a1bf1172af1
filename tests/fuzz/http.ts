import { connect } from 'node:net';
import { createHost } from '../../main/host.ts';
import type { Random } from '../../src/recording/synthetic/random.ts';
import { enter } from '../enter.ts';
import { mangle, oddText, someJson } from './mangle.ts';
import type { Opened, Target } from './target.ts';

const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'TRACE', 'get', ''] as const;
const PATHS = [
  '/',
  '/index.html',
  '/bridge/request/station:state',
  '/bridge/request/%',
  '/bridge/request/__proto__',
  '/../package.json',
  '/%2e%2e/package.json',
  '//',
  '/enter/x',
  '/assets/..%5c..%5cpackage.json',
  'http://example.org/',
  '*',
  '/\u0000',
  '/?',
] as const;
/** Longer than any honest answer takes on a busy computer, ms. */
const ANSWER_WITHIN_MS = 30_000;

/** A host without a station behind it; what it makes of requests is looked at, not what handlers do. */
async function openHttp(): Promise<Opened> {
  const made = await createHost({
    handlers: { 'station:state': () => ({ ok: true, value: {} }) } as unknown as Parameters<
      typeof createHost
    >[0]['handlers'],
    subscribe: () => () => {},
    page_folder: import.meta.dirname,
  });
  if (!made.ok) throw new Error(made.error.message);
  const host = made.value;
  const { cookie } = await enter(host.entrance());
  return {
    async attempt(random) {
      const text = request(random, host.port, cookie);
      const bytes = random.chance(0.3) ? mangle(random, Buffer.from(text)) : Buffer.from(text);
      const answer = await send(host.port, bytes);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
      if (status >= 500 || /node:|\.ts:|"version"|root:/.test(answer))
        throw new Error(`${text}\n-> ${answer.slice(0, 400)}`);
    },
    close: () => host.close(),
  };
}

function request(random: Random, port: number, cookie: string): string {
  const body = random.chance(0.5) ? JSON.stringify(someJson(random)) : oddText(random, 30);
  const own = `127.0.0.1:${port}`;
  const lines = [
    `${random.pick(METHODS)} ${random.chance(0.8) ? random.pick(PATHS) : `/${oddText(random)}`} HTTP/${random.pick(['1.1', '1.0', '2', ''])}`,
    random.chance(0.9) ? `Host: ${random.pick([own, own, own, 'example.org', ''])}` : '',
    random.chance(0.7) ? `Cookie: ${random.chance(0.8) ? cookie : oddText(random)}` : '',
    random.chance(0.3) ? `Origin: ${random.pick([`http://${own}`, 'null', 'http://example.org'])}` : '',
    random.chance(0.6)
      ? `Content-Type: ${random.pick(['application/json', 'text/plain', oddText(random)])}`
      : '',
    random.chance(0.6)
      ? `Content-Length: ${random.pick([Buffer.byteLength(body), Buffer.byteLength(body), 0, -1, 1e12, Number.NaN])}`
      : '',
    random.chance(0.2) ? `Transfer-Encoding: ${random.pick(['chunked', 'gzip', 'chunked, chunked'])}` : '',
    'Connection: close',
  ].filter((line) => line !== '');
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** All that comes back until the line is closed; half of it is enough where the request promised more than it brought. */
function send(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end to ${Buffer.from(bytes).toString('latin1').slice(0, 300)}`));
    }, ANSWER_WITHIN_MS);
    socket.setEncoding('latin1');
    socket.on('data', (some: string) => {
      answer += some;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(late);
      resolve(answer);
    });
    socket.end(bytes);
  });
}

export const HTTP: Target = { name: 'HTTP', share: 0.02, open: openHttp };
