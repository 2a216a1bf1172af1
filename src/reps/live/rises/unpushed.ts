import type { BarMotion } from '../motion/bar-motion.ts';

/*
 * A bar does not come to a stop or into motion without a push. While all that is felt may be the sensor's error, any
 * velocity after a stop is drift.
 */

/** Less than this is no push, m/s2: the tremor of a held bar (chosen here, on held bars of recorded sets). */
const PUSH_MPS2 = 0.15;
/** The sensor's error may be this many of its sigmas (chosen here). */
const ERROR_SIGMAS = 2.5;

/** The most that may be felt for the sensor's error alone, m/s2. */
function errorAtMost(motion: BarMotion): number {
  return Math.max(PUSH_MPS2, ERROR_SIGMAS * motion.filter.errorSigma_mps2);
}

/** What is felt may all be the sensor's error: nothing need push the bar. */
export function isUnpushed(motion: BarMotion): boolean {
  return Math.abs(motion.push.accel_mps2) < errorAtMost(motion);
}

/** How long nothing need have pushed the bar, s: it was calm, or where the error is in doubt, what was felt was even. */
export function unpushedFor(motion: BarMotion): number {
  const most_mps2 = errorAtMost(motion);
  if (Math.abs(motion.push.accel_mps2) >= most_mps2) return 0;
  return most_mps2 > PUSH_MPS2 ? Math.max(motion.push.calm_s, motion.push.even_s) : motion.push.calm_s;
}
