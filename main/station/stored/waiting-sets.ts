import type { TextFile } from '../../../src/contract/replies.ts';
import type { Unstored } from '../../../src/contract/station.ts';
import { recordingToCsv } from '../../../src/recording/csv-write.ts';
import { words } from '../../../src/words/index.ts';
import type { JournalHeader, NewSet, RunningJournal, Store } from '../../store/types.ts';
import type { StationClock } from '../clock.ts';

/** A set that has ended and could not be stored. */
export interface WaitingSet {
  readonly set: NewSet;
  readonly header: JournalHeader;
  readonly journal: RunningJournal | null;
  /** Why, in words. */
  readonly problem: string;
  /** It is in the database now. */
  readonly onStored: (set_id: number, number: number) => void;
}

/** The first new attempt comes this soon, ms, each later one after twice the time, up to the other; chosen here. */
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** Sets that wait for a disk with room: in memory whole, in their journals where those can be written. */
export interface WaitingSets {
  add(set: WaitingSet): void;
  /** null: everything is stored. */
  state(): Unstored | null;
  retry(): void;
  /** All of them with their raw signal, to be saved somewhere else. */
  file(): TextFile | null;
  /** One last attempt. */
  close(): void;
}

export function createWaitingSets(store: Store, clock: StationClock, changed: () => void): WaitingSets {
  type Entry = WaitingSet & { readonly id: string; onDisk: boolean };
  let waiting: readonly Entry[] = [];
  let problem = '';
  let delay_ms = FIRST_RETRY_MS;
  let stopTimer: (() => void) | null = null;

  /** True when it waits no longer. */
  const leaves = (entry: Entry): boolean => {
    const stored = store.sets.insert(entry.set, { id: entry.id });
    if (stored.ok) {
      entry.onStored(stored.value.set_id, stored.value.number);
      return true;
    }
    // the athlete was deleted meanwhile, with every set of theirs
    if (stored.error.code === 'no-athlete') return true;
    problem = stored.error.message;
    if (!entry.onDisk) entry.onDisk = store.journals.keep(entry.id, entry.header, entry.set.recording).ok;
    return false;
  };
  const retry = (): void => {
    stopTimer?.();
    stopTimer = null;
    waiting = waiting.filter((entry) => !leaves(entry));
    delay_ms = Math.min(2 * delay_ms, LAST_RETRY_MS);
    if (waiting.length > 0) stopTimer = clock.after(delay_ms, retry);
    changed();
  };

  return {
    add(set) {
      const { journal } = set;
      const entry: Entry = { ...set, id: journal?.id ?? store.journals.freeId(), onDisk: false };
      waiting = [...waiting, entry];
      problem = set.problem;
      // the journal that ran may be whole already; where it is not, the next attempt writes it anew
      void journal?.flush().then(() => {
        entry.onDisk ||= journal.isSafe();
        changed();
      });
      delay_ms = FIRST_RETRY_MS;
      stopTimer?.();
      stopTimer = clock.after(delay_ms, retry);
    },
    state() {
      if (waiting.length === 0) return null;
      const on_disk = waiting.filter((entry) => entry.onDisk).length;
      return { sets: waiting.length, on_disk, text: words.says.unstored(waiting.length, on_disk, problem) };
    },
    retry,
    file: () =>
      waiting.length === 0
        ? null
        : { name: 'lockout-unstored-sets.json', type: 'application/json', text: asText(waiting) },
    close() {
      stopTimer?.();
      waiting = waiting.filter((entry) => !leaves(entry));
    },
  };
}

/** What a person can keep anywhere: labels and numbers as they are, the signal as a CSV that `lockout import` reads. */
function asText(waiting: readonly WaitingSet[]): string {
  const sets = waiting.map(({ set, header }) => {
    const { trace: _trace, movements: _movements, ...numbers } = set.analysis;
    return {
      athlete: header.athlete_name,
      started: new Date(set.started_epoch_ms).toISOString(),
      labels: set.labels,
      numbers,
      recording_csv: [...recordingToCsv(set.recording)].join(''),
    };
  });
  return `${JSON.stringify({ sets }, null, 1)}\n`;
}
