import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  downloadAddress,
  installedElectron,
  REMEMBER_MS,
  rememberedRefusal,
  rememberRefusal,
  sandboxCure,
  wantedElectron,
  whyUnreachable,
} from '../../main/start/electron-runtime.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lockout-electron-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function wrapper(version: string): string {
  const home = path.join(root, 'node_modules/electron');
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'package.json'), JSON.stringify({ version }));
  return home;
}

describe('the installed runtime', () => {
  test('is not there with the wrapper alone', () => {
    wrapper('45.4.1');
    expect(installedElectron(root)).toBeNull();
    expect(wantedElectron(root)).toBe('45.4.1');
  });

  test('is found where the wrapper says it is, and only if the file exists', () => {
    const home = wrapper('45.4.1');
    writeFileSync(path.join(home, 'path.txt'), 'electron');
    expect(installedElectron(root)).toBeNull();
    mkdirSync(path.join(home, 'dist'));
    writeFileSync(path.join(home, 'dist/electron'), '');
    expect(installedElectron(root)).toBe(path.join(home, 'dist/electron'));
  });

  test('nothing is wanted where development packages were left out', () => {
    expect(wantedElectron(root)).toBeNull();
  });
});

describe('a refused download', () => {
  test('is remembered for that version and for a week', () => {
    const now = 1_800_000_000_000;
    expect(rememberedRefusal(root, '45.4.1', now)).toBeNull();
    rememberRefusal(root, { version: '45.4.1', at_epoch_ms: now, why: 'no answer' });
    expect(rememberedRefusal(root, '45.4.1', now + 1000)?.why).toBe('no answer');
    expect(rememberedRefusal(root, '45.5.0', now + 1000)).toBeNull();
    expect(rememberedRefusal(root, '45.4.1', now + REMEMBER_MS + 1)).toBeNull();
  });

  test('is told apart: silence, a refusal, a server that has the file', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/silent') return;
      response.writeHead(request.url === '/there' ? 200 : 404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await whyUnreachable(`${at}/there`)).toBeNull();
    expect(await whyUnreachable(`${at}/gone`)).toBe('the download server answered 404');
    expect(await whyUnreachable(`${at}/silent`, 100)).toMatch(/no answer/);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    expect(await whyUnreachable(`${at}/there`)).toMatch(/cannot be reached/);
  });

  test('honours a mirror', () => {
    expect(downloadAddress('45.4.1', { ELECTRON_MIRROR: 'https://mirror.example/electron' })).toBe(
      `https://mirror.example/electron/v45.4.1/electron-v45.4.1-${process.platform}-${process.arch}.zip`,
    );
  });
});

describe('a refused sandbox is explained with its cure', () => {
  test.each([
    [
      'The SUID sandbox helper binary was found, but is not configured correctly.',
      /chown root:root '\/opt\/e\/chrome-sandbox'/,
    ],
    ['Failed to move to new namespace: PID namespaces supported', /apparmor_restrict_unprivileged_userns/],
    ['Running as root without --no-sandbox is not supported.', /ordinary user/],
  ])('%s', (words, cure) => {
    expect(sandboxCure(words, '/opt/e/electron')).toMatch(cure);
  });

  test('other words are not about the sandbox', () => {
    expect(sandboxCure('libnss3.so: cannot open shared object file', '/opt/e/electron')).toBeNull();
  });
});
