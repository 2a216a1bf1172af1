import { readFileSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LanStatus } from '../../src/contract/lan.ts';
import { words } from '../../src/words/index.ts';
import { PATIENCE_MS } from '../patience.ts';
import { cookieOf, HERE, type Network, openNetwork, type Reply } from './given.ts';

const statusIn = (reply: Reply): LanStatus => (JSON.parse(reply.text) as { value: LanStatus }).value;
const STATION = 'station:state';

describe('a device that was not let in', () => {
  test('sees the page that asks for a code, whatever it asks for, and nothing of the station', async () => {
    const { ask, carriedOut } = await openNetwork();
    for (const target of ['/', '/index.html', '/board', '/favicon.svg', '/pair', '/pair/ABCD']) {
      const { status, text } = await ask(target);
      expect([200, 401], target).toContain(status);
      expect(text, target).toContain(words.lan.pairing.title);
      expect(text, target).not.toContain('the page');
    }
    expect(carriedOut).toEqual([]);
  });

  test('has no request carried out and hears no event', async () => {
    const { request, ask, carriedOut, listeners } = await openNetwork();
    for (const cookie of ['', 'lockout-device=x', `lockout-device-1=${'0'.repeat(12)}.secret`]) {
      const reply = await request(STATION, cookie);
      expect(reply.status).toBe(401);
      expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { code: 'not-paired' } });
      expect((await ask('/bridge/events', { headers: { cookie } })).status).toBe(401);
    }
    expect([carriedOut, listeners.size]).toEqual([[], 0]);
  });

  test('is not tried by a code in an address: previews of links open addresses', async () => {
    const { ask, lan, pair } = await openNetwork();
    const { code, address } = lan.makeCode('view');
    const page = await ask(new URL(address).pathname);
    expect([page.status, page.headers['set-cookie']]).toEqual([200, undefined]);
    expect((await pair(code)).status).toBe(303);
  });

  test('has its markup taken for text', async () => {
    const { ask } = await openNetwork();
    expect((await ask('/pair/%22%3E%3Cscript%3E')).text).not.toContain('<script');
  });
});

describe('a pairing code', () => {
  test('lets one device in, however it is typed, and no second one', async () => {
    const { lan, pair, request } = await openNetwork();
    const { code } = lan.makeCode('control');
    const first = await pair(` ${code.toLowerCase().replace('-', ' ')} `, 'Coach’s tablet');
    expect(first.headers['set-cookie']?.[0]).toMatch(
      /^lockout-device-\d+=[0-9a-f]{12}\.[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=\d{7,}; Secure$/,
    );
    expect((await request(STATION, cookieOf(first))).status).toBe(200);
    const second = await pair(code);
    expect([second.status, second.headers['set-cookie']]).toEqual([403, undefined]);
    expect(second.text).toContain(words.lan.pairing.wrong);
  });

  test('is over after ten minutes, and when another one is made', async () => {
    const { lan, pair, wait } = await openNetwork();
    const first = lan.makeCode('view').code;
    const second = lan.makeCode('view').code;
    expect((await pair(first)).status).toBe(403);
    wait(10 * 60_000);
    expect((await pair(second)).status).toBe(403);
  });

  test('is not found by trying: after five wrong ones even the right one waits a minute', async () => {
    const { lan, pair, wait } = await openNetwork();
    const { code } = lan.makeCode('view');
    for (let tried = 0; tried < 5; tried++) expect((await pair('AAAA-AAAA')).status).toBe(403);
    const tooOften = await pair(code);
    expect([tooOften.status, tooOften.headers['retry-after']]).toEqual([429, '60']);
    wait(60_000);
    expect((await pair(code)).status).toBe(303);
  });

  test('takes the place of the one a device had: it is let in once, by its last role', async () => {
    const { device, lan, pair, request } = await openNetwork();
    const asView = await device('view', 'Wall');
    const asControl = cookieOf(await pair(lan.makeCode('control').code, 'Wall', asView));
    expect((await request(STATION, asView)).status).toBe(401);
    const { devices } = statusIn(await request('lan:status', asControl));
    expect(devices.map(({ name, role }) => [name, role])).toEqual([['Wall', 'control']]);
  });
});

describe('what a device brings', () => {
  test('is nowhere in the data folder, whose file nobody else reads', async () => {
    const { device, folder } = await openNetwork();
    const secret = (await device('view')).split('.')[1] as string;
    const file = path.join(folder, 'lockout-devices.json');
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
    expect(readFileSync(file, 'utf8')).toContain('"name":"Tablet"');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('counts after a restart, and so does that it was removed', async () => {
    const before = await openNetwork();
    const [stays, goes] = [await before.device('view', 'Stays'), await before.device('view', 'Goes')];
    const listed = statusIn(await before.request('lan:status', await before.device('control'))).devices;
    await before.lan
      .handlersOf(null)
      ['lan:revoke']({ id: listed.find(({ name }) => name === 'Goes')?.id ?? '' });
    await before.server.close();
    const after = await openNetwork({ folder: before.folder, port: before.server.port });
    expect((await after.request(STATION, stays)).status).toBe(200);
    expect((await after.request(STATION, goes)).status).toBe(401);
    // the tablet has not to be told about another certificate
    expect(after.server.fingerprint).toBe(before.server.fingerprint);
  });

  test('is listed with name, role and when it was seen, to whom has control alone', async () => {
    const { device, request, lan } = await openNetwork();
    const [wall, tablet] = [await device('view', 'Wall'), await device('control', 'Tablet')];
    await request(STATION, wall);
    lan.makeCode('view');
    const status = statusIn(await request('lan:status', tablet));
    expect(status).toMatchObject({ on: true, me: 'control', code: { role: 'view' } });
    expect(status.devices).toMatchObject([
      { name: 'Wall', role: 'view', seen_epoch_ms: expect.any(Number) },
      { name: 'Tablet', role: 'control', seen_epoch_ms: expect.any(Number) },
    ]);
    expect(statusIn(await request('lan:status', wall))).toMatchObject({
      me: 'view',
      code: null,
      devices: [],
    });
  });
});

/** Events of a device, until they end. */
async function anEventStream({ server, listeners }: Network, cookie: string): Promise<{ ended: boolean }> {
  const stream = { ended: false };
  const going = request(
    {
      ...{ host: HERE, port: server.port, path: '/bridge/events', agent: false },
      headers: { cookie },
      ca: server.certificate ?? undefined,
    },
    (reply) => {
      reply.resume();
      const end = (): void => {
        stream.ended = true;
      };
      reply.on('close', end);
      reply.on('error', end);
    },
  );
  going.on('error', () => {});
  going.end();
  const before = listeners.size;
  await expect.poll(() => listeners.size, { timeout: PATIENCE_MS }).toBe(before + 1);
  return stream;
}

test('who is removed is cut off at once, open events included; others go on', async () => {
  const network = await openNetwork();
  const [one, other] = [await network.device('control', 'One'), await network.device('view', 'Other')];
  const [oneHears, otherHears] = [await anEventStream(network, one), await anEventStream(network, other)];
  const id = statusIn(await network.request('lan:status', one)).devices.find(
    ({ name }) => name === 'Other',
  )?.id;
  await network.request('lan:revoke', one, { id });
  await expect.poll(() => otherHears.ended, { timeout: PATIENCE_MS }).toBe(true);
  await expect.poll(() => network.listeners.size, { timeout: PATIENCE_MS }).toBe(1);
  expect((await network.request(STATION, other)).status).toBe(401);
  expect(oneHears.ended).toBe(false);
  expect((await network.request(STATION, one)).status).toBe(200);
});

describe('exactly the named addresses', () => {
  test.each([
    ['a rebound name', { host: 'evil.example' }],
    ['this computer’s own name for itself', { host: 'localhost' }],
    ['a foreign page', { origin: 'https://evil.example' }],
    ['a cross-site load', { 'sec-fetch-site': 'cross-site' }],
  ])('are answered, not %s, whoever it is', async (_who, headers: Record<string, string>) => {
    const { device, ask, lan, carriedOut } = await openNetwork();
    const cookie = await device('control');
    for (const target of ['/', '/pair', '/bridge/events'])
      expect((await ask(target, { headers: { cookie, ...headers } })).status, target).toBe(403);
    const json = { 'content-type': 'application/json', cookie, ...headers };
    const reply = await ask(`/bridge/request/${STATION}`, { method: 'POST', headers: json, body: '{}' });
    expect([reply.status, carriedOut]).toEqual([403, []]);
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    const body = `code=${lan.makeCode('control').code}&name=x`;
    expect((await ask('/pair', { method: 'POST', headers: form, body })).status).toBe(403);
  });

  test('are listened on, no other address of this computer, and only encrypted', async () => {
    const { server } = await openNetwork();
    const outcome = await new Promise((resolve) => {
      const socket = connect(server.port, '127.0.0.2');
      socket.once('connect', () => resolve('connected'));
      socket.once('error', () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
    await expect(fetch(`http://${HERE}:${server.port}/`)).rejects.toThrow();
  });

  test('behind a proxy are its own: plain http, and no address of this computer', async () => {
    const { server, ask, device, request } = await openNetwork({ proxy: 'https://lockout.gym.lan' });
    expect([server.addresses, server.fingerprint]).toEqual([['https://lockout.gym.lan/'], null]);
    expect((await request(STATION, await device('view'))).status).toBe(200);
    expect((await ask('/', { headers: { host: `${HERE}:${server.port}` } })).status).toBe(403);
  });
});
