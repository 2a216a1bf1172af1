import type { LiftId, Targets, VariationId } from './lift.ts';

/** Which half of the rep comes first (docs/definitions.md). */
export type Opening = 'concentric-first' | 'eccentric-first';

/** A number and where it is from; `chosen here` when no published evidence was found. */
export interface Evidenced<T> {
  readonly value: T;
  readonly evidence: string;
}

/** Mean velocity of the fastest rep that can be done once, m/s: middle, and how much it differs between people (1 sd). */
export interface VelocityAt1rm extends Evidenced<number> {
  readonly sd: number;
}

export interface VariationProfile {
  readonly id: VariationId;
  /** Trained one side at a time: sets carry a side. */
  readonly unilateral: boolean;
  readonly targets: Targets;
  /** Least rise that counts as a rep, m. */
  readonly min_rise_m: number;
  readonly muscles: readonly string[];
}

export interface LiftProfile {
  readonly id: LiftId;
  readonly opening: Opening;
  /** Eccentric-first, but a set may open with a concentric (a press from the shoulders). */
  readonly opens_from_bottom: boolean;
  /** The bottom of each rep may be the floor: plates land there. */
  readonly from_floor: boolean;
  /** Range no rep of this lift exceeds, m: larger rises are pick-ups. */
  readonly max_rise_m: Evidenced<number>;
  /** null when unknown. */
  readonly velocity_at_1rm_mps: VelocityAt1rm | null;
  readonly variations: readonly [VariationProfile, ...VariationProfile[]];
  /** Where the default targets come from. */
  readonly evidence: string;
}

/** Allowed height above the floor between reps in constant tension, m: coaches advise 3-5 cm. */
export const HOVER_M = 0.05;
/** Least share of the reference range that is a full rep; chosen here: a rep's range is known to 7-10 % of a hip thrust's. */
export const FULL_RATIO = 0.85;
/** A rep below this share of the reference range is a half rep; chosen here two such uncertainties below a full one. */
export const PARTIAL_RATIO = 0.7;
/** Peak downward speed from which a bar counts as dropped, m/s; chosen here: a controlled lowering stays well below it. */
export const DROPPED_MPS = 1.0;

export function targets(changes: Partial<Targets> = {}): Targets {
  return {
    hold_s: null,
    eccentric_s: null,
    dropped_mps: DROPPED_MPS,
    full_ratio: FULL_RATIO,
    partial_ratio: PARTIAL_RATIO,
    constant_tension: false,
    hover_m: HOVER_M,
    ...changes,
  };
}
