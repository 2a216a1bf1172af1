import type { LiftId, Reference, Targets, VariationId } from '../lifts/lift.ts';
import type { MountId } from '../lifts/mount.ts';
import type { SensorCalibration } from '../signal/calibration.ts';
import type { RecordingFacts } from '../signal/recording-facts.ts';
import type { Correction } from './correction.ts';
import type { Movement } from './movement.ts';

/** Travels with every number. `fair` and `unusable` come with at least one reason. */
export type Quality = 'good' | 'fair' | 'unusable';

export type RangeVerdict = 'full' | 'short' | 'partial' | 'unsure';
/** `no-lockout`: the bar paused below the lockout zone, which counts as missed. */
export type HoldVerdict = 'met' | 'missed' | 'no-lockout' | 'unsure';
export type LoweringVerdict = 'controlled' | 'fast' | 'dropped';
export type RepFlag = 'over-extended' | 'floor-rest' | 'unsteady' | 'pulsed' | 'failed';

export interface Verdict {
  readonly range: RangeVerdict;
  /** null when the lift asks for no hold or the hold was not seen. */
  readonly hold: HoldVerdict | null;
  /** null when the eccentric was not seen or is not judged. */
  readonly lowering: LoweringVerdict | null;
  readonly flags: readonly RepFlag[];
  /** What the verdict rests on: ROM / reference and its 1-sigma, null without a reference. */
  readonly range_ratio: number | null;
  readonly range_ratio_sigma: number | null;
}

/**
 * One repetition by the definitions of docs/definitions.md. Times are seconds from the recording's
 * first sample; heights m, velocities m/s. What was not seen or cannot be told is null, never 0.
 */
export interface Rep {
  /** 1-based place in the set. */
  readonly index: number;
  /** Start of the rep's first phase (eccentric-first lifts: the eccentric). */
  readonly start_s: number;
  /** When the causal path announced it, on the sample clock; null in an end-of-set or stored result. */
  readonly announced_s: number | null;
  readonly concentric: { readonly start_s: number; readonly end_s: number; readonly duration_s: number };
  readonly lockout: {
    readonly start_s: number;
    readonly end_s: number | null;
    readonly hold_s: number | null;
    readonly hold_sigma_s: number | null;
    /** When the causal path announced the hold's start; null in an end-of-set or stored result. */
    readonly announced_s: number | null;
  };
  readonly eccentric: {
    readonly start_s: number;
    readonly end_s: number;
    readonly duration_s: number;
    /** Positive numbers. */
    readonly peak_mps: number;
    readonly mean_mps: number;
  } | null;
  readonly bottom: { readonly duration_s: number | null; readonly floor_contact: boolean | null };
  readonly mcv_mps: number | null;
  /** Against what a good instrument on the same bar would read, 1-sigma. */
  readonly mcv_sigma_mps: number | null;
  /** The part of it that differs from rep to rep of one set-up. */
  readonly mcv_repeat_sigma_mps: number | null;
  readonly pcv_mps: number | null;
  readonly mpv_mps: number | null;
  readonly time_to_peak_s: number | null;
  readonly rom_m: number | null;
  readonly rom_sigma_m: number | null;
  /** The part of it that differs from rep to rep: what the verdict on the athlete's own range rests on. */
  readonly rom_repeat_sigma_m: number | null;
  /** load * (a + g) * v, W; null without a load. */
  readonly mean_power_w: number | null;
  readonly peak_power_w: number | null;
  readonly quality: Quality;
  readonly reasons: readonly string[];
  readonly verdict: Verdict;
}

export interface SetSummary {
  readonly reps: number;
  readonly full: number;
  readonly short: number;
  readonly partial: number;
  readonly unsure: number;
  readonly failed: number;
  readonly mean_mcv_mps: number | null;
  readonly best_mcv_mps: number | null;
  readonly velocity_loss_pct: number | null;
  readonly mean_hold_s: number | null;
  readonly reference_rom_m: number | null;
}

/** How steadily the bar was kept in one rep; null where it cannot be told (src/reps/steadiness/steadiness.ts). */
export interface RepSteadiness {
  /** Change of the bar's inclination, deg RMS. */
  readonly tilt_deg: number | null;
  /** Sideways motion off the rep's own smooth path, m RMS. */
  readonly sway_m: number | null;
}

/** Height and velocity on the analysis grid, for drawing a set. Seconds from the first sample. */
export interface Trace {
  readonly t_s: Float64Array;
  readonly height_m: Float64Array;
  readonly velocity_mps: Float64Array;
}

export interface Analysis {
  readonly algorithm: string;
  readonly recording: RecordingFacts;
  readonly reps: readonly Rep[];
  /** Attempts that rose at least 5 cm and came down without lockout; each carries the flag `failed`. */
  readonly failed: readonly Rep[];
  readonly set: SetSummary;
  /** One per entry of `reps`; absent when it was not looked for (the causal path). */
  readonly steadiness?: readonly RepSteadiness[];
  readonly trace: Trace;
  /** Every rise of the bar that was looked at, in order of time, counted or not. */
  readonly movements: readonly Movement[];
  /** Corrections that no movement of the recording answers to any more; absent where there are none. */
  readonly unmet?: readonly Correction[];
  /** The reps are those counted while the set ran, because the analysis of the whole set failed or lost them. */
  readonly from_live?: true;
}

/** All that is known about a set besides its samples. */
export interface SetContext {
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly load_kg: number | null;
  /** What the sensor sits on; left out or null where nobody said. */
  readonly mount?: MountId | null;
  readonly targets: Targets;
  readonly reference: Reference | null;
  readonly calibration: SensorCalibration | null;
  /** Stillness at the bottom or in the rack that ends a set, s. */
  readonly set_end_s: number;
  /** What a coach said about the movements of a stored set; the causal path knows of none. */
  readonly corrections?: readonly Correction[];
}
