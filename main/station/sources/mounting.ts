import type { SampleBatch } from '../../../src/recording/samples.ts';
import { createMounting, type Mounting } from '../../../src/signal/mounting.ts';
import { words } from '../../../src/words/index.ts';
import type { ConnectedSource } from './sources.ts';

/** How each live sensor sits on its bar, as far as its samples tell. */
export interface Mountings {
  push(entry: ConnectedSource, batch: SampleBatch): void;
  advice(entry: ConnectedSource): readonly string[];
}

export function createMountings(): Mountings {
  // a source that is gone takes what was seen of it along
  const watched = new WeakMap<ConnectedSource, Mounting>();
  return {
    push(entry, batch) {
      if (entry.source.kind !== 'sensor' || entry.sensor === null) return;
      let mounting = watched.get(entry);
      if (mounting === undefined) {
        mounting = createMounting(entry.sensor);
        watched.set(entry, mounting);
      }
      mounting.push(batch);
    },
    advice: (entry) => watched.get(entry)?.advice.map((advice) => words.says.mounting[advice]) ?? [],
  };
}
