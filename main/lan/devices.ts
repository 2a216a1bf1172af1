import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { LAN_ROLES, type LanDevice, type LanRole } from '../../src/contract/lan.ts';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { isSameSecret, newSecret } from '../secret.ts';
import { replacePrivate } from '../store/private.ts';

/** Beside the database and not in it: a backup that is restored must not let a device in again that was shown the door. */
const FILE = 'lockout-devices.json';
const ID_BYTES = 6;
/** When a device was seen last is written this seldom, ms: a memory card is not worn out by looking at a board. */
const WRITE_SEEN_EVERY_MS = 60_000;
/** More tablets than any gym has; chosen here, so that the file stays one that is read at once. */
const MOST_DEVICES = 100;

const Kept = z.object({
  devices: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(LAN_ROLES),
      paired_epoch_ms: z.number(),
      seen_epoch_ms: z.number().nullable(),
      /** SHA-256 of the secret part of the token, hexadecimal: one round hides what nobody guesses. */
      hash: z.string(),
    }),
  ),
});
type KeptDevice = z.infer<typeof Kept>['devices'][number];

/** The devices of the network that were let in. */
export interface Devices {
  list(): readonly LanDevice[];
  /** A new one with the token it has to bring from now on, which is kept nowhere here. */
  admit(name: string, role: LanRole): Result<{ readonly device: LanDevice; readonly token: string }>;
  /** Whose token it is; null: nobody's, or of one that was shown the door. */
  who(token: string): LanDevice | null;
  /** It asked for something just now. */
  saw(id: string): void;
  /** Counts from this moment, whether or not it can be written; the failure says that it cannot. */
  revoke(id: string): Result<boolean>;
  close(): void;
}

export function createDevices(folder: string, now: () => number, log: (line: string) => void): Devices {
  const file = path.join(folder, FILE);
  let devices: readonly KeptDevice[] = read(file, log);
  let written_ms = now();

  function write(): string | null {
    written_ms = now();
    try {
      replacePrivate(file, `${JSON.stringify({ devices })}\n`);
      return null;
    } catch (error) {
      log(`devices: ${(error as Error).message}`);
      return (error as Error).message;
    }
  }

  return {
    list: () => devices.map(shown),
    admit(name, role) {
      if (devices.length >= MOST_DEVICES) return failure('too-many', words.lan.tooMany);
      const id = randomBytes(ID_BYTES).toString('hex');
      const secret = newSecret();
      const at = now();
      const device = { id, name, role, paired_epoch_ms: at, seen_epoch_ms: null, hash: hashOf(secret) };
      const before = devices;
      devices = [...devices, device];
      if (write() !== null) {
        devices = before;
        return failure('not-kept', words.lan.notKept);
      }
      return success({ device: shown(device), token: `${id}.${secret}` });
    },
    who(token) {
      const [id, secret] = token.split('.', 2);
      const device = devices.find((each) => each.id === id);
      return device !== undefined && isSameSecret(hashOf(secret ?? ''), device.hash) ? shown(device) : null;
    },
    saw(id) {
      const at = now();
      devices = devices.map((each) => (each.id === id ? { ...each, seen_epoch_ms: at } : each));
      if (at - written_ms > WRITE_SEEN_EVERY_MS) write();
    },
    revoke(id) {
      const left = devices.filter((each) => each.id !== id);
      if (left.length === devices.length) return success(false);
      devices = left;
      return write() === null ? success(true) : failure('not-kept', words.lan.notRevokedForGood);
    },
    close() {
      if (devices.length > 0) write();
    },
  };
}

/** What cannot be read lets nobody in. */
function read(file: string, log: (line: string) => void): readonly KeptDevice[] {
  try {
    return Kept.parse(JSON.parse(fs.readFileSync(file, 'utf8'))).devices;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log(`devices: ${FILE} cannot be read`);
    return [];
  }
}

const shown = ({ hash: _hash, ...device }: KeptDevice): LanDevice => device;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
