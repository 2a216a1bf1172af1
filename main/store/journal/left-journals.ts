import path from 'node:path';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import { explain } from '../errors.ts';
import type { LeftOver, RecoveredSet } from '../journal-types.ts';
import { removeQuietly } from '../remove.ts';
import type { StoreClock, StoreNotice } from '../types.ts';
import { DISCARDED, idsIn, moveTo, removeOlder, SUFFIX, WITHOUT_REPS } from './files.ts';
import { putOddAside } from './odd-entries.ts';
import { readJournal } from './read.ts';

/** A set thrown away by mistake can be fetched back for this long, days. */
const KEEP_DISCARDED_DAYS = 30;
/** A recording without a rep is a bar that was moved about, or a set that was missed: long enough to notice, days. */
const KEEP_WITHOUT_REPS_DAYS = 1;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface LeftJournalsOptions {
  readonly clock: StoreClock;
  readonly notify: (notice: StoreNotice) => void;
  /** True when a set made from this journal is in the database. */
  readonly isStored: (journal_id: string) => boolean;
  /** Remove journals that were put away and whose time has come; a store opened only for reading leaves all as it is. */
  readonly tidy: boolean;
  readonly isRunning: (id: string) => boolean;
  /** Nothing more is written to it. */
  readonly stop: (id: string) => void;
}

/** The journals that no running set writes to: those left behind, those without a rep, and those thrown away. */
export interface LeftJournals {
  recoverable(): LeftOver[];
  withoutReps(): LeftOver[];
  read(id: string): Result<RecoveredSet>;
  discard(id: string): Result<null>;
  /** It ended in order and has no rep: kept for a day. */
  setAside(id: string): void;
  /** Removes one wherever it lies, discarded ones excepted. */
  remove(id: string): void;
  /** Removes whatever the folder holds of an athlete, discarded and running journals too. */
  forget(athlete_id: number): void;
}

const leftOver = (id: string, { header, recording }: RecoveredSet): LeftOver => ({
  id,
  header,
  samples: recording.t_s.length,
  duration_s: recording.t_s.at(-1) ?? 0,
});

export function createLeftJournals(home: string, options: LeftJournalsOptions): LeftJournals {
  const { isRunning, clock, notify } = options;
  const bin = path.join(home, DISCARDED);
  const aside = path.join(home, WITHOUT_REPS);
  const fileOf = (id: string, place = home) => path.join(place, id + SUFFIX);
  /** Where a journal lies that nothing writes to; undefined: nowhere. */
  const placeOf = (id: string) =>
    isRunning(id) ? undefined : [home, aside].find((place) => idsIn(place).includes(id));

  function recoverable(): LeftOver[] {
    const found: LeftOver[] = [];
    if (options.tidy) putOddAside(home, bin, options);
    for (const id of idsIn(home)) {
      if (isRunning(id)) continue;
      // The power went between the set's commit and this removal.
      if (options.isStored(id)) {
        removeQuietly(fileOf(id));
        continue;
      }
      const read = readJournal(fileOf(id));
      if (read.ok) {
        found.push(leftOver(id, read.value));
        continue;
      }
      const moved = discard(id);
      // One that ended before its first sample holds nothing anyone could miss.
      if (read.error.code !== 'journal-empty' && moved.ok)
        notify({
          code: 'journal-unreadable',
          message: words.store.journal.keptIn(read.error.message, bin),
        });
    }
    return found.sort((a, b) => a.header.started_epoch_ms - b.header.started_epoch_ms);
  }

  function withoutReps(): LeftOver[] {
    tidy();
    const found = idsIn(aside).flatMap((id) => {
      const read = readJournal(fileOf(id, aside));
      return read.ok ? [leftOver(id, read.value)] : [];
    });
    return found.sort((a, b) => b.header.started_epoch_ms - a.header.started_epoch_ms);
  }

  function read(id: string): Result<RecoveredSet> {
    const place = placeOf(id);
    if (place === undefined) return failure('no-journal', words.store.journal.missing);
    return readJournal(fileOf(id, place));
  }

  function discard(id: string): Result<null> {
    const place = placeOf(id);
    if (place === undefined) return failure('no-journal', words.store.journal.missing);
    return move(id, place, bin);
  }

  /** Its days begin now, not when the set was lifted. */
  function move(id: string, from: string, to: string): Result<null> {
    try {
      moveTo(fileOf(id, from), to, clock.now_epoch_ms());
      return success(null);
    } catch (error) {
      return explain(error, words.store.journal.notPutAway);
    }
  }

  function forget(athlete_id: number): void {
    for (const place of [home, bin, aside])
      for (const id of idsIn(place)) {
        const file = fileOf(id, place);
        const read = readJournal(file);
        if (!read.ok || read.value.header.labels.athlete_id !== athlete_id) continue;
        options.stop(id);
        removeQuietly(file);
      }
  }

  function tidy(): void {
    if (!options.tidy) return;
    removeOlder(bin, clock.now_epoch_ms() - KEEP_DISCARDED_DAYS * DAY_MS);
    removeOlder(aside, clock.now_epoch_ms() - KEEP_WITHOUT_REPS_DAYS * DAY_MS);
  }

  tidy();

  return {
    recoverable,
    withoutReps,
    read,
    discard,
    forget,
    setAside(id) {
      const moved = move(id, home, aside);
      if (!moved.ok) notify({ code: 'journal-failed', message: moved.error.message });
    },
    remove(id) {
      for (const place of [home, aside]) removeQuietly(fileOf(id, place));
    },
  };
}
