import { type FileWork, filesHere } from './imports/files-at-hand.ts';
import { type ReadHanded, readHanded } from './sources/read-handed.ts';
import { type AnalysisWork, analysisHere } from './stored/analyst.ts';

/** What takes longer than the samples of a running set may wait. Whatever it throws or rejects with is a fault, not an answer. */
export interface HeavyWork extends AnalysisWork {
  readonly readHanded: ReadHanded;
  readonly files: FileWork;
}

/** In this thread, where nothing else waits. */
export const workHere = (): HeavyWork => ({
  ...analysisHere,
  readHanded,
  files: filesHere(),
});
