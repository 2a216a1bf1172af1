import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// Electron itself cannot run here: these are the few objects main/index.ts touches, written by hand.
// Everything behind them (store, station, handlers, page files) is the real thing.
const electron = vi.hoisted(() => {
  const appListeners = new Map<string, (...args: never[]) => void>();
  const sent: [string, unknown][] = [];
  const contentsListeners = new Map<string, (...args: never[]) => void>();
  return {
    appListeners,
    sent,
    contentsListeners,
    handled: new Map<string, (...args: unknown[]) => unknown>(),
    heard: new Map<string, (...args: unknown[]) => unknown>(),
    schemes: new Map<string, (request: { url: string }) => Promise<Response>>(),
    privileged: [] as unknown[],
    windows: [] as { options: { webPreferences?: Record<string, unknown> }; url?: string }[],
    quits: 0,
    errors: [] as string[],
    outside: [] as string[],
    permissions: new Map<string, (...args: unknown[]) => unknown>(),
  };
});

vi.mock('electron', () => ({
  app: {
    isPackaged: false,
    on: (name: string, listener: never) => electron.appListeners.set(name, listener),
    whenReady: () => Promise.resolve(),
    requestSingleInstanceLock: () => true,
    getSystemLocale: () => 'de-AT',
    quit: () => {
      electron.quits++;
    },
  },
  BrowserWindow: class {
    static getAllWindows = () => electron.windows;
    readonly record: (typeof electron.windows)[number];
    constructor(options: never) {
      this.record = { options };
      electron.windows.push(this.record);
    }
    once() {}
    show() {}
    async loadURL(url: string) {
      this.record.url = url;
    }
  },
  dialog: { showErrorBox: (_title: string, text: string) => electron.errors.push(text) },
  ipcMain: {
    handle: (channel: string, handler: never) => electron.handled.set(channel, handler),
    on: (channel: string, handler: never) => electron.heard.set(channel, handler),
  },
  powerSaveBlocker: { start: () => 1, stop: () => {} },
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown[]) => electron.privileged.push(...schemes),
    handle: (scheme: string, handler: never) => electron.schemes.set(scheme, handler),
  },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: never) => electron.permissions.set('request', handler),
      setPermissionCheckHandler: (handler: never) => electron.permissions.set('check', handler),
      setDevicePermissionHandler: (handler: never) => electron.permissions.set('device', handler),
    },
  },
  shell: { openExternal: async (url: string) => void electron.outside.push(url) },
  utilityProcess: { fork: () => expect.fail('a checkout uses the pinned Node, not a utility process') },
}));

const page = { url: 'app://lockout/', parent: null };
const contents = {
  id: 7,
  isDestroyed: () => false,
  send: (channel: string, message: unknown) => electron.sent.push([channel, message]),
  once: (name: string, listener: never) => electron.contentsListeners.set(name, listener),
  on: () => {},
};
const request = (senderFrame: unknown, channel: unknown, argument: unknown): unknown =>
  electron.handled.get('lockout:request')?.({ sender: contents, senderFrame }, channel, argument);

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockout-entry-'));
  vi.stubEnv('LOCKOUT_DATA', folder);
  await import('../../main/index.ts');
  await vi.waitFor(() => expect(electron.windows[0]?.url).toBe('app://lockout/?system=de-AT'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('opens one sandboxed window on its own scheme, without complaint', () => {
  expect(electron.errors).toEqual([]);
  expect(electron.windows).toHaveLength(1);
  expect(electron.windows[0]?.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
  });
  expect(electron.privileged).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

test('asks the system for nothing a page could want', () => {
  const { permissions } = electron;
  const granted: boolean[] = [];
  permissions.get('request')?.(null, 'media', (grant: boolean) => granted.push(grant));
  expect(granted).toEqual([false]);
  expect(permissions.get('check')?.(null, 'geolocation')).toBe(false);
  expect(permissions.get('device')?.({ deviceType: 'hid' })).toBe(false);
});

test('whatever window is made stays on the page; a link out goes to the browser', () => {
  const prevented: string[] = [];
  let open: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  const made = {
    on: (name: string, listener: (event: { preventDefault(): void }) => void) =>
      listener({ preventDefault: () => prevented.push(name) }),
    setWindowOpenHandler: (handler: typeof open) => {
      open = handler;
    },
  };
  (electron.appListeners.get('web-contents-created') as unknown as (event: object, contents: object) => void)(
    {},
    made,
  );
  expect(prevented).toContain('will-navigate');
  expect(open({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
  expect(open({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
  expect(electron.outside).toEqual(['https://example.org/']);
});

describe('requests', () => {
  test('from the page are carried out', async () => {
    const reply = (await request(page, 'athletes:list', {})) as { ok: true; value: { name: string }[] };
    expect(reply.ok).toBe(true);
    expect(reply.value.map((athlete) => athlete.name)).toContain('Demo athlete');
  });

  test.each([
    ['another origin', { url: 'https://evil.example/', parent: null }],
    ['a look-alike host', { url: 'app://lockout.evil/', parent: null }],
    ['a frame inside the page', { url: 'app://lockout/', parent: {} }],
    ['a frame that is gone', null],
  ])('from %s are refused', async (_who, frame) => {
    expect(await request(frame, 'athletes:list', {})).toMatchObject({
      ok: false,
      error: { code: 'untrusted' },
    });
  });

  test('with a wrong argument or an unknown name are refused with a reason', async () => {
    expect(await request(page, 'station:load', { load_kg: -5 })).toMatchObject({
      ok: false,
      error: { code: 'bad-argument' },
    });
    expect(await request(page, 'constructor', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-request' },
    });
    expect(await request(page, 42, {})).toMatchObject({ ok: false });
  });
});

test('a page that subscribes gets the state at once, and again after a reload without a second line', () => {
  const subscribe = (): void =>
    void electron.heard.get('lockout:subscribe')?.({ sender: contents, senderFrame: page });
  subscribe();
  const kinds = electron.sent.map(([channel, message]) => [channel, (message as { kind: string }).kind]);
  expect(kinds).toEqual(
    expect.arrayContaining([
      ['lockout:event', 'state'],
      ['lockout:event', 'pairing'],
    ]),
  );
  electron.sent.length = 0;
  subscribe();
  expect(electron.sent.filter(([, message]) => (message as { kind: string }).kind === 'state')).toHaveLength(
    1,
  );
});

test.each([
  ['another origin', { url: 'https://evil.example/', parent: null }],
  ['a frame inside the page', { url: 'app://lockout/', parent: {} }],
])('%s that subscribes hears nothing', (_who, senderFrame) => {
  const heard: unknown[] = [];
  const sender = { ...contents, id: 8, send: (...message: unknown[]) => heard.push(message) };
  electron.heard.get('lockout:subscribe')?.({ sender, senderFrame });
  expect(heard).toEqual([]);
});

test('the scheme serves the page with its policy and nothing outside it', async () => {
  const get = (url: string): Promise<Response> => electron.schemes.get('app')?.({ url }) as Promise<Response>;
  for (const url of ['app://lockout/%2e%2e/%2e%2e/package.json', 'app://lockout/index.map', 'app://other/'])
    expect((await get(url)).status, url).toBe(404);
  const index = await get('app://lockout/');
  expect(index.status).toBe(200);
  expect(index.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('quitting first closes the station, then goes', async () => {
  let held = 0;
  const beforeQuit = electron.appListeners.get('before-quit') as unknown as (event: {
    preventDefault(): void;
  }) => void;
  beforeQuit({ preventDefault: () => held++ });
  expect(held).toBe(1);
  await vi.waitFor(() => expect(electron.quits).toBe(1));
  beforeQuit({ preventDefault: () => held++ });
  expect(held).toBe(1);
});
