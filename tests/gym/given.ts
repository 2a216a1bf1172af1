import { onTestFinished } from 'vitest';
import { initGym, inviteStation } from '../../main/gym/admin.ts';
import { createGym, type Gym } from '../../main/gym/index.ts';
import type { Store } from '../../main/store/index.ts';
import { aFolder, aStore, value } from '../store/given.ts';
import type { Postgres } from './postgres.ts';

export interface Station {
  readonly store: Store;
  readonly gym: Gym;
}

export const prepareGym = async ({ address }: Postgres, gym: string): Promise<void> => {
  value(await initGym(address, gym));
};

export const invite = async ({ address }: Postgres, gym: string): Promise<string> =>
  value(await inviteStation(address, gym, 'Rack')).code;

/** A station by itself, in a folder of its own. */
export function alone(): Station {
  const folder = aFolder();
  const store = aStore({ folder, clock: { now_epoch_ms: () => Date.now() } });
  const gym = createGym({ store, now: () => Date.now(), log: () => {}, onChange: () => {} });
  onTestFinished(() => gym.close());
  return { store, gym };
}

/** A station of a gym. */
export async function aStation(postgres: Postgres, gym: string): Promise<Station> {
  const station = alone();
  value(await station.gym.join(await invite(postgres, gym)));
  return station;
}
