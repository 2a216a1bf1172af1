import fs from 'node:fs';
import path from 'node:path';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import { explain } from '../errors.ts';
import type { LeftOver, RecoveredSet } from '../journal-types.ts';
import { removeQuietly } from '../remove.ts';
import type { StoreClock, StoreNotice } from '../types.ts';
import { DISCARDED, idsIn, SUFFIX } from './files.ts';
import { readJournal } from './read.ts';

/** A set thrown away by mistake can be fetched back for this long, days. */
const KEEP_DISCARDED_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface LeftJournalsOptions {
  readonly clock: StoreClock;
  readonly notify: (notice: StoreNotice) => void;
  /** True when a set made from this journal is in the database. */
  readonly isStored: (journal_id: string) => boolean;
  /** Remove discarded journals whose time has come; a store opened only for reading leaves all as it is. */
  readonly tidy: boolean;
  readonly isRunning: (id: string) => boolean;
  /** Nothing more is written to it. */
  readonly stop: (id: string) => void;
}

/** The journals that no running set writes to: those that were left behind, and those that were thrown away. */
export interface LeftJournals {
  recoverable(): LeftOver[];
  read(id: string): Result<RecoveredSet>;
  discard(id: string): Result<null>;
  /** Removes whatever the folder holds of an athlete, discarded and running journals too. */
  forget(athlete_id: number): void;
}

export function createLeftJournals(home: string, options: LeftJournalsOptions): LeftJournals {
  const { isRunning } = options;
  const bin = path.join(home, DISCARDED);
  const fileOf = (id: string) => path.join(home, id + SUFFIX);

  function recoverable(): LeftOver[] {
    const found: LeftOver[] = [];
    for (const id of idsIn(home)) {
      if (isRunning(id)) continue;
      // The power went between the set's commit and this removal.
      if (options.isStored(id)) {
        removeQuietly(fileOf(id));
        continue;
      }
      const read = readJournal(fileOf(id));
      if (read.ok) {
        const { header, recording } = read.value;
        const samples = recording.t_s.length;
        found.push({ id, header, samples, duration_s: recording.t_s[samples - 1] ?? 0 });
      } else {
        const moved = discard(id);
        // One that ended before its first sample holds nothing anyone could miss.
        if (read.error.code !== 'journal-empty' && moved.ok)
          options.notify({
            code: 'journal-unreadable',
            message: words.store.journal.keptIn(read.error.message, bin),
          });
      }
    }
    return found.sort((a, b) => a.header.started_epoch_ms - b.header.started_epoch_ms);
  }

  function read(id: string): Result<RecoveredSet> {
    if (!idsIn(home).includes(id) || isRunning(id)) return failure('no-journal', words.store.journal.missing);
    return readJournal(fileOf(id));
  }

  function discard(id: string): Result<null> {
    if (!idsIn(home).includes(id) || isRunning(id)) return failure('no-journal', words.store.journal.missing);
    try {
      fs.mkdirSync(bin, { recursive: true });
      const target = path.join(bin, id + SUFFIX);
      fs.renameSync(fileOf(id), target);
      const now_s = options.clock.now_epoch_ms() / 1000;
      // Its 30 days begin now, not when the set was lifted.
      fs.utimesSync(target, now_s, now_s);
      return success(null);
    } catch (error) {
      return explain(error, words.store.journal.notPutAway);
    }
  }

  function forget(athlete_id: number): void {
    for (const place of [home, bin])
      for (const id of idsIn(place)) {
        const file = path.join(place, id + SUFFIX);
        const read = readJournal(file);
        if (!read.ok || read.value.header.labels.athlete_id !== athlete_id) continue;
        options.stop(id);
        removeQuietly(file);
      }
  }

  for (const id of options.tidy ? idsIn(bin) : []) {
    const file = path.join(bin, id + SUFFIX);
    const age_ms = options.clock.now_epoch_ms() - fs.statSync(file).mtimeMs;
    if (age_ms > KEEP_DISCARDED_DAYS * DAY_MS) removeQuietly(file);
  }

  return { recoverable, read, discard, forget };
}
