import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasRawCapability } from '../../main/ble/helper/capability.ts';
import { watchForAdapter } from '../../main/ble/machine/adapter-watch.ts';
import { readMachineFacts } from '../../main/ble/machine/facts.ts';
import { HEALTHY, sleep, until } from './harness.ts';

let sys = '';
beforeEach(() => {
  sys = mkdtempSync(path.join(tmpdir(), 'lockout-sys-'));
});
afterEach(() => rmSync(sys, { recursive: true }));

const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(sys, file)), { recursive: true });
  writeFileSync(path.join(sys, file), text);
};
const read = () =>
  readMachineFacts({ helper_program: process.execPath, sys, searchPath: path.join(sys, 'bin') });

describe.runIf(process.platform === 'linux')('what Linux tells of its Bluetooth', () => {
  test('a kernel without Bluetooth', () => {
    expect(read()).toMatchObject({ adapters: [], kernel_bluetooth: false, blocked: null, compiler: false });
  });

  test('adapters, without what else is in the folder', () => {
    put('bluetooth/hci0/address', '');
    put('bluetooth/hci1/address', '');
    put('bluetooth/hci0:64/address', '');
    expect(read()).toMatchObject({ adapters: ['hci0', 'hci1'], kernel_bluetooth: true });
  });

  test.each([
    ['0', '0', null],
    ['1', '0', 'software'],
    ['0', '1', 'hardware'],
    ['1', '1', 'hardware'],
  ])('rfkill soft %s hard %s', (soft, hard, blocked) => {
    put('rfkill/rfkill0/type', 'wlan\n');
    put('rfkill/rfkill0/soft', '1\n');
    put('rfkill/rfkill1/type', 'bluetooth\n');
    put('rfkill/rfkill1/soft', `${soft}\n`);
    put('rfkill/rfkill1/hard', `${hard}\n`);
    expect(read().blocked).toBe(blocked);
  });

  test('a compiler is one that can be run', () => {
    put('bin/c++', '');
    expect(read().compiler).toBe(false);
    chmodSync(path.join(sys, 'bin/c++'), 0o755);
    expect(read().compiler).toBe(true);
  });
});

test.each([
  ['CapEff:\t0000000000002000', true],
  ['CapEff:\t000001ffffffffff', true],
  ['CapEff:\t0000000000000000', false],
  ['CapInh:\t0000000000002000\nCapEff:\t0000000000001fff', false],
  ['nothing of the kind', null],
])('the right to raw sockets in %j', (status, may) => {
  expect(hasRawCapability(status)).toBe(may);
});

test('an adapter that is plugged in is noticed once, and only while Bluetooth is not ready', async () => {
  let adapters: readonly string[] = [];
  let ready = false;
  let noticed = 0;
  const stop = watchForAdapter({
    adapter: () => (ready ? 'ready' : 'missing'),
    facts: () => ({ ...HEALTHY, adapters }),
    onPluggedIn: () => {
      noticed += 1;
    },
    every_ms: 10,
  });
  await sleep(30);
  adapters = ['hci0'];
  await until('it is noticed', () => noticed > 0);
  await sleep(60);
  expect(noticed).toBe(1);
  adapters = [];
  await sleep(60);
  ready = true;
  adapters = ['hci0'];
  await sleep(60);
  expect(noticed).toBe(1);
  stop();
});
