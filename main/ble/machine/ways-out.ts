import { words } from '../../../src/words/index.ts';
import type { AdapterState } from '../types.ts';
import type { MachineFacts } from './facts.ts';

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
      return [say.otherSystem];
  }
}

type Way = (facts: MachineFacts) => readonly string[];
interface Ways {
  readonly linux: Way;
  readonly mac: Way;
  readonly windows: Way;
}

const say = words.bluetooth.ways;
/** First Windows build with the Bluetooth LE interface that noble uses (Windows 10 version 1703). */
const WINDOWS_BUILD = 15063;

/** The engine runs, and hears nothing of its adapter. */
export function wayOutOfSilence({ platform }: MachineFacts): readonly string[] {
  switch (platform) {
    case 'darwin':
      return [say.macPermission];
    case 'win32':
      return [say.windowsSwitch, say.replugOrRestart];
    default:
      return ['sudo systemctl restart bluetooth', say.replug];
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
        ? [say.hardwareSwitch]
        : [...(blocked === 'software' ? ['rfkill unblock bluetooth'] : []), 'bluetoothctl power on'],
    mac: () => [say.macControlCentre, say.macSettings],
    windows: () => [say.windowsSwitch],
  },
  missing: {
    linux: ({ blocked }) => [
      ...(blocked === 'software' ? ['rfkill unblock bluetooth'] : []),
      say.plugInNoticed,
      say.replay,
    ],
    mac: () => [say.replay],
    windows: () => [say.plugInOrEnable, say.replay],
  },
  unauthorized: {
    linux: ({ helper_program }) => [`sudo setcap cap_net_raw+eip '${helper_program}'`, say.startAgain],
    mac: () => [say.macPermission],
    windows: () => [say.windowsRadios, say.windowsSwitch],
  },
  unsupported: {
    linux: ({ kernel_bluetooth }) => [
      kernel_bluetooth === false ? 'sudo modprobe bluetooth btusb' : say.plugInNoticed,
      say.replay,
    ],
    mac: () => [say.replay],
    windows: ({ release }) =>
      Number(release.split('.')[2] ?? 0) < WINDOWS_BUILD && release.startsWith('10.0')
        ? [say.windowsUpdate, say.replay]
        : [say.plugIn, say.replay],
  },
  failed: {
    linux: (facts) => [...BUILD_TOOLS.linux(facts), 'npm run lockout -- doctor'],
    mac: (facts) => [...BUILD_TOOLS.mac(facts), 'npm run lockout -- doctor'],
    windows: (facts) => [...BUILD_TOOLS.windows(facts), 'npm run lockout -- doctor'],
  },
};
