import type { StationEvent } from '../../../src/contract/station.ts';
import type { Store } from '../../store/types.ts';
import type { StationClock } from '../clock.ts';

/** How often is looked whether something has had its days in the bin, ms; chosen here: a day is met within the hour. */
const LOOK_EVERY_MS = 3_600_000;

export interface BinKeeper {
  close(): void;
}

interface BinKeeperDeps {
  readonly store: Pick<Store, 'bin'>;
  readonly clock: Pick<StationClock, 'after'>;
  /** Nobody is lifting: what goes for good is overwritten on the disk, which takes a moment. */
  readonly isIdle: () => boolean;
  readonly log: (line: string) => void;
  readonly emit: (event: StationEvent) => void;
}

/** Empties the bin of what has had its days: when the station starts, and as long as it runs. */
export function createBinKeeper({ store, clock, isIdle, log, emit }: BinKeeperDeps): BinKeeper {
  function purge(): void {
    const purged = store.bin.purge();
    // it is tried again, and nobody can do anything about it
    if (!purged.ok) log(`bin: ${purged.error.message}`);
    else if (purged.value) emit({ kind: 'stored' });
  }
  const look = (): void => {
    stop = clock.after(LOOK_EVERY_MS, look);
    if (isIdle()) purge();
  };
  let stop = clock.after(LOOK_EVERY_MS, look);
  purge();
  return { close: () => stop() };
}
