import fs from 'node:fs';
import path from 'node:path';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import { explain } from '../errors.ts';
import type { JournalHeader, Journals, LeftOver, RecoveredSet, RunningJournal } from '../journal-types.ts';
import { removeQuietly } from '../remove.ts';
import type { StoreClock, StoreNotice } from '../types.ts';
import { type Appender, createAppender, openAppendFile } from './appender.ts';
import { DISCARDED, freeId, idsIn, SUFFIX, syncFolder } from './files.ts';
import { headerRecord, labelsRecord, MAGIC, samplesRecord } from './format.ts';
import { readJournal } from './read.ts';

/** A set thrown away by mistake can be fetched back for this long, days. */
const KEEP_DISCARDED_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Options {
  readonly clock: StoreClock;
  readonly notify: (notice: StoreNotice) => void;
  /** True when a set made from this journal is in the database. */
  readonly isStored: (journal_id: string) => boolean;
  /** Remove discarded journals whose time has come; a store opened only for reading leaves all as it is. */
  readonly tidy: boolean;
}

export interface JournalFolder extends Journals {
  /** The set is in the database: its journal goes. */
  release(id: string): void;
  /** Removes whatever the folder holds of an athlete, discarded journals too. */
  forget(athlete_id: number): void;
  close(): void;
}

/** `<data>/journal`: one append-only file per running set, none when nothing runs. */
export function createJournals(folder: string, options: Options): JournalFolder {
  const home = path.join(folder, 'journal');
  const bin = path.join(home, DISCARDED);
  const running = new Map<string, Appender>();
  const fileOf = (id: string) => path.join(home, id + SUFFIX);

  function start(header: JournalHeader): RunningJournal {
    const id = freeId(home, options.clock.now_epoch_ms());
    const appender = openQuietly(id);
    appender.append(MAGIC);
    appender.append(headerRecord(header));
    running.set(id, appender);
    void appender.flush();
    const open = () => running.get(id) === appender;
    return {
      id,
      append: (batch) => {
        if (open() && batch.count > 0) appender.append(samplesRecord(batch));
      },
      relabel: (labels) => {
        if (open()) appender.append(labelsRecord(labels));
      },
      flush: () => appender.flush(),
      drop: () => {
        if (open()) release(id);
      },
      close: () => {
        if (open()) stop(id);
      },
    };
  }

  /** A journal that cannot be begun must not keep anyone from training: it is told and the set goes on. */
  function openQuietly(id: string): Appender {
    const tell = (error: unknown) =>
      options.notify({
        code: 'journal-failed',
        message: explain(error, words.store.journal.notSaving).error.message,
      });
    try {
      fs.mkdirSync(home, { recursive: true });
      const appender = createAppender(openAppendFile(fileOf(id)), tell);
      syncFolder(home);
      return appender;
    } catch (error) {
      tell(error);
      return { append() {}, flush: () => Promise.resolve(), close() {} };
    }
  }

  function stop(id: string): void {
    running.get(id)?.close();
    running.delete(id);
  }

  function release(id: string): void {
    stop(id);
    removeQuietly(fileOf(id));
  }

  function recoverable(): LeftOver[] {
    const found: LeftOver[] = [];
    for (const id of idsIn(home)) {
      if (running.has(id)) continue;
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
    if (!idsIn(home).includes(id) || running.has(id))
      return failure('no-journal', words.store.journal.missing);
    return readJournal(fileOf(id));
  }

  function discard(id: string): Result<null> {
    if (!idsIn(home).includes(id) || running.has(id))
      return failure('no-journal', words.store.journal.missing);
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
        stop(id);
        removeQuietly(file);
      }
  }

  for (const id of options.tidy ? idsIn(bin) : []) {
    const file = path.join(bin, id + SUFFIX);
    const age_ms = options.clock.now_epoch_ms() - fs.statSync(file).mtimeMs;
    if (age_ms > KEEP_DISCARDED_DAYS * DAY_MS) removeQuietly(file);
  }

  return {
    start,
    recoverable,
    read,
    discard,
    release,
    forget,
    close() {
      for (const id of [...running.keys()]) stop(id);
    },
  };
}
