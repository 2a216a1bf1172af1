/** Ids as on the command line (docs/command-line.md) and in the database. */
export const LIFT_IDS = [
  'hip-thrust',
  'squat',
  'deadlift',
  'romanian-deadlift',
  'bench-press',
  'overhead-press',
  'row',
  'other',
] as const;
export type LiftId = (typeof LIFT_IDS)[number];

export const HIP_THRUST_VARIATIONS = [
  'barbell',
  'bodyweight',
  'single-leg',
  'b-stance',
  'banded',
  'smith-machine',
  'dumbbell',
  'kas-bridge',
  'glute-bridge',
] as const;
/** Lifts other than the hip thrust have the one variation `barbell`, until their catalogue grows. */
export type VariationId = (typeof HIP_THRUST_VARIATIONS)[number];

export type Side = 'left' | 'right';

/** What a rep is judged against. Defaults come from the catalogue; every one is a setting. */
export interface Targets {
  /** Hold target at lockout, s; null when the lift asks for no hold. */
  readonly hold_s: number | null;
  /** Shortest controlled lowering, s; null when not judged. */
  readonly eccentric_s: number | null;
  /** Peak downward speed above which a lowering is `dropped`, m/s; null when not judged. */
  readonly dropped_mps: number | null;
  /** ROM / reference at or above which a rep is full. */
  readonly full_ratio: number;
  /** ROM / reference below which a rep is partial (a half rep). */
  readonly partial_ratio: number;
  readonly constant_tension: boolean;
  /** Height above the floor the bar may keep between reps in constant tension, m. */
  readonly hover_m: number;
}

/** The athlete's own full range for a lift, variation and bench set-up. */
export interface Reference {
  readonly rom_m: number;
  readonly rom_sigma_m: number;
  /** Lockout height above the bottom in the calibration set, m; null when learned from sets. */
  readonly lockout_height_m: number | null;
  readonly lockout_height_sigma_m: number | null;
  /** Sway of the calibration reps: bar tilt (deg RMS) and sideways travel (m RMS); null when unknown. */
  readonly steadiness: { readonly tilt_deg: number; readonly sway_m: number } | null;
  readonly origin: 'calibration' | 'learned' | 'given' | 'simulated';
}
