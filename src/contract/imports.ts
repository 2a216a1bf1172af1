import type { LiftId, VariationId } from '../lifts/lift.ts';

/** An import as the list shows it; it can be taken back as one. */
export interface ImportRecord {
  readonly id: number;
  readonly made_epoch_ms: number;
  readonly kind: 'recording' | 'history' | 'roster';
  /** The instrument, app or sensor tool the file is of; empty where it is not known. */
  readonly tool: string;
  readonly file: string;
  readonly sets: number;
  readonly reps: number;
  /** Athletes it added. */
  readonly athletes: number;
}

/** One rep as another instrument measured it. */
export interface ImportedRep {
  readonly place: number;
  readonly mcv_mps: number | null;
  readonly mpv_mps: number | null;
  readonly pcv_mps: number | null;
  readonly rom_m: number | null;
  readonly duration_s: number | null;
}

/** A set of another instrument: without a signal, and in no line, trend or best. */
export interface ImportedSet {
  readonly id: number;
  readonly instrument: string;
  /** As the file has them, on the clock of the place: YYYY-MM-DD, HH:MM:SS. */
  readonly day: string;
  readonly time: string | null;
  readonly exercise: string;
  /** null: none of the lifts Lockout knows. */
  readonly lift: LiftId | null;
  readonly variation: VariationId | null;
  readonly kind: 'work' | 'warm-up';
  readonly load_kg: number | null;
  readonly reps: number;
  readonly rpe: number | null;
  readonly note: string;
  readonly measured: readonly ImportedRep[];
}
