import { liftOf, variationOf } from '../lifts/catalogue.ts';
import type { SetSamples } from '../signal/set/set-samples.ts';
import { createSetSmoother, type SetSmoother } from '../signal/set/smoother.ts';
import { levelAnchors } from './level-anchors.ts';
import { findPlateaus } from './plateaus.ts';
import type { SetContext } from './rep.ts';
import { layOutReps, type RepMotion } from './rep-motion.ts';
import { findRises } from './rises.ts';
import { selectReps } from './select.ts';

export interface FoundSet {
  readonly smoother: SetSmoother;
  readonly reps: readonly RepMotion[];
}

/** Steps without anchors: the attitude converges in two (three when the first guess is far off). */
const FREE_STEPS = 3;

/**
 * Smooth, look for reps, tell the smoother what they imply, smooth again: first where tops and bottoms are,
 * then where the bar stood still, then once more with both from the better motion.
 */
export function findSet(samples: SetSamples, context: SetContext): FoundSet | null {
  const lift = liftOf(context.lift);
  const min_rise_m = variationOf(context.lift, context.variation).min_rise_m;
  const smoother = createSetSmoother(samples, context.calibration !== null);
  const { motion } = smoother;
  const expected = { lift, min_rise_m, reference_m: context.reference?.rom_m ?? null, sigma: smoother.sigma };
  const look = (): RepMotion[] =>
    layOutReps(motion, selectReps(motion, findRises(motion), expected), lift.opening);
  for (let step = 0; step < FREE_STEPS; step++) {
    if (!smoother.solve({ levels: [], stills: [] })) return null;
  }
  let reps = look();
  if (reps.length === 0) return { smoother, reps };
  smoother.solve({ levels: levelAnchors(motion, reps), stills: [] });
  // where the bar stood is decided once, by a motion that does not yet know: an anchor must not confirm itself
  const stills = findPlateaus(motion, smoother.sigma);
  for (let step = 0; step < 2; step++) {
    smoother.solve({ levels: levelAnchors(motion, reps), stills });
    reps = look();
  }
  return { smoother, reps };
}
