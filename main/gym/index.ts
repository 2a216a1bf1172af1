import type { GymRacks, RackState } from '../../src/contract/board.ts';
import type { Handlers } from '../../src/contract/bridge.ts';
import type { GymStatus } from '../../src/contract/gym.ts';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import type { Store } from '../store/index.ts';
import { isCredentialKept } from './credential.ts';
import type { Replicator } from './replicator.ts';

/** A station's place in a gym, if it has one. */
export interface Gym {
  status(): GymStatus;
  /** Begins to tell and hear, if this station belongs to a gym. Nothing is loaded otherwise. */
  start(): Promise<void>;
  join(code: string): Promise<Result<GymStatus>>;
  leave(): Promise<Result<GymStatus>>;
  /** After a backup was restored that knows of no gym. */
  goOn(): Promise<Result<GymStatus>>;
  /** Nothing comes or goes while this is done. */
  quietly<T>(act: () => Promise<T>): Promise<T>;
  /** A set is opened: its samples are fetched where they are not here. */
  opened(set_id: number): void;
  /** What happens at this rack; asked for only where there is somebody to tell. */
  show(state: () => RackState): void;
  /** The racks of the gym, for whoever looks at them. */
  racks(): GymRacks;
  /** The same as it was heard last, which may be a quarter of a minute ago. */
  heardRacks(): GymRacks;
  /** Where tablets of the network find this rack. */
  openedAt(address: string): void;
  close(): Promise<void>;
}

export interface GymOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly log: (line: string) => void;
  readonly onChange: (what: 'stored' | 'line') => void;
}

export function createGym({ store, now, log, onChange }: GymOptions): Gym {
  const { outbox } = store;
  let replicator: Replicator | null = null;
  let address: string | null = null;

  const status = (): GymStatus => {
    const member = outbox.member();
    const waiting = outbox.waiting();
    const refused = waiting.refused[0];
    const { line, problem, away_since_epoch_ms, clock_ahead_ms } =
      (member === null ? null : replicator?.status()) ?? ALONE;
    return {
      gym: member?.name ?? null,
      was_member: member === null && isCredentialKept(store.folder),
      line,
      problem: problem ?? (refused === undefined ? null : words.gym.refused(refused)),
      away_since_epoch_ms,
      waiting_sets: waiting.sets,
      waiting_changes: waiting.changes,
      clock_ahead_ms,
    };
  };
  const stop = async (): Promise<void> => {
    const leaving = replicator;
    replicator = null;
    outbox.onChange(null);
    await leaving?.close();
  };
  async function start(): Promise<void> {
    if (outbox.member() === null || replicator !== null) return;
    const { readCredential } = await import('./credential.ts');
    const { createReplicator } = await import('./replicator.ts');
    const database = readCredential(store.folder);
    if (database === null) return;
    replicator = createReplicator({ database, outbox, now, onChange, log });
    outbox.onChange(replicator.poke);
  }

  return {
    status,
    start,
    async join(code) {
      const joined = await (await import('./join.ts')).joinGym(store, code);
      if (!joined.ok) return joined;
      await start();
      return success(status());
    },
    async goOn() {
      await stop();
      const found = await (await import('./join.ts')).goOnInGym(store);
      if (!found.ok) return found;
      await start();
      return success(status());
    },
    async leave() {
      if (outbox.member() === null && !isCredentialKept(store.folder))
        return failure('no-gym', words.gym.alone);
      await stop();
      (await import('./join.ts')).leaveGym(store);
      return success(status());
    },
    async quietly(act) {
      await stop();
      try {
        return await act();
      } finally {
        await start();
      }
    },
    opened(set_id) {
      const id = replicator === null ? null : outbox.recordings.missing(set_id);
      if (id !== null) replicator?.want(id);
    },
    show(state) {
      replicator?.racks.show({ ...state(), address });
    },
    racks: () => replicator?.racks.look() ?? NOBODY,
    heardRacks: () => replicator?.racks.heard() ?? NOBODY,
    openedAt(at) {
      address = at;
    },
    close: stop,
  };
}

const NOBODY: GymRacks = { own_name: null, others: [] };
const ALONE = { line: 'none', problem: null, away_since_epoch_ms: null, clock_ahead_ms: null } as const;

/** Those of a station, and what a gym adds to them. */
export const gymHandlers = (
  gym: Gym,
  station: Pick<Handlers, 'sets:get' | 'data:restore'>,
): Pick<Handlers, 'gym:status' | 'gym:join' | 'gym:leave' | 'gym:go-on' | 'sets:get' | 'data:restore'> => ({
  // what comes in while a backup is prepared would be lost with what it replaces
  'data:restore': (query) => gym.quietly(async () => station['data:restore'](query)),
  'sets:get'(query) {
    gym.opened(query.id);
    return station['sets:get'](query);
  },
  'gym:status': () => success(gym.status()),
  'gym:join': ({ code }) => gym.join(code),
  'gym:leave': () => gym.leave(),
  'gym:go-on': () => gym.goOn(),
});
