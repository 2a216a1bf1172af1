import type { LiftProfile } from '../../lifts/profile.ts';
import type { MotionTerm } from '../../signal/set/anchors.ts';

/** Below this share of the set's usual range a rise is a bump, not even a half rep: those have 0.35 and more. */
export const BUMP_SHARE = 0.3;
/** Above this share of the usual range a rise is more than one movement, or none of the set (chosen here). */
export const OUTSIZED_SHARE = 1.4;

/** What is known before a set's reps are told from other rises. */
export interface Expectation {
  readonly lift: LiftProfile;
  readonly min_rise_m: number;
  /** The athlete's own range, m; null when unknown. */
  readonly reference_m: number | null;
  /** 1-sigma of sums of heights and velocities: drift is no reason to send a rep away. */
  readonly sigma: (terms: readonly MotionTerm[]) => number;
}

/** 1-sigma of the difference of the heights at two samples, m. */
export function between(a: number, b: number, sigma: Expectation['sigma']): number {
  return sigma(
    [
      { sample: a, height: 1, velocity: 0 },
      { sample: b, height: -1, velocity: 0 },
    ].sort((x, y) => x.sample - y.sample),
  );
}
