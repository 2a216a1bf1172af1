import type { BarMotion } from '../motion/bar-motion.ts';

/** A stop or a landing is looked at again after this long, s: its knock may have been half seen (chosen here). */
export const SETTLED_S = 0.1;
/** A bar that is still pushed after a landing is looked at for no longer than this, s (chosen here). */
export const SETTLED_WITHIN_S = 0.4;
/** A bar that stands is pushed by less than this, m/s2 (chosen here: more than the last of a knock). */
const PUSHED_MPS2 = 0.5;
/** A hard landing may leave this much velocity in the filter though the bar lies, m/s (chosen here). */
const LANDED_GATE_MPS = 0.4;
/** Where the filter doubts its velocity, a landing may leave this many sigmas of it (chosen here). */
const LANDED_GATE_SIGMAS = 3;
/** A knock that leaves a bar more than this share of its velocity, and more than this, m/s, has not stopped it (chosen here). */
const UNSTOPPED_SHARE = 0.6;
const UNSTOPPED_MPS = 0.3;
/** When a knock puts the velocity in doubt by more than this, m/s, only the calm after it counts (chosen here). */
const DAZED_MPS = 0.25;

export function isPushed(motion: BarMotion): boolean {
  return Math.abs(motion.push.accel_mps2) >= PUSHED_MPS2;
}

/** The most velocity that a bar which has landed may seem to have, for what its knock left in the filter, m/s. */
export function landedGate({ filter }: BarMotion): number {
  return Math.max(LANDED_GATE_MPS, LANDED_GATE_SIGMAS * filter.velocitySigma_mps);
}

/** Was the bar struck on its way down since `from_s`, and has nothing pushed it since? Then it lies. */
export function hasStruckFloor(motion: BarMotion, t: number, from_s: number): boolean {
  const since_s = t - motion.knocks.heard_s;
  if (!(motion.knocks.heard_s > from_s) || since_s < SETTLED_S || since_s > SETTLED_WITHIN_S) return false;
  const left_mps = Math.abs(motion.filter.velocity_mps);
  if (left_mps > Math.max(UNSTOPPED_MPS, UNSTOPPED_SHARE * motion.knocks.struck_mps)) return false;
  return !isPushed(motion) && left_mps <= landedGate(motion);
}

/** A knock beyond the sensor's range still rings: the velocity of the moment means nothing. */
export function isRinging(motion: BarMotion, t: number, from_s: number): boolean {
  return (
    motion.knocks.struck_s > from_s &&
    t - motion.knocks.heard_s < SETTLED_S &&
    motion.filter.velocitySigma_mps > DAZED_MPS
  );
}
