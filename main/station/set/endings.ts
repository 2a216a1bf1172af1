import { words } from '../../../src/words/index.ts';
import type { Review } from '../stored/review.ts';
import { nextNumber } from '../stored/session-number.ts';
import { type EndingOutlets, type EndingSet, showFinished } from './show-finished.ts';

/** Sets that have ended and are not stored yet, because their whole recordings are still analysed. */
export interface Endings {
  add(ended: EndingSet): void;
  /** The number of this athlete's next set: after those that are stored, and those that will be. */
  nextNumber(athlete_id: number): number;
  /** Every one is stored, or waits to be. */
  settled(): Promise<void>;
}

export interface EndingDeps extends EndingOutlets {
  readonly log: (line: string) => void;
  readonly changed: () => void;
}

/** `stored` hears of each set whose analysis took its time. */
export function createEndings(review: Review, deps: EndingDeps, stored: (ended: EndingSet) => void): Endings {
  const owners = new Map<Promise<void>, number>();
  return {
    add(ended) {
      const broken = (error: unknown): void => {
        // no fault at the end of a set may take the station down: the samples are in the journal
        deps.log(`end of set: ${error instanceof Error ? error.stack : error}`);
        ended.journal?.close();
        deps.notice({ tone: 'warning', text: words.says.set.broken });
      };
      try {
        const shown = showFinished(ended, review, deps);
        if (!(shown instanceof Promise)) return;
        const done = shown.catch(broken).then(() => {
          owners.delete(done);
          stored(ended);
          deps.changed();
        });
        owners.set(done, ended.run.setup.athlete.id);
      } catch (error) {
        broken(error);
      }
    },
    nextNumber: (athlete_id) =>
      nextNumber(deps.store, athlete_id, deps.clock.now_epoch_ms()) +
      [...owners.values()].filter((id) => id === athlete_id).length,
    async settled() {
      await Promise.all(owners.keys());
    },
  };
}
