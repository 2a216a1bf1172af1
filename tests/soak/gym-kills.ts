import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { initGym, inviteStation } from '../../main/gym/admin.ts';
import { createGym } from '../../main/gym/index.ts';
import { joinGym } from '../../main/gym/join.ts';
import { openStore, type Store } from '../../main/store/index.ts';
import { createRandom, type Random } from '../../src/recording/synthetic/random.ts';
import { differences, identity } from '../gym/histories.ts';
import { type Postgres, startPostgres } from '../gym/postgres.ts';
import { PATIENCE_MS } from '../patience.ts';
import { value } from '../store/values.ts';

/** A victim lives so long at most once it has begun, ms. */
const WITHIN_MS = 1500;
const LOOK_EVERY_MS = 50;

interface Rack {
  readonly folder: string;
  readonly promised: Set<number>;
  victim: ChildProcess | null;
}

/**
 * Two stations of a gym lift, edit and share; at random moments one of them, with its replicator, is killed (SIGKILL), or
 * PostgreSQL ends at once and recovers from its log. Afterwards both hold the same, with every set that was ever answered and
 * its samples whole in the gym. Returns what is not so.
 */
export async function killed(kills: number, seed: number): Promise<string[]> {
  const random = createRandom(seed);
  const postgres = await startPostgres();
  const racks: Rack[] = [];
  try {
    value(await initGym(postgres.address, 'Gym'));
    for (let i = 0; i < 2; i++) racks.push(await aRack(postgres, i));
    for (let n = 0; n < kills; n++) {
      for (const rack of racks) rack.victim ??= await begin(rack, seed + n);
      await sleep(random.uniform(0, WITHIN_MS));
      await killOne(random, postgres, racks);
      if ((n + 1) % 10 === 0) console.log(`${n + 1} kills`);
    }
    for (const rack of racks) await end(rack);
    return await healed(postgres, racks);
  } finally {
    for (const rack of racks) {
      await end(rack);
      rmSync(rack.folder, { recursive: true, force: true });
    }
    await postgres.stop();
  }
}

async function aRack({ address }: Postgres, number: number): Promise<Rack> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-victim-'));
  const store = open(folder);
  value(await joinGym(store, value(await inviteStation(address, 'Gym', `Rack ${number}`)).code));
  store.close();
  return { folder, promised: new Set(), victim: null };
}

const open = (folder: string): Store => value(openStore(folder, { clock: { now_epoch_ms: Date.now } }));

async function begin(rack: Rack, seed: number): Promise<ChildProcess> {
  const victim = fork(path.join(import.meta.dirname, 'victim.ts'), [rack.folder, String(seed)], {
    execArgv: [],
  });
  const begun = new Promise<void>((resolve, reject) => {
    victim.on('message', (told: { readonly begun?: true; readonly promised?: number }) => {
      if (told.begun) resolve();
      if (told.promised !== undefined) rack.promised.add(told.promised);
    });
    victim.once('exit', (code) => reject(new Error(`a station ended by itself (${code})`)));
  });
  await begun;
  return victim;
}

async function end(rack: Rack): Promise<void> {
  const { victim } = rack;
  rack.victim = null;
  if (victim === null || victim.exitCode !== null || victim.signalCode !== null) return;
  const ended = once(victim, 'close');
  victim.kill('SIGKILL');
  await ended;
}

async function killOne(random: Random, postgres: Postgres, racks: readonly Rack[]): Promise<void> {
  const which = Math.floor(random.uniform(0, racks.length + 1));
  const rack = racks[which];
  if (rack !== undefined) return end(rack);
  await postgres.kill();
  await sleep(random.uniform(0, WITHIN_MS));
  await postgres.start();
}

/** Both stations once more, in this process, until they have told and heard all. */
async function healed(postgres: Postgres, racks: readonly Rack[]): Promise<string[]> {
  const stations = racks.map(({ folder }) => {
    const store = open(folder);
    return { folder, store, gym: createGym({ store, now: Date.now, log: () => {}, onChange: () => {} }) };
  });
  try {
    for (const { gym } of stations) await gym.start();
    const top = async (): Promise<number> =>
      Number((await postgres.query('SELECT position FROM lockout.gyms'))[0]?.position);
    const isSettled = async (): Promise<boolean> => {
      const at = await top();
      return stations.every(
        ({ store: { outbox } }) =>
          outbox.waiting().changes === 0 && outbox.position() === at && outbox.recordings.next() === null,
      );
    };
    const until = Date.now() + 5 * PATIENCE_MS;
    while (!(await isSettled())) {
      if (Date.now() > until) return ['they never came to know the same'];
      await sleep(LOOK_EVERY_MS);
    }
    const finished = new Set(
      racks.flatMap(({ folder, promised }) => [...promised].map((id) => identity(folder, id))),
    );
    const [whole] = await postgres.query('SELECT count(*) AS n FROM lockout.recordings');
    const wrong = differences(stations, finished);
    if (Number(whole?.n) < finished.size) wrong.push(`${whole?.n} recordings of ${finished.size} sets`);
    console.log(`${finished.size} sets were answered, ${whole?.n} recordings are whole in the gym`);
    return wrong;
  } finally {
    for (const { gym, store } of stations) {
      await gym.close();
      store.close();
    }
  }
}
