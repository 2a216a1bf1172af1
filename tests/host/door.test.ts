import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHost, type Host } from '../../main/host.ts';
import { words } from '../../src/words/index.ts';
import { enter } from '../enter.ts';

let host: Host;
let folder: string;
const carriedOut: string[] = [];
const announced: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-door-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>the page</title>');
  carriedOut.length = 0;
  announced.length = 0;
  host = await aHost();
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function aHost(): Promise<Host> {
  const made = await createHost({
    handlers: {
      'athletes:list': () => {
        carriedOut.push('athletes:list');
        return [];
      },
    } as unknown as Parameters<typeof createHost>[0]['handlers'],
    subscribe: () => {
      carriedOut.push('subscribe');
      return () => {};
    },
    page_folder: folder,
    announce: (entrance) => announced.push(entrance),
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

const list = (headers: Record<string, string> = {}) =>
  fetch(`${host.address}bridge/request/athletes:list`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });

describe('whoever was not let in', () => {
  test.each(['GET', 'HEAD', 'DELETE'])('gets no page, file or event: %s', async (method) => {
    for (const target of ['', 'index.html', 'bridge/events', 'favicon.svg']) {
      const reply = await fetch(host.address + target, { method });
      expect(reply.status, target).toBe(403);
      expect(await reply.text(), target).not.toContain('the page');
    }
    expect(carriedOut).toEqual([]);
  });

  test('has no request carried out, and is told so in words', async () => {
    const reply = await list();
    expect(reply.status).toBe(403);
    expect(await reply.json()).toEqual({
      ok: false,
      error: { code: 'not-let-in', message: words.door.refused },
    });
    expect(carriedOut).toEqual([]);
  });

  test('reads on the page how to get in, but not the way itself', async () => {
    const text = await (await fetch(host.address)).text();
    expect(text).toContain(words.door.how);
    expect(text).not.toContain(new URL(host.entrance()).pathname);
  });

  test.each(['', 'x', 'x'.repeat(43)])('does not come in with another key: %s', async (key) => {
    const reply = await fetch(`${host.address}enter/${key}`, { redirect: 'manual' });
    expect(reply.status).toBe(403);
    expect(reply.headers.getSetCookie()).toEqual([]);
  });
});

describe('the printed address', () => {
  test('lets one browser in, and nobody a second time', async () => {
    const entrance = host.entrance();
    const known = await enter(entrance);
    expect((await list(known)).status).toBe(200);
    expect(await (await fetch(host.address, { headers: known })).text()).toContain('the page');
    const second = await fetch(entrance, { redirect: 'manual' });
    expect(second.status).toBe(403);
    expect(await second.text()).toContain(words.door.used);
    expect(second.headers.getSetCookie()).toEqual([]);
  });

  test('may be opened again by the browser that is in: a tab that is restored', async () => {
    const entrance = host.entrance();
    const known = await enter(entrance);
    const again = await fetch(entrance, { headers: known, redirect: 'manual' });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/']);
  });

  test('is followed by another one for the next browser', async () => {
    await enter(host.entrance());
    expect(announced).toEqual([host.entrance()]);
    expect((await list(await enter(announced[0] as string))).status).toBe(200);
  });

  test('gives a cookie that no script reads and no other site sends', async () => {
    const reply = await fetch(host.entrance(), { redirect: 'manual' });
    const [, ...attributes] = (reply.headers.getSetCookie()[0] as string).split('; ');
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']));
    // a browser that is closed and opened is still in
    expect(attributes.some((each) => /^Max-Age=\d{6,}$/.test(each))).toBe(true);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  test('of one start opens no other', async () => {
    const known = await enter(host.entrance());
    const other = await aHost();
    const value = known.cookie.slice(known.cookie.indexOf('=') + 1);
    const reply = await fetch(other.address, { headers: { cookie: `lockout-${other.port}=${value}` } });
    expect(reply.status).toBe(403);
    await other.close();
  });
});
