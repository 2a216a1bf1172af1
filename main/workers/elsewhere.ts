import type { Result } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { type HeavyWork, workHere } from '../station/heavy-work.ts';
import type { Soon } from '../station/soon.ts';
import { explain } from '../store/errors.ts';
import { backUpBeside } from '../store/index.ts';
import type { BackupFile, BackupWish } from '../store/types.ts';
import type { JobAnswer, JobArgument, JobName } from './jobs.ts';
import { createLane, type Lane, neverStarted } from './lane.ts';
import { workerFile } from './worker-file.ts';

/** A thread is let go with its memory after this long, ms; chosen here as a usual rest between sets. */
const IDLE_MS = 60_000;
/** The end of a set is waited for this long, ms; chosen here at some fifty times what a set of three minutes takes. */
const END_MS = 60_000;
/** Files somebody looks at before they are stored are kept this long, ms; chosen here as the longest anybody thinks about them. */
const LOOKED_AT_MS = 3_600_000;

/** Heavy work in threads of its own. */
export interface WorkElsewhere extends HeavyWork {
  backUp(wish: BackupWish): Promise<Result<BackupFile>>;
  /** What was asked for is done first. */
  close(): Promise<void>;
}

/**
 * Three threads at most: one for nothing but the ends of sets, one that keeps the files of an import, one for the rest. Where
 * none can be had, all is done in this one.
 */
export function createWorkElsewhere(log: (line: string) => void, file = workerFile()): WorkElsewhere {
  const here = workHere();
  const ends = createLane({ idle_ms: IDLE_MS, limit_ms: END_MS, file });
  const rest = createLane({ idle_ms: IDLE_MS, file });
  const imports = createLane({ idle_ms: LOOKED_AT_MS, file });
  let isAlone = false;
  const on =
    (lane: Lane) =>
    <J extends JobName>(
      job: J,
      argument: JobArgument<J>,
      inThisThread: () => Soon<JobAnswer<J>>,
    ): Soon<JobAnswer<J>> => {
      if (isAlone) return inThisThread();
      return lane.run(job, argument).catch((error) => {
        if (!neverStarted(error)) throw error;
        log(`threads: none can be had (${error.message}); everything is done in one`);
        isAlone = true;
        return inThisThread();
      });
    };
  const end = on(ends);
  const other = on(rest);
  const ofFiles = on(imports);
  return {
    ready() {
      if (!isAlone) ends.ready();
    },
    finish: (...set) => end('whole', set, () => here.finish(...set)),
    whole: (...set) => other('whole', set, () => here.whole(...set)),
    causal: (...set) => other('causal', set, () => here.causal(...set)),
    readHanded: (handed) => other('read-handed', handed, () => here.readHanded(handed)),
    async backUp(wish) {
      try {
        return await other('back-up', wish, () => backUpBeside(wish));
      } catch (error) {
        return explain(error, words.store.backup.notMade, wish.folder);
      }
    },
    files: {
      begin: (...begun) => ofFiles('files-begin', begun, () => here.files.begin(...begun)),
      piece: (...piece) => ofFiles('files-piece', piece, () => here.files.piece(...piece)),
      header: () => ofFiles('files-header', null, () => here.files.header()),
      look: (question) => ofFiles('files-look', question, () => here.files.look(question)),
      stop() {
        if (isAlone) here.files.stop();
        else imports.stop('called off');
      },
      sets: (question) => ofFiles('files-sets', question, () => here.files.sets(question)),
    },
    async close() {
      await Promise.all([ends, rest, imports].map((lane) => lane.close()));
    },
  };
}
