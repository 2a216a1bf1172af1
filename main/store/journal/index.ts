import path from 'node:path';
import { type Result, success } from '../../../src/contract/result.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import { explain } from '../errors.ts';
import type { JournalDisk, JournalHeader, Journals, RunningJournal } from '../journal-types.ts';
import { type Appender, createAppender } from './appender.ts';
import { freeId, SUFFIX } from './files.ts';
import { headerRecord, labelsRecord, MAGIC, samplesRecord, wholeJournal } from './format.ts';
import { createLeftJournals, type LeftJournals, type LeftJournalsOptions } from './left-journals.ts';

type Options = Omit<LeftJournalsOptions, 'isRunning' | 'stop'> & { readonly disk: JournalDisk };

export interface JournalFolder extends Journals {
  /** The set is in the database: its journal goes. */
  release(id: string): void;
  forget: LeftJournals['forget'];
  close(): void;
}

/** `<data>/journal`: one append-only file per running set, none when nothing runs. */
export function createJournals(folder: string, options: Options): JournalFolder {
  const home = path.join(folder, 'journal');
  const running = new Map<string, Appender>();
  /** Kept for sets that wait in memory to be stored. */
  const waiting = new Set<string>();
  const fileOf = (id: string) => path.join(home, id + SUFFIX);
  const left = createLeftJournals(home, {
    ...options,
    isRunning: (id) => running.has(id) || waiting.has(id),
    stop,
  });

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
      isSafe: () => appender.isSafe(),
      setAside: () => {
        if (!open()) return;
        stop(id);
        left.setAside(id);
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
      return createAppender(options.disk.open(fileOf(id)), tell);
    } catch (error) {
      tell(error);
      return { append() {}, flush: () => Promise.resolve(), isSafe: () => false, close() {} };
    }
  }

  function keep(id: string, header: JournalHeader, recording: Recording): Result<null> {
    stop(id);
    waiting.add(id);
    try {
      options.disk.write(fileOf(id), wholeJournal(header, recording));
      return success(null);
    } catch (error) {
      return explain(error, words.store.journal.notKept, folder);
    }
  }

  function stop(id: string): void {
    running.get(id)?.close();
    running.delete(id);
  }

  function release(id: string): void {
    stop(id);
    waiting.delete(id);
    left.remove(id);
  }

  return {
    ...left,
    start,
    keep,
    freeId: () => freeId(home, options.clock.now_epoch_ms()),
    release,
    close() {
      for (const id of [...running.keys()]) stop(id);
    },
  };
}
