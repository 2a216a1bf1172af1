import type { DataInfo } from '../../../src/contract/replies.ts';
import type { Store } from '../../store/types.ts';
import type { StationClock } from '../clock.ts';

const DAY_MS = 24 * 3_600_000;
/** How often is looked whether it is time, ms; chosen here: a station that runs for ten minutes gets its backup. */
const LOOK_EVERY_MS = 10 * 60_000;

export interface DailyBackups {
  readonly state: DataInfo['daily'];
  /** Returns when none is being made any more. */
  close(): Promise<void>;
}

interface DailyDeps {
  /** Default: yes. */
  readonly daily_backups?: boolean | undefined;
  readonly store: Store;
  readonly clock: StationClock;
  /** Nobody is lifting: a check of a large file holds everything up for a moment. */
  readonly isIdle: () => boolean;
}

/** A backup a day, made by itself while nobody lifts; older ones go as newer ones take their place. */
export function createDailyBackups({ daily_backups = true, store, clock, isIdle }: DailyDeps): DailyBackups {
  let problem: string | null = null;
  let making: Promise<void> = Promise.resolve();

  const isDue = (): boolean => {
    const last = store.dailyBackups()[0];
    // a wall clock that was set back makes the last one lie ahead: then, too, it is time
    return last === undefined || Math.abs(clock.now_epoch_ms() - last.at_epoch_ms) >= DAY_MS;
  };
  async function make(): Promise<void> {
    const made = await store.backup('daily');
    problem = made.ok ? null : made.error.message;
    if (made.ok) store.tidyBackups();
  }
  const look = (): void => {
    stop = clock.after(LOOK_EVERY_MS, look);
    if (isIdle() && store.info().sets > 0 && isDue()) making = making.then(make);
  };
  let stop = daily_backups ? clock.after(LOOK_EVERY_MS, look) : () => {};

  return {
    get state() {
      return { last_epoch_ms: store.dailyBackups()[0]?.at_epoch_ms ?? null, problem };
    },
    close() {
      stop();
      return making;
    },
  };
}
