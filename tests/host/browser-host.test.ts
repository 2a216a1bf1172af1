import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHost, type Host } from '../../main/host.ts';
import type { StationEvent, StationState } from '../../src/contract/station.ts';
import { enter } from '../enter.ts';
import { type Gym, openGym } from '../station/gym.ts';

let gym: Gym;
let host: Host;
let folder: string;
/** What a browser that came in sends along. */
let known: { readonly cookie: string };

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-page-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(path.join(folder, 'assets/app-1a2b.js'), 'export {};');
  writeFileSync(path.join(folder, 'secret.log'), 'not for pages');
  gym = openGym();
  const made = await createHost({
    handlers: gym.open.handlers,
    subscribe: gym.open.subscribe,
    page_folder: folder,
  });
  if (!made.ok) throw new Error(made.error.message);
  host = made.value;
  known = await enter(host.entrance());
});
afterAll(async () => {
  await host.close();
  await gym.leave();
  rmSync(folder, { recursive: true });
});

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
/** Plain HTTP: `fetch` would not let a test forge Host or Origin, nor send `..` in a path. */
function ask(target: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const going = request(
        { host: '127.0.0.1', port: host.port, path: target, method, headers: { ...known, ...headers } },
        (reply) => {
          let text = '';
          reply.setEncoding('utf8');
          reply.on('data', (chunk: string) => {
            text += chunk;
          });
          reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
        },
      );
      going.on('error', reject);
      going.end(body);
    },
  );
}
const json = { 'content-type': 'application/json' };
const post = (channel: string, body: string, headers: Record<string, string> = {}) =>
  ask(`/bridge/request/${channel}`, { method: 'POST', headers: { ...json, ...headers }, body });

describe('the page', () => {
  test('is served with the policy that binds it', async () => {
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['cache-control']).toBe('no-cache');
    const asset = await ask('/assets/app-1a2b.js');
    expect(asset.headers['cache-control']).toContain('immutable');
  });

  test.each([
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/%00.js',
    '/secret.log',
    '/assets',
    '/nothing.html',
    '/%E0%A4%A',
  ])('nothing else is: %s', async (target) => {
    const reply = await ask(target);
    expect(reply.status).toBe(404);
    expect(reply.text).toBe('');
  });
});

describe('requests', () => {
  test('are validated and answered with values', async () => {
    const reply = await post('station:state', '{}');
    expect(reply.status).toBe(200);
    expect((JSON.parse(reply.text) as { value: StationState }).value.phase).toBe('no-source');
    expect(JSON.parse((await post('station:load', '{"load_kg":"heavy"}')).text)).toMatchObject({
      ok: false,
      error: { code: 'bad-argument' },
    });
    expect(JSON.parse((await post('station:explode', '{}')).text)).toMatchObject({
      ok: false,
      error: { code: 'unknown-request' },
    });
    expect(JSON.parse((await post('__proto__', '{}')).text)).toMatchObject({ ok: false });
  });

  test('that are no JSON, no POST or far too large are refused', async () => {
    expect((await post('station:state', '{')).status).toBe(400);
    expect((await ask('/bridge/request/station:state')).status).toBe(405);
    expect((await ask('/', { method: 'DELETE' })).status).toBe(405);
    expect((await post('%', '{}')).status).toBe(400);
    expect((await ask('//')).status).toBe(400);
    const plain = await ask('/bridge/request/station:state', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{}',
    });
    expect(plain.status).toBe(403);
    const large = await post('station:state', '{}', { 'content-length': String(100 * 1024 * 1024) }).catch(
      () => null,
    );
    expect(large === null || large.status === 413).toBe(true);
  });

  test.each([
    ['a rebound name', { host: 'evil.example' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['a foreign page', { origin: 'http://evil.example' }],
    ['a page of another local server', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a cross-site load', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site load', { 'sec-fetch-site': 'same-site' }],
  ])('from %s are refused, events and files too', async (_who, headers: Record<string, string>) => {
    expect((await post('station:state', '{}', headers)).status).toBe(403);
    expect((await ask('/bridge/events', { headers })).status).toBe(403);
    expect((await ask('/', { headers })).status).toBe(403);
  });

  test('of the page itself pass', async () => {
    const own = { origin: `http://127.0.0.1:${host.port}`, 'sec-fetch-site': 'same-origin' };
    expect((await post('pair:state', '{}', own)).status).toBe(200);
    const named = { host: `localhost:${host.port}`, origin: `http://localhost:${host.port}` };
    expect((await post('pair:state', '{}', named)).status).toBe(200);
  });
});

describe('events', () => {
  test('begin with state and pairing, follow what happens, and stop when the page goes', async () => {
    const leaving = new AbortController();
    const reply = await fetch(`${host.address}bridge/events`, { headers: known, signal: leaving.signal });
    expect(reply.headers.get('content-type')).toContain('text/event-stream');
    const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    const seen = (): StationEvent[] =>
      [...text.matchAll(/^data: (.*)\n\n/gm)].map((match) => JSON.parse(match[1] as string) as StationEvent);
    const readUntil = async (done: () => boolean): Promise<void> => {
      while (!done()) text += new TextDecoder().decode((await reader.read()).value);
    };
    await readUntil(() => seen().length >= 2);
    expect(seen().map((event) => event.kind)).toEqual(['state', 'pairing']);

    await post('pair:simulate', '{"reps":1}');
    gym.clock.advance(12_000);
    await readUntil(() => seen().some((event) => event.kind === 'cue'));
    expect(seen().some((event) => event.kind === 'trace')).toBe(true);
    const states = seen().flatMap((event) => (event.kind === 'state' ? [event.state.phase] : []));
    expect(states).toContain('armed');
    expect(states).toContain('set');
    leaving.abort();
  });
});

test('a port in use is told in words', async () => {
  const second = await createHost({
    handlers: gym.open.handlers,
    subscribe: gym.open.subscribe,
    page_folder: folder,
    port: host.port,
  });
  expect(second).toMatchObject({ ok: false, error: { code: 'port' } });
  expect(!second.ok && second.error.message).toContain('--port');
});
