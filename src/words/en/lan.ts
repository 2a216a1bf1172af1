import { counted } from './locale.ts';

/** Devices of the local network: Settings, the page that lets one in, and what is refused. */
export const lan = {
  title: 'Tablets and screens',
  off: 'Other devices cannot reach this station. Start it with lockout serve --lan, and it lets in those you pair.',
  hint: 'Whoever is let in reads names, body masses, notes and all training over the network. With control they can also change and delete it, as on this computer.',
  address: 'Address',
  fingerprint: 'Certificate (SHA-256)',
  fingerprintHint:
    'The tablet’s browser does not know this certificate and warns once. Go on only if it shows the same digits.',
  proxied: 'A proxy encrypts this connection.',
  newCode: 'Pair a device',
  roles: { view: 'View', control: 'Control' },
  roleHints: {
    view: 'View: shows everything, changes nothing. Right for a screen on the wall.',
    control: 'Control: as if at the station. Right for the coach’s tablet.',
  },
  code: 'Pairing code',
  codeCounts: (until: string) =>
    `For one device, until ${until}. Scan, or open the address and type the code.`,
  dots: 'Address with the code, to scan',
  devices: 'Devices that were let in',
  none: 'None yet.',
  seen: (when: string) => `seen ${when}`,
  notSeen: 'not seen yet',
  revoke: 'Remove',
  revokeOf: (name: string) => `Remove ${name}`,
  revokeSure: 'Really remove',
  revoked: (name: string) => `${name} is let in no more.`,
  racks: 'Racks of this gym',
  me: {
    view: 'This device may look. It changes nothing.',
    control: 'This device has control of the station.',
  },

  viewOnly: 'This device may look, not change. Pair it with a code for control to do that here.',
  refused:
    'This device is not paired with the station, or was removed. Open the station’s address to pair it.',
  gone: 'This device is let in no more',
  goneDetail: 'It was removed at the station. Pair it again to go on.',
  tooMany: 'There are too many paired devices. Remove some first.',
  notKept: 'The device could not be paired: its token could not be written to the data folder.',
  notRevokedForGood:
    'The device is shut out until Lockout restarts, but that could not be written to the data folder. Make room there and remove it again.',
  certificateNotKept: 'The station’s certificate could not be written to the data folder.',
  isOff: 'The station is not open to the network.',

  pairing: {
    title: 'Pair this device with Lockout',
    how: 'Type the code that is shown at the station: in the terminal where it was started, or under Settings, Tablets and screens.',
    code: 'Code',
    name: 'Name of this device',
    nameDefault: 'Tablet',
    go: 'Pair',
    wrong: 'This code does not count. It may have been used, be over its ten minutes, or be mistyped.',
    tooOften: (seconds: number) =>
      `Too many wrong codes. Wait ${counted(seconds, { one: 'second', other: 'seconds' })}, then try again.`,
  },
};
