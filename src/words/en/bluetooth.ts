import { whole } from './locale.ts';

/** The computer's Bluetooth: what is the matter and what to do. Commands stay as they are. */
export const bluetooth = {
  message: {
    idle: 'Bluetooth is not in use yet.',
    starting: 'Starting Bluetooth.',
    building: 'Preparing Bluetooth for this computer. This happens once and takes up to two minutes.',
    ready: (engine: string, why: string) => `Bluetooth is running with ${engine}: ${why}.`,
    off: 'Bluetooth is switched off.',
    missing: 'This computer has no Bluetooth adapter, or it was unplugged.',
    unauthorized: 'Lockout is not allowed to use Bluetooth on this computer.',
    unsupported: 'This computer has no Bluetooth that can find sensors (Bluetooth Low Energy).',
    mute: 'The Bluetooth adapter is not responding.',
    stopped: (trouble: string | null) =>
      `Bluetooth stopped and is restarting${trouble ? ` (${trouble})` : ''}.`,
    failed: (trouble: string | null) => `Bluetooth could not be started${trouble ? ` (${trouble})` : ''}.`,
  },
  ways: {
    otherSystem: 'Bluetooth works with Lockout on Windows, macOS and Linux.',
    replay: 'The simulated sensor and the replay of a recording work on any computer, without Bluetooth.',
    macPermission:
      'System Settings > Privacy & Security > Bluetooth: allow Lockout (or the terminal it was started from), then start Lockout again.',
    macControlCentre: 'Control Centre > Bluetooth: switch it on.',
    macSettings: 'System Settings > Bluetooth: switch it on.',
    windowsSwitch: 'Settings > Bluetooth & devices: switch Bluetooth on.',
    windowsRadios: 'Settings > Privacy & security > Radios: let apps control device radios.',
    windowsUpdate: 'Windows 10 version 1703 or newer is needed: run Windows Update.',
    replugOrRestart: 'Unplug the Bluetooth adapter and plug it in again, or restart the computer.',
    replug: 'Unplug the Bluetooth adapter and plug it in again.',
    hardwareSwitch: 'Bluetooth is turned off by a switch or key on this computer: turn it back on there.',
    plugInNoticed: 'Plug in a Bluetooth 4.0 (or newer) adapter. Lockout will notice.',
    plugInOrEnable: 'Plug in a Bluetooth 4.0 (or newer) adapter, or switch it on in the Device Manager.',
    plugIn: 'Plug in a Bluetooth 4.0 (or newer) adapter.',
    startAgain: 'Then start Lockout again.',
  },
  /** Why this engine and not the other: the end of `message.ready`. */
  engine: {
    preferred: 'it is the preferred one',
    preferredBuilt: (built: string) => `it is the preferred one; ${built}`,
    asked: 'it was chosen',
    tookOver: (other: string, reason: string) =>
      `it took over because ${other} could not be loaded: ${reason}`,
    notForThisNode: (built: string | null) =>
      `its native part is missing for this Node${built === null ? '' : ` (${built})`}`,
    built: 'its native part was built for this Node',
    noBuildHere: 'it cannot be built on this system',
    noAdapter: 'there is no Bluetooth adapter to build it for',
    noCompiler: 'there is no C++ compiler to build it with',
    failedBefore: (why: string) => `building it failed before: ${why}`,
    tooLong: 'building it took too long',
    slowToLoad: (s: number) => `loading took longer than ${whole(s)} s`,
    noAnswer: (request: string) => `it did not answer "${request}"`,
    buildError: (why: string) => `it could not be built: ${why}`,
    buildEnded: (code: string) => `it could not be built (node-gyp ended with ${code})`,
  },
};
