import type { Recording } from '../../src/recording/samples.ts';
import type { SetContext } from '../../src/reps/rep.ts';
import type { FileQuestion, FilesAtHand } from '../station/imports/files-at-hand.ts';
import type { SharedProgress } from '../station/imports/shared-progress.ts';
import type { HandedRecording } from '../station/sources/read-handed.ts';
import type { BackupWish } from '../store/types.ts';

type SetToAnalyse = readonly [recording: Recording, context: SetContext];

// A thread loads what its own jobs need and no more: one for the ends of sets is ready in half the time.
const analyses = async () => (await import('../station/stored/analyst.ts')).analysisHere;
let atHand: Promise<FilesAtHand> | undefined;
const files = (): Promise<FilesAtHand> => {
  atHand ??= import('../station/imports/files-at-hand.ts').then(({ createFilesAtHand }) =>
    createFilesAtHand(),
  );
  return atHand;
};

/** What a worker does, by name. Arguments and answers are copied from thread to thread. */
export const jobs = {
  whole: async (set: SetToAnalyse) => (await analyses()).whole(...set),
  causal: async (set: SetToAnalyse) => (await analyses()).causal(...set),
  'read-handed': async (handed: HandedRecording) =>
    (await import('../station/sources/read-handed.ts')).readHanded(handed),
  'back-up': async (wish: BackupWish) => (await import('../store/index.ts')).backUpBeside(wish),
  'files-begin': async (begun: readonly [names: readonly string[], progress?: SharedProgress | undefined]) =>
    (await files()).begin(...begun),
  'files-piece': async (piece: readonly [file: number, bytes: Uint8Array]) => (await files()).piece(...piece),
  'files-header': async (_: null) => (await files()).header(),
  'files-look': async (question: FileQuestion) => (await files()).look(question),
  'files-sets': async (question: FileQuestion) => (await files()).sets(question),
};

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobArgument<J extends JobName> = Parameters<Jobs[J]>[0];
export type JobAnswer<J extends JobName> = Awaited<ReturnType<Jobs[J]>>;

/** What a thread says first: it is loaded, and what ends it from now on is a job. */
export type ThreadHere = 'here';

export interface JobRequest {
  readonly id: number;
  readonly job: JobName;
  readonly argument: unknown;
}
export type JobReply =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };
