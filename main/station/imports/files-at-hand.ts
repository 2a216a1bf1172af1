import type { ImportedPart } from '../../../src/contract/importing.ts';
import type { ImportChoices } from '../../../src/contract/requests.ts';
import { type ColumnMap, headerKey } from '../../../src/recording/files/column-map.ts';
import { lookAtTable } from '../../../src/recording/files/unknown-table.ts';
import type { SetContext } from '../../../src/reps/rep.ts';
import type { Soon } from '../soon.ts';
import { type FoundFiles, findOut } from './find-out.ts';
import { createHandedFiles, type HandedFiles } from './handed-files.ts';
import { forceOf, partOf } from './preview.ts';
import { partsOfRecording, type SetToStore } from './recording-sets.ts';
import { putProgress, type SharedProgress } from './shared-progress.ts';

export interface FileQuestion {
  readonly choices: ImportChoices;
  /** What was said before of a table with such a header; null: nothing. */
  readonly known: ColumnMap | null;
  /** The day it is here. */
  readonly today: string;
  /** As what the sets of a recording are analysed. */
  readonly context: SetContext;
}

/** What the files are; of a recording, what its sets came to. */
export interface Findings {
  readonly digest: string;
  readonly found:
    | Exclude<FoundFiles, { readonly kind: 'recording' }>
    | {
        readonly kind: 'recording';
        readonly remarks: readonly string[];
        readonly parts: readonly ImportedPart[];
        readonly force: ReturnType<typeof forceOf>;
      };
}

/** Files somebody handed over, and the questions that can be asked of them; all of it takes its time. */
export interface FilesAtHand {
  /** `progress`: where it tells how far a look is. */
  begin(names: readonly string[], progress?: SharedProgress | undefined): null;
  /** How many bytes there are now; null: such a file was not named, or they have been looked at. */
  piece(file: number, bytes: Uint8Array): number | null;
  /** The header of the one table there is, as it is remembered; null: there is none, or several. */
  header(): string | null;
  look(question: FileQuestion): Findings;
  /** The sets of a recording that was looked at so, with what the store needs. */
  sets(question: FileQuestion): readonly SetToStore[];
}

/** Files on their way in: the same questions as of `FilesAtHand`, answered when there was time. */
export type FileWork = {
  readonly [Q in keyof FilesAtHand]: (
    ...asked: Parameters<FilesAtHand[Q]>
  ) => Soon<ReturnType<FilesAtHand[Q]>>;
} & {
  /** Forgets the files, in the middle of whatever is done with them; who waits for an answer gets none but an error. */
  stop(): void;
};

/** In this thread, where what has begun cannot be stopped. */
export function filesHere(): FileWork {
  const files = createFilesAtHand();
  return { ...files, stop: () => files.begin([]) };
}

export function createFilesAtHand(): FilesAtHand {
  let files: HandedFiles = createHandedFiles([]);
  let progress: SharedProgress | undefined;
  const tell = (done: number, of: number): void => {
    if (progress !== undefined) putProgress(progress, done, of);
  };
  /** The sets of the newest question, for the one who asks to store them. */
  let newest: { readonly question: string; readonly sets: readonly SetToStore[] } | null = null;
  const found = ({ choices, known, today }: FileQuestion): FoundFiles =>
    findOut(files, choices, known, today);

  /** The files are read again only where they were asked about otherwise. */
  const sets = (question: FileQuestion, what: () => FoundFiles): readonly SetToStore[] => {
    const key = JSON.stringify(question);
    if (newest?.question === key) return newest.sets;
    tell(0, 0);
    const files = what();
    const parts = files.kind === 'recording' ? partsOfRecording(files.recording, question.context, tell) : [];
    newest = { question: key, sets: parts };
    return parts;
  };

  return {
    begin(names, shared) {
      progress = shared;
      tell(0, 0);
      files = createHandedFiles(names);
      newest = null;
      return null;
    },
    piece(file, bytes) {
      if (files.ended || files.names[file] === undefined) return null;
      files.push(file, bytes);
      return files.bytes;
    },
    header() {
      const { texts } = files.end();
      const table = texts[0] === undefined || texts.length > 1 ? null : lookAtTable(texts[0].text);
      return table === null ? null : headerKey(table.header);
    },
    look(question) {
      const { digest } = files.end();
      const what = found(question);
      if (what.kind !== 'recording') return { digest, found: what };
      const { remarks, recording } = what;
      const parts = sets(question, () => what).map(partOf);
      return { digest, found: { kind: 'recording', remarks, parts, force: forceOf(recording) } };
    },
    sets: (question) => sets(question, () => found(question)),
  };
}
