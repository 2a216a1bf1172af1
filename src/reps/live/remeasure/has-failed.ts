import type { RepMotion } from '../../definition/lay-out.ts';
import { FIGHT_SHARE, GRIND_MPS, GRIND_S } from '../../definition/thresholds.ts';
import type { MotionTrace } from '../../definition/trace.ts';
import type { SetContext } from '../../rep.ts';
import type { RepSoFar } from './rep-so-far.ts';

/** A failed attempt won this much height by its grind, m: more than at the end of the set, for live a held bar seems to creep more. */
const FOUGHT_M = 0.02;
/** The live range may be too small by this share (chosen here). */
const LIVE_MARGIN = 0.05;

/**
 * As src/reps/measure/failed-attempts.ts, but beside what is usual in the set so far: crept up to its top for long, won something
 * by it, stayed short of lockout and was slower than the others.
 */
export function hasFailed(
  trace: MotionTrace,
  rep: RepMotion,
  usual: RepSoFar['usual'],
  context: SetContext,
): boolean {
  if (usual === null || rep.after === null) return false;
  const full_m = context.reference?.rom_m ?? usual.rom_m;
  if (rep.rom_m >= (context.targets.full_ratio - LIVE_MARGIN) * full_m) return false;
  const { start, peak } = rep.concentric;
  const mean_mps = rep.rom_m / Math.max(1e-3, rep.top.t_s - start.t_s);
  if (mean_mps >= FIGHT_SHARE * usual.mcv_mps) return false;
  const { t_s, height_m: h, velocity_mps: v } = trace;
  let slow = peak.sample;
  while (slow < rep.top.sample && (v[slow] as number) >= GRIND_MPS) slow += 1;
  const took_s = rep.top.t_s - (t_s[slow] as number);
  return took_s >= GRIND_S && rep.top.height_m - (h[slow] as number) >= FOUGHT_M;
}
