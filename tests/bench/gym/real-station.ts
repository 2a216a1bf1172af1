import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '../../../main/store/index.ts';
import { aSet, value } from '../../store/values.ts';
import type { GymStation } from './load.ts';
import { type BenchStation, noteOthers, type Receipts, startReplicator } from './stations.ts';
import type { Template } from './template.ts';

export interface RealStation extends BenchStation {
  readonly store: Store;
  connect(): void;
}

/** A station as it is sold: with its SQLite, into which what it hears is written. It has heard all up to `position`. */
export function realStation(
  { gym, address, member }: GymStation,
  position: number,
  { analysis, recording }: Template,
  receipts: Receipts,
): RealStation {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-bench-'));
  const store = value(openStore(folder, { clock: { now_epoch_ms: Date.now } }));
  store.outbox.join(member);
  store.outbox.hear([], position);
  const athlete = value(store.athletes.create({ name: `Of rack ${member.station}`, body_mass_kg: null })).id;
  let replicator: ReturnType<typeof startReplicator> | null = null;
  return {
    gym,
    store,
    lift() {
      value(store.sets.insert(aSet(athlete, { analysis, recording, started_epoch_ms: Date.now() })));
      replicator?.poke();
    },
    waiting: () => store.outbox.waiting().changes,
    connect() {
      replicator = startReplicator(address, {
        ...store.outbox,
        hear(records, to) {
          const heard = store.outbox.hear(records, to);
          if ('changed' in heard) noteOthers(records, member.station, (id) => receipts.came(id, 'written'));
          return heard;
        },
      });
    },
    async close() {
      await replicator?.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
