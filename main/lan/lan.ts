import type { ServerResponse } from 'node:http';
import type { GymRacks } from '../../src/contract/board.ts';
import type { Handlers } from '../../src/contract/bridge.ts';
import type { LanDevice, LanRole, LanStatus, PairingCode } from '../../src/contract/lan.ts';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { createCodes, readableCode } from './codes.ts';
import { createDevices } from './devices.ts';
import { dotsOf } from './dots.ts';

export type LanHandlers = Pick<Handlers, 'lan:status' | 'lan:code' | 'lan:revoke'>;

export interface LanOptions {
  /** Where the devices are kept. */
  readonly folder: string;
  readonly now: () => number;
  /** For intervals. */
  readonly steady: () => number;
  readonly log: (line: string) => void;
  /** Who is let in, or the code, is another now. */
  readonly onChange: () => void;
  /** The racks of the gym, this one's name among them. */
  readonly racks: () => GymRacks;
}

/** Who of the network is let in, and how the next one is. */
export interface Lan {
  /** Told once the servers listen. */
  opened(addresses: readonly string[], fingerprint: string | null): void;
  makeCode(role: LanRole): PairingCode;
  /** A token for whoever brings the code, in the place of the one it had. */
  pair(from: string, typed: string, name: string, earlier: LanDevice | null): Admission;
  /** Whose token it is; it counts as seen. */
  who(token: string): LanDevice | null;
  /** An answer that ends when the device is shown the door. */
  follow(device: LanDevice, response: ServerResponse): void;
  /** What the requests of this group say to a device; null: to the station's own page. */
  handlersOf(me: LanDevice | null): LanHandlers;
  close(): void;
}

export type Admission =
  | { readonly ok: true; readonly token: string; readonly device: LanDevice }
  | { readonly ok: false; readonly status: 403 | 429 | 503; readonly problem: string };

/** How long whoever typed too many wrong codes is told to wait, s: as long as the slowest limit lasts. */
export const WAIT_S = 60;

export function createLan({ folder, now, steady, log, onChange, racks }: LanOptions): Lan {
  const devices = createDevices(folder, now, log);
  const codes = createCodes(now, steady);
  const running = new Map<string, Set<ServerResponse>>();
  let addresses: readonly string[] = [];
  let fingerprint: string | null = null;

  const pairingCode = (): PairingCode | null => {
    const open = codes.open();
    if (open === null) return null;
    const address = `${addresses[0] ?? ''}pair/${open.code}`;
    return { ...open, code: readableCode(open.code), address, dots: dotsOf(address) };
  };
  const statusFor = (me: LanDevice | null): LanStatus => {
    const { own_name: rack, others } = racks();
    const open = others.flatMap(({ id, name, address }) =>
      address === null ? [] : [{ id, name: name ?? '', address }],
    );
    const known = {
      ...{ on: true, me: me?.role ?? ('station' as const), addresses, fingerprint },
      ...{ rack, racks: open },
    };
    // who else looks is nobody's business who only looks
    return me?.role === 'view'
      ? { ...known, code: null, devices: [] }
      : { ...known, code: pairingCode(), devices: devices.list() };
  };
  function shut(id: string): Result<boolean> {
    const done = devices.revoke(id);
    for (const response of running.get(id) ?? []) response.destroy();
    running.delete(id);
    onChange();
    return done;
  }
  const makeCode: Lan['makeCode'] = (role) => {
    codes.make(role);
    onChange();
    return pairingCode() as PairingCode;
  };

  return {
    makeCode,
    opened(at, own) {
      addresses = at;
      fingerprint = own;
    },
    pair(from, typed, name, earlier) {
      const text = words.lan.pairing;
      const role = codes.take(typed, from);
      if (role === 'too-often') return { ok: false, status: 429, problem: text.tooOften(WAIT_S) };
      if (role === 'wrong') return { ok: false, status: 403, problem: text.wrong };
      const admitted = devices.admit(name, role);
      if (!admitted.ok) return { ok: false, status: 503, problem: admitted.error.message };
      if (earlier !== null) shut(earlier.id);
      log(`lan: ${admitted.value.device.name} was let in (${role}), from ${from}`);
      onChange();
      return { ok: true, ...admitted.value };
    },
    who(token) {
      const device = devices.who(token);
      if (device !== null) devices.saw(device.id);
      return device;
    },
    follow({ id }, response) {
      const own = running.get(id) ?? new Set();
      running.set(id, own.add(response));
      response.once('close', () => own.delete(response));
    },
    handlersOf: (me) => ({
      'lan:status': () => success(statusFor(me)),
      'lan:code': ({ role }) => {
        makeCode(role);
        return success(statusFor(me));
      },
      'lan:revoke': ({ id }) => {
        const done = shut(id);
        return done.ok ? success(statusFor(me)) : done;
      },
    }),
    close: devices.close,
  };
}

/** A station that is not open to the network. */
export const WITHOUT_LAN: LanHandlers = {
  'lan:status': () =>
    success({
      ...{ on: false, me: 'station', addresses: [], fingerprint: null, code: null, devices: [] },
      ...{ rack: null, racks: [] },
    }),
  'lan:code': () => failure('no-lan', words.lan.isOff),
  'lan:revoke': () => failure('no-lan', words.lan.isOff),
};
