import { describe, expect, test } from 'vitest';
import type { RadioState } from '../../main/ble/engines/engine.ts';
import { examine, formatDoctor } from '../../main/ble/machine/doctor.ts';
import type { EngineTrial } from '../../main/ble/machine/engine-trial.ts';
import type { MachineFacts } from '../../main/ble/machine/facts.ts';
import { words } from '../../src/words/index.ts';
import { HEALTHY } from './harness.ts';

const LINUX = HEALTHY;
const MAC: MachineFacts = {
  platform: 'darwin',
  release: '24.6.0',
  adapters: null,
  kernel_bluetooth: null,
  blocked: null,
  helper_program: '/Applications/Lockout.app',
  compiler: true,
};
const WINDOWS: MachineFacts = { ...MAC, platform: 'win32', release: '10.0.22631' };

const loads = (radio: RadioState, may_use_raw: boolean | null = null): EngineTrial => ({
  engine: 'abandonware',
  loaded: true,
  version: '1.9.2-26',
  message: null,
  radio,
  may_use_raw,
});
const fails = (engine: EngineTrial['engine'], message: string): EngineTrial => ({
  engine,
  loaded: false,
  version: null,
  message,
  radio: 'unknown',
  may_use_raw: null,
});

describe('the doctor', () => {
  test.each([
    ['all is well on Linux', LINUX, [loads('poweredOn', true)]],
    ['all is well on macOS', MAC, [loads('poweredOn')]],
    ['all is well on Windows', WINDOWS, [loads('poweredOn')]],
  ])('%s', (_, facts, trials) => {
    const report = examine(facts, trials);
    expect(report.ready).toBe(true);
    expect(report.findings.map((each) => each.verdict)).toEqual(report.findings.map(() => 'ok'));
    expect(report.findings.flatMap((each) => each.way_out)).toEqual([]);
  });

  test.each<[string, MachineFacts, EngineTrial[], string]>([
    [
      'Linux without the right to raw sockets',
      LINUX,
      [loads('unauthorized', false)],
      "sudo setcap cap_net_raw+eip '/usr/bin/node'",
    ],
    [
      'Linux without that right, with the engine that says nothing',
      LINUX,
      [loads('unknown', false)],
      "sudo setcap cap_net_raw+eip '/usr/bin/node'",
    ],
    [
      'Linux, switched off',
      { ...LINUX, blocked: null },
      [loads('poweredOff', true)],
      'bluetoothctl power on',
    ],
    [
      'Linux, blocked',
      { ...LINUX, blocked: 'software' },
      [loads('poweredOff', true)],
      'rfkill unblock bluetooth',
    ],
    [
      'Linux, blocked by a key',
      { ...LINUX, blocked: 'hardware' },
      [loads('poweredOff', true)],
      words.bluetooth.ways.hardwareSwitch,
    ],
    [
      'Linux without an adapter',
      { ...LINUX, adapters: [] },
      [loads('unknown', true)],
      words.bluetooth.ways.plugInNoticed,
    ],
    [
      'a kernel without Bluetooth',
      { ...LINUX, adapters: [], kernel_bluetooth: false },
      [fails('abandonware', 'EAFNOSUPPORT'), loads('unsupported', true)],
      'sudo modprobe bluetooth btusb',
    ],
    [
      'no engine, no compiler',
      { ...LINUX, compiler: false },
      [fails('abandonware', 'no native part'), fails('stoprocent', 'not installed')],
      'sudo apt-get install build-essential python3',
    ],
    [
      'no engine on macOS without a compiler',
      { ...MAC, compiler: false },
      [fails('abandonware', 'no native part'), fails('stoprocent', 'not installed')],
      'xcode-select --install',
    ],
    [
      'macOS without permission',
      MAC,
      [loads('unauthorized')],
      'System Settings > Privacy & Security > Bluetooth: allow Lockout (or the terminal it was started from), then start Lockout again.',
    ],
    ['macOS, switched off', MAC, [loads('poweredOff')], 'Control Centre > Bluetooth: switch it on.'],
    [
      'Windows, switched off',
      WINDOWS,
      [loads('poweredOff')],
      'Settings > Bluetooth & devices: switch Bluetooth on.',
    ],
    [
      'Windows without permission',
      WINDOWS,
      [loads('unauthorized')],
      'Settings > Privacy & security > Radios: let apps control device radios.',
    ],
    [
      'an old Windows 10',
      { ...WINDOWS, release: '10.0.14393' },
      [loads('unsupported')],
      'Windows 10 version 1703 or newer is needed: run Windows Update.',
    ],
    [
      'Windows without an adapter',
      WINDOWS,
      [loads('unsupported')],
      'Plug in a Bluetooth 4.0 (or newer) adapter.',
    ],
    [
      'a system noble does not know',
      { ...LINUX, platform: 'openbsd', adapters: null, kernel_bluetooth: null },
      [fails('abandonware', 'Unsupported platform'), fails('stoprocent', 'Unsupported platform')],
      'Bluetooth works with Lockout on Windows, macOS and Linux.',
    ],
  ])('%s: says what helps', (_, facts, trials, way) => {
    const report = examine(facts, trials);
    expect(report.ready).toBe(false);
    expect(report.findings.flatMap((each) => each.way_out)).toContain(way);
    expect(report.findings.some((each) => each.verdict !== 'ok')).toBe(true);
  });

  test('says which engine runs, which waits, and why one does not load', () => {
    const report = examine(LINUX, [
      fails('abandonware', 'no native part'),
      { ...loads('poweredOn', true), engine: 'stoprocent' },
    ]);
    const lines = formatDoctor(report);
    expect(lines).toContain('!!  Engine @abandonware/noble: could not be loaded: no native part');
    expect(lines).toContain('ok  Engine @stoprocent/noble: 1.9.2-26, in use');
    const both = formatDoctor(
      examine(LINUX, [loads('poweredOn', true), { ...loads('poweredOn', true), engine: 'stoprocent' }]),
    );
    expect(both).toContain('ok  Engine @stoprocent/noble: 1.9.2-26, in reserve');
  });
});
