import type { Targets } from '../../lifts/lift.ts';
import { cutOffOf } from '../definition/cut-off.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import { median } from '../definition/median.ts';
import {
  FIGHT_SHARE,
  GRIND_MPS,
  GRIND_S,
  GRIND_SHARE,
  HELD_S,
  SLOW_PEAK_MPS,
} from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';

/** A grind wins at least this much height, m (chosen here on simulated fights: a held half rep wins nothing). */
const GRIND_M = 0.012;
/** A held bar may seem to creep this fast, m/s: measured on simulated half reps held for a second. */
const DRIFT_MPS = 0.004;
/** The last of the way to the top, m: there even a held bar still settles, which is no grind. */
const SETTLES_M = 0.004;

/** Failed attempts: rose at least 5 cm, ground to a stop short of lockout and came down. */
export function failedAttempts(
  trace: MotionTrace,
  reps: readonly RepMotion[],
  targets: Targets,
  reference_m: number | null,
): boolean[] {
  const whole = reps.filter((rep) => isWhole(trace, rep));
  const usual = reference_m ?? median(whole.map((rep) => rep.rom_m));
  // of a rep held for seconds the way to its highest moment says how long it was held, not how fast it rose
  const speed = median(
    whole.map((rep) => rep.rom_m / Math.max(1e-3, rep.concentric.end.t_s - rep.concentric.start.t_s)),
  );
  // where every rep creeps, as in a tempo of four seconds, a creeping one is no fight
  if (speed <= SLOW_PEAK_MPS / 2) return reps.map(() => false);
  return reps.map((rep) => {
    if (whole.length < 2 || rep.rom_m >= targets.full_ratio * usual || !isWhole(trace, rep)) return false;
    return (
      meanVelocity(rep) < FIGHT_SHARE * speed && grinds(trace, rep, Math.min(GRIND_MPS, GRIND_SHARE * speed))
    );
  });
}

/** Of a rise that was not seen from end to end nobody can say that it failed. */
function isWhole(trace: MotionTrace, rep: RepMotion): boolean {
  const { start, end } = cutOffOf(trace, rep);
  return !start && !end;
}

/** From the start to the top: a stall counts into it, wherever the concentric is taken to end. */
function meanVelocity(rep: RepMotion): number {
  const { start } = rep.concentric;
  return rep.rom_m / Math.max(1e-3, rep.top.t_s - start.t_s);
}

function grinds(trace: MotionTrace, rep: RepMotion, grind_mps: number): boolean {
  const { t_s, height_m: h, velocity_mps: v } = trace;
  let i = rep.concentric.peak.sample;
  const { sample: top } = rep.top;
  while (i < top && (v[i] as number) >= grind_mps) i++;
  let end = top;
  while (end > i && (h[end] as number) > rep.top.height_m - SETTLES_M) end--;
  const held_s = (rep.after?.start.t_s ?? rep.top.t_s) - (t_s[end] as number);
  if (held_s >= HELD_S) return false;
  const won = rep.top.height_m - (h[i] as number);
  const took = (t_s[end] as number) - (t_s[i] as number);
  return took >= GRIND_S && won >= GRIND_M + DRIFT_MPS * took;
}
