/**
 * Why a rise of the bar is not counted as a rep. The rule that decides returns one of these and nothing else is kept
 * about it; the sentences are in src/words/en/movements.ts.
 */
export const WHY_NOT = [
  // the definition of a rep (definition/rises.ts, whole-set/select-reps.ts)
  'too-small',
  'too-slow',
  'struck',
  'bump',
  'too-high',
  'no-set',
  'shaking',
  // where the bar was brought (whole-set/carried-bar.ts, rolled-up.ts)
  'picked-up',
  'rolled-up',
  'carried',
  'carried-off',
  'put-down',
  // where the sensor was brought (whole-set/on-the-bar.ts)
  'in-hand',
  // the ends of a set (whole-set/set-edges.ts)
  'other-range',
  'not-lowered-before',
  'racked',
  'cut-off',
  'other-level',
  'apart',
  // an attempt that was measured and came down without lockout (measure/failed-attempts.ts)
  'failed',
  // only while the set runs (live/)
  'drift',
  'not-lowered',
  'lost-track',
  'twisted',
  'unfinished',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** A rise of the bar that was looked at, counted or not. Times in s from the recording's first sample. */
export interface Movement {
  readonly start_s: number;
  /** When the bar went up fastest. */
  readonly peak_s: number;
  readonly top_s: number;
  /** From the lowest to the highest point, m. */
  readonly rise_m: number;
  readonly peak_mps: number;
  /** 1-based place among the reps; null when it is not counted. */
  readonly rep: number | null;
  /** null when it is counted. */
  readonly why_not: WhyNot | null;
}
