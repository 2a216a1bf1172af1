import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../main/store/index.ts';
import { NOON, value } from './values.ts';

export * from './values.ts';

export function aFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lockout-store-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function aClock(at_epoch_ms = NOON) {
  return {
    at_epoch_ms,
    now_epoch_ms() {
      return this.at_epoch_ms;
    },
  };
}

/** A store in a folder of its own, closed when the test is over. */
export function aStore(options: Partial<StoreOptions> & { readonly folder?: string } = {}): Store {
  const { folder = aFolder(), ...rest } = options;
  const store = value(openStore(folder, { clock: aClock(), ...rest }));
  onTestFinished(() => store.close());
  return store;
}

export const anAthlete = (store: Store, name = 'Maja'): number =>
  value(store.athletes.create({ name, body_mass_kg: 68 })).id;
