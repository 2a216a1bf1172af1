import type { LiftProfile } from '../../lifts/profile.ts';
import type { MotionTerm } from '../../signal/set/anchors.ts';

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
