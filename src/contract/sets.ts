import type { Correction } from '../reps/correction.ts';
import type { Movement } from '../reps/movement.ts';
import type { Analysis, Rep, SetSummary } from '../reps/rep.ts';
import type { RepOutcome } from '../training/outcome.ts';
import type { Athlete, LiftId, MountId, Reference, SetKind, Side, Units, VariationId } from './setup.ts';

export type { Correction, Movement };

/** One line of a list of sets. */
export interface SetRow {
  readonly id: number;
  readonly session_id: number;
  readonly athlete_id: number;
  readonly athlete_name: string;
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly bench: string;
  readonly side: Side | null;
  readonly mount: MountId | null;
  readonly kind: SetKind;
  readonly load_kg: number | null;
  /** What it was typed in; null where nobody said. */
  readonly load_unit: Units | null;
  readonly started_epoch_ms: number;
  readonly duration_s: number;
  readonly note: string;
  readonly simulated: boolean;
  /** Read or played back from a recording, not lifted here and now. */
  readonly replayed: boolean;
  /** It moves trends, lines, ranges and bests; a replayed set does only once somebody has said so. */
  readonly accepted: boolean;
  readonly interrupted: boolean;
  readonly summary: SetSummary;
  readonly holds_met: number;
  readonly holds_judged: number;
  readonly hold_target_s: number | null;
}

export interface StoredRep {
  readonly id: number;
  readonly rep: Rep;
  readonly deleted: boolean;
  /** True when it is a rep because a coach said so (counted, split or joined). */
  readonly edited: boolean;
}

/** What a coach said about a movement of the set; kept with it through every new analysis until taken back. */
export type StoredCorrection = Correction & { readonly id: number };

export interface SetMovements {
  /** In order of time. */
  readonly not_counted: readonly Movement[];
  /** Ids of corrections that today's algorithm finds no movement for. */
  readonly unmet: readonly number[];
}

/** A set with everything Set review shows. */
export interface SetDetail {
  readonly row: SetRow;
  readonly athlete: Athlete;
  readonly reps: readonly StoredRep[];
  readonly failed: readonly Rep[];
  readonly recording: Analysis['recording'];
  /** Decimated to at most 4,000 points; none when neither it nor the raw signal can be read any more. */
  readonly trace: {
    readonly t_s: readonly number[];
    readonly height_m: readonly number[];
    readonly velocity_mps: readonly number[];
  };
  /** False: the samples are still at the station that lifted the set, or on their way from there. */
  readonly recording_here: boolean;
  readonly algorithm: string;
  /** How many reps were counted while the set ran; null when nobody counted (imported, stored by an older Lockout). */
  readonly live_reps: number | null;
  /** The reps shown are those: the analysis of the whole set failed or lost them. */
  readonly from_live: boolean;
  /** Today's algorithm differs from the one that made these numbers. */
  readonly outdated: boolean;
  readonly reference_rom_m: number | null;
  readonly sensor_name: string;
  /** In the order they were made. */
  readonly corrections: readonly StoredCorrection[];
  readonly edits: readonly { readonly at_epoch_ms: number; readonly what: string }[];
}

/** One set as a point of the history. */
export interface HistoryPoint {
  readonly set_id: number;
  readonly session_id: number;
  readonly side: Side | null;
  readonly at_epoch_ms: number;
  readonly load_kg: number | null;
  readonly mean_mcv_mps: number | null;
  readonly best_mcv_mps: number | null;
  readonly reps: number;
  readonly partial: number;
  readonly holds_met: number;
  readonly holds_judged: number;
  readonly kind: SetKind;
  /** Means over the reps that can be compared; null where none tells. */
  readonly pcv_mps: number | null;
  readonly power_w: number | null;
  readonly hold_s: number | null;
  readonly rom_m: number | null;
  readonly lowering_s: number | null;
  /** Rep by rep. */
  readonly outcomes: readonly RepOutcome[];
}

export interface History {
  readonly athlete: Athlete;
  readonly lift: LiftId;
  /** Variations this athlete has sets of. */
  readonly variations: readonly VariationId[];
  /** Sides there are sets of, of this variation. */
  readonly sides: readonly Side[];
  readonly points: readonly HistoryPoint[];
  readonly sets: readonly SetRow[];
  readonly tiles: {
    /** Most used work load and its trend over the period. */
    readonly speed: {
      readonly load_kg: number;
      readonly mcv_mps: number;
      readonly change_mps: number | null;
      readonly weeks: number;
    } | null;
    readonly holds_met_pct: number | null;
    readonly hold_target_s: number | null;
    readonly partial_pct: number | null;
    readonly partial: number;
    readonly reps: number;
    readonly sets_this_week: number;
    readonly days_since_last: number | null;
  };
  /** Rep quality by week, of weeks with training. */
  readonly weeks: readonly {
    /** Its Monday, ms since epoch. */
    readonly monday_epoch_ms: number;
    readonly reps: number;
    readonly full: number;
    readonly short: number;
    readonly partial: number;
    readonly unsure: number;
    readonly sets: number;
    readonly volume_kg: number;
    readonly holds_met: number;
    readonly holds_judged: number;
  }[];
}

/** The full range an athlete's reps are judged against, for one lift, variation, bench and side. */
export interface AthleteReference {
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly bench: string;
  readonly side: Side | null;
  readonly reference: Reference;
  /** When it was calibrated; null when it is learned, for that moves with every set. */
  readonly made_epoch_ms: number | null;
}
