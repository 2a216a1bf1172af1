import type { PlannedExercise, PlannedPerson } from '../recording/histories/plan.ts';
import type { ImportRecord } from './imports.ts';

/** What a set of a recording would become. */
export interface ImportedPart {
  readonly start_s: number;
  readonly reps: readonly { readonly mcv_mps: number | null; readonly rom_m: number | null }[];
  readonly quality: 'good' | 'fair' | 'unusable';
  readonly reasons: readonly string[];
}

interface Common {
  readonly files: readonly string[];
  /** The same bytes came in before. */
  readonly before: ImportRecord | null;
  readonly remarks: readonly string[];
}

/** What the files that were handed over are, and what would become of them; nothing is stored yet. */
export type ImportPreview =
  | (Common & {
      readonly kind: 'history';
      readonly tool: string;
      readonly people: readonly PlannedPerson[];
      readonly exercises: readonly PlannedExercise[];
      readonly fresh: number;
      readonly fresh_reps: number;
      readonly there: number;
      readonly refused: number;
      /** What has to be said first; null: it can be stored. */
      readonly question: string | null;
    })
  | (Common & { readonly kind: 'day-order'; readonly question: string })
  | (Common & {
      readonly kind: 'recording';
      readonly parts: readonly ImportedPart[];
      /** Length of the acceleration over time, g: shows units and rests at a glance. */
      readonly force: { readonly t_s: readonly number[]; readonly g: readonly number[] };
    })
  | (Common & {
      readonly kind: 'columns';
      readonly message: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    })
  | (Common & {
      readonly kind: 'roster';
      readonly added: readonly string[];
      readonly known: readonly string[];
    })
  | (Common & { readonly kind: 'everything' })
  | (Common & { readonly kind: 'refused'; readonly message: string });

/** Sets of a recording that are analysed, of how many; none of none while nobody knows how many there are. */
export interface ImportProgress {
  readonly done: number;
  readonly of: number;
}

export interface ImportResult {
  /** null: everything of another Lockout, which is not taken back as one. */
  readonly record: ImportRecord | null;
  /** Sets with a signal that can be opened. */
  readonly set_ids: readonly number[];
  readonly message: string;
}
