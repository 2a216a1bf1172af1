import type { Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import {
  denyPermissions,
  isOwnPage,
  isSafeExternal,
  lockNavigation,
  windowOptions,
} from '../../main/shell/security.ts';

test('a window is sandboxed, isolated and without Node', () => {
  expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('the page gets full screen and no other permission', () => {
  type Request = Parameters<Session['setPermissionRequestHandler']>[0];
  type Check = Parameters<Session['setPermissionCheckHandler']>[0];
  let request: Request = null;
  let check: Check = null;
  let device: unknown;
  denyPermissions({
    setPermissionRequestHandler: (handler) => {
      request = handler;
    },
    setPermissionCheckHandler: (handler) => {
      check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      device = (handler as unknown as () => boolean)();
    },
  });
  const asked = (permission: string): boolean => {
    let answer = false;
    (request as unknown as (c: null, p: string, r: (a: boolean) => void) => void)(null, permission, (a) => {
      answer = a;
    });
    expect((check as unknown as (c: null, p: string) => boolean)(null, permission)).toBe(answer);
    return answer;
  };
  expect(
    [
      'fullscreen',
      'clipboard-sanitized-write',
      'clipboard-read',
      'media',
      'bluetooth',
      'notifications',
      'openExternal',
      'hid',
    ].filter(asked),
  ).toEqual(['fullscreen', 'clipboard-sanitized-write']);
  expect(device).toBe(false);
});

describe('navigation', () => {
  const prevented: string[] = [];
  const opened: string[] = [];
  let open: (details: { url: string }) => { action: string } = () => ({ action: '' });
  lockNavigation(
    {
      on: ((name: string, listener: (event: { preventDefault(): void }) => void) =>
        listener({ preventDefault: () => prevented.push(name) })) as unknown as WebContents['on'],
      setWindowOpenHandler: (handler) => {
        open = handler as unknown as typeof open;
      },
    },
    '/preload.cjs',
    (url) => opened.push(url),
  );

  test('is prevented, webviews too', () => {
    expect(prevented).toEqual(['will-navigate', 'will-attach-webview']);
  });

  test.each([
    ['https://example.org/help', 'deny', true],
    ['http://example.org/', 'deny', false],
    ['file:///etc/passwd', 'deny', false],
    ['javascript:alert(1)', 'deny', false],
    ['app://lockout.evil.example/', 'deny', false],
    ['app://lockout/#/display', 'allow', false],
  ])('a new window for %s: %s, outside: %s', (url, action, outside) => {
    opened.length = 0;
    expect(open({ url }).action).toBe(action);
    expect(opened).toEqual(outside ? [url] : []);
  });
});

test.each([
  ['app://lockout/', true],
  ['app://lockout/index.html#/pair', true],
  ['app://other/', false],
  ['https://example.org/?app://lockout/', false],
  ['not a url', false],
  [undefined, false],
])('own page %s: %s', (url, own) => expect(isOwnPage(url)).toBe(own));

test('only https leaves the house', () => {
  expect(['https://a.example', 'http://a.example', 'mailto:a@b', 'x'].filter(isSafeExternal)).toEqual([
    'https://a.example',
  ]);
});
