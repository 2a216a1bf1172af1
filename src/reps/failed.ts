import type { Targets } from '../lifts/lift.ts';
import type { RepMotion } from './rep-motion.ts';
import { median } from './statistics.ts';
import type { MotionTrace } from './trace.ts';

/** A grind: this long, s, slower than this, m/s, before the bar came down. Ours. */
const GRIND_S = 0.6;
const GRIND_MPS = 0.12;
/** A held top is a lockout (of a half rep), however low: a failed rep comes down at once, s. Ours. */
const NO_HOLD_S = 0.6;
/** Share of the set's usual mean velocity below which the attempt was a fight. Ours. */
const SLOW_SHARE = 0.75;

/**
 * Failed attempts: rose at least 5 cm, ground to a stop short of lockout and came down (DESIGN.md section 2).
 * A half rep on purpose turns round briskly or is held; a failed one slows down first.
 */
export function failedAttempts(
  trace: MotionTrace,
  reps: readonly RepMotion[],
  targets: Targets,
  reference_m: number | null,
): boolean[] {
  const usual = reference_m ?? median(reps.map((rep) => rep.rom_m));
  const speed = median(reps.map(meanVelocity));
  return reps.map((rep) => {
    if (reps.length < 2 || rep.rom_m >= targets.full_ratio * usual) return false;
    if (rep.after === null || rep.after.start.t_s - rep.concentric.end.t_s > NO_HOLD_S) return false;
    return meanVelocity(rep) < SLOW_SHARE * speed && slowTime(trace, rep) >= GRIND_S;
  });
}

function meanVelocity(rep: RepMotion): number {
  const { start, end } = rep.concentric;
  return (end.height_m - start.height_m) / Math.max(1e-3, end.t_s - start.t_s);
}

/** Time from the upward peak to the descent in which the bar crept, s. */
function slowTime(trace: MotionTrace, rep: RepMotion): number {
  const until = rep.after?.start.sample ?? rep.top.sample;
  let slow = 0;
  for (let i = rep.concentric.peak.sample + 1; i <= until; i++) {
    if ((trace.velocity_mps[i] as number) < GRIND_MPS)
      slow += (trace.t_s[i] as number) - (trace.t_s[i - 1] as number);
  }
  return slow;
}
