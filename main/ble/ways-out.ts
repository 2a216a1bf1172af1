import type { MachineFacts } from './facts.ts';
import type { AdapterState } from './types.ts';

/** The exact command or setting that helps, per platform; empty where nothing does or nothing is wrong. */
export function wayOut(adapter: AdapterState, facts: MachineFacts): readonly string[] {
  const ways = WAYS[adapter];
  if (!ways) return [];
  switch (facts.platform) {
    case 'linux':
      return ways.linux(facts);
    case 'darwin':
      return ways.mac(facts);
    case 'win32':
      return ways.windows(facts);
    default:
      return ['Bluetooth works with Lockout on Windows, macOS and Linux.'];
  }
}

type Way = (facts: MachineFacts) => readonly string[];
interface Ways {
  readonly linux: Way;
  readonly mac: Way;
  readonly windows: Way;
}

const REPLAY = 'Without a sensor: the simulated sensor and the replay of a recording work on every computer.';
const MAC_PERMISSION =
  'System Settings > Privacy & Security > Bluetooth: allow Lockout (or the terminal it was started from), then start Lockout again.';
const WINDOWS_SWITCH = 'Settings > Bluetooth & devices: switch Bluetooth on.';
/** Windows 10 1703 brought the Bluetooth LE interface noble uses (bluetooth.md). */
const WINDOWS_BUILD = 15063;

/** The engine runs, and hears nothing of its adapter. */
export function wayOutOfSilence({ platform }: MachineFacts): readonly string[] {
  switch (platform) {
    case 'darwin':
      return [MAC_PERMISSION];
    case 'win32':
      return [WINDOWS_SWITCH, 'Unplug the Bluetooth adapter and plug it in again, or restart the computer.'];
    default:
      return ['sudo systemctl restart bluetooth', 'Unplug the Bluetooth adapter and plug it in again.'];
  }
}

const BUILD_TOOLS: Ways = {
  linux: ({ compiler }) =>
    compiler
      ? ['npm ci', 'npm rebuild @stoprocent/bluetooth-hci-socket @stoprocent/noble']
      : ['sudo apt-get install build-essential python3', 'npm ci'],
  mac: ({ compiler }) => (compiler ? ['npm ci'] : ['xcode-select --install', 'npm ci']),
  windows: () => ['npm ci', 'npm install --include=optional @stoprocent/noble'],
};

const WAYS: Partial<Readonly<Record<AdapterState, Ways>>> = {
  off: {
    linux: ({ blocked }) =>
      blocked === 'hardware'
        ? ['Bluetooth is off by a switch or key on this computer: press it.']
        : [...(blocked === 'software' ? ['rfkill unblock bluetooth'] : []), 'bluetoothctl power on'],
    mac: () => ['Control Centre > Bluetooth: switch it on.', 'System Settings > Bluetooth: switch it on.'],
    windows: () => [WINDOWS_SWITCH],
  },
  missing: {
    linux: ({ blocked }) => [
      ...(blocked === 'software' ? ['rfkill unblock bluetooth'] : []),
      'Plug in a Bluetooth 4.0 (or newer) adapter. Lockout notices it by itself.',
      REPLAY,
    ],
    mac: () => [REPLAY],
    windows: () => [
      'Plug in a Bluetooth 4.0 (or newer) adapter, or switch it on in the Device Manager.',
      REPLAY,
    ],
  },
  unauthorized: {
    linux: ({ helper_program }) => [
      `sudo setcap cap_net_raw+eip '${helper_program}'`,
      'Then start Lockout again.',
    ],
    mac: () => [MAC_PERMISSION],
    windows: () => [
      'Settings > Privacy & security > Radios: let apps control device radios.',
      WINDOWS_SWITCH,
    ],
  },
  unsupported: {
    linux: ({ kernel_bluetooth }) => [
      kernel_bluetooth === false
        ? 'sudo modprobe bluetooth btusb'
        : 'Plug in a Bluetooth 4.0 (or newer) adapter. Lockout notices it by itself.',
      REPLAY,
    ],
    mac: () => [REPLAY],
    windows: ({ release }) =>
      Number(release.split('.')[2] ?? 0) < WINDOWS_BUILD && release.startsWith('10.0')
        ? ['Windows 10 version 1703 or newer is needed: run Windows Update.', REPLAY]
        : ['Plug in a Bluetooth 4.0 (or newer) adapter.', REPLAY],
  },
  failed: {
    linux: (facts) => [...BUILD_TOOLS.linux(facts), 'npm run lockout -- doctor'],
    mac: (facts) => [...BUILD_TOOLS.mac(facts), 'npm run lockout -- doctor'],
    windows: (facts) => [...BUILD_TOOLS.windows(facts), 'npm run lockout -- doctor'],
  },
};
