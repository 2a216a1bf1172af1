import type { ImportedSet, ImportRecord } from '../../src/contract/imports.ts';
import type { Result } from '../../src/contract/result.ts';
import type { NamedLift } from '../../src/lifts/exercise-name.ts';
import type { LiftId } from '../../src/lifts/lift.ts';
import type { ColumnMap } from '../../src/recording/files/column-map.ts';
import type { HistorySet } from '../../src/recording/histories/history.ts';
import type { RosterEntry } from '../../src/recording/roster.ts';
import type { InsertedSet, NewSet } from './new-set.ts';

/** The file something came from. */
export interface ImportedFile {
  readonly file: string;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
  /** Empty where the tool is not known. */
  readonly tool: string;
}

/** Somebody there, or somebody to be added. */
export type ImportAthlete = { readonly id: number } | { readonly name: string };

export interface NewImportedSet {
  readonly athlete: ImportAthlete;
  readonly set: HistorySet;
  readonly lift: NamedLift | null;
  readonly same_as: string;
}

export interface NewHistory extends ImportedFile {
  readonly sets: readonly NewImportedSet[];
  /** Remembered for the next file, by the plain form of the name. */
  readonly exercises: ReadonlyMap<string, NamedLift | null>;
}

export interface ImportStore {
  /** Newest first. */
  list(): ImportRecord[];
  /** The last import of the same bytes that was not taken back. */
  sameFile(digest: string): ImportRecord | null;
  exercises(): ReadonlyMap<string, NamedLift | null>;
  /** What the imported sets of an athlete are the same as. */
  setsOf(athlete_id: number): ReadonlySet<string>;
  /** What the columns of a file with this header mean, as somebody said; null: nobody did. */
  columns(header: string): ColumnMap | null;
  rememberColumns(header: string, columns: ColumnMap): Result<null>;
  /** All of it or nothing. */
  addHistory(history: NewHistory): Result<ImportRecord>;
  /** Sets with a signal, analysed; all of them or none. */
  addRecording(
    from: ImportedFile,
    sets: readonly NewSet[],
  ): Result<{ readonly record: ImportRecord; readonly sets: readonly InsertedSet[] }>;
  addRoster(from: ImportedFile, athletes: readonly RosterEntry[]): Result<ImportRecord>;
  /** Takes an import back, with the athletes it added who have nothing else. */
  undo(id: number): Result<ImportRecord>;
  /** Newest first. */
  sets(query: { readonly athlete_id: number; readonly lift?: LiftId | undefined }): ImportedSet[];
}
