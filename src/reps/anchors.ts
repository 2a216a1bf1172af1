import type { LevelAnchor, StillAnchor } from '../signal/set/smoother.ts';
import { LANDED_MPS } from './phases.ts';
import type { RepMotion } from './rep-motion.ts';
import { median } from './statistics.ts';
import type { MotionTrace } from './trace.ts';

/**
 * What a set of reps says about the bar's motion: tops and bottoms come back to about the same height, and at
 * lockout and on the floor the bar stands. All of it soft, and given up where a rep disagrees (half reps).
 */

/** How well tops and bottoms of full reps agree, m (signal-notes.md 1.7: 2-5 cm). */
const LEVEL_SIGMA_M = 0.025;
/** Neighbours a level is compared with: drift is slow, half reps are few. */
const NEIGHBOURS = 4;
/** Velocity of a held bar, m/s, and its wander over the hold, m: tremor (signal-notes.md 1.9). */
const HELD_MPS = 0.03;
const HELD_M = 0.012;
const LYING_MPS = 0.03;
const LYING_M = 0.012;
/** A bar that is shaken more than this is not held, m/s2 (held: 24 mg median, 58 mg in one of ten). */
const HELD_MPS2 = 0.6;
/** Part of a hold left out at each end, s, and the shortest that says anything, s. */
const HOLD_MARGIN_S = 0.1;
const MIN_HOLD_S = 0.3;

export function levelAnchors(trace: MotionTrace, reps: readonly RepMotion[]): LevelAnchor[] {
  const bottoms = reps.map((rep) => ({
    sample: rep.rise.low,
    height_m: trace.height_m[rep.rise.low] as number,
  }));
  const tops = reps.map((rep) => ({ sample: rep.top.sample, height_m: rep.top.height_m }));
  const anchors: LevelAnchor[] = [];
  for (const [level, points] of [
    [0, bottoms],
    [1, tops],
  ] as const) {
    points.forEach((point, k) => {
      const near = points.slice(Math.max(0, k - NEIGHBOURS), k + NEIGHBOURS + 1).map((p) => p.height_m);
      const off = (point.height_m - median(near)) / (2 * LEVEL_SIGMA_M);
      // redescending weight (Geman-McClure): a half rep, 10 cm off, keeps 4 % of its say
      anchors.push({ sample: point.sample, level, sigma_m: LEVEL_SIGMA_M * (1 + off * off) });
    });
  }
  return anchors;
}

export function holdAnchors(trace: MotionTrace, reps: readonly RepMotion[]): StillAnchor[] {
  const anchors: StillAnchor[] = [];
  for (const rep of reps) {
    const until = rep.after?.start.t_s ?? null;
    if (until !== null) {
      push(anchors, trace, rep.concentric.end.t_s, until, HELD_MPS, HELD_M);
      const landed = rep.after?.end;
      if (landed !== undefined && rep.next_start_s !== null && landed.velocity_mps > -2 * LANDED_MPS) {
        push(anchors, trace, landed.t_s, rep.next_start_s, LYING_MPS, LYING_M);
      }
    }
  }
  return anchors;
}

function push(
  anchors: StillAnchor[],
  trace: MotionTrace,
  from_s: number,
  to_s: number,
  sigma_mps: number,
  sigma_m: number,
): void {
  if (to_s - from_s < MIN_HOLD_S) return;
  const from = sampleAt(trace, from_s + HOLD_MARGIN_S);
  const to = sampleAt(trace, to_s - HOLD_MARGIN_S);
  if (to <= from || shaking(trace, from, to) > HELD_MPS2) return;
  anchors.push({ from, to, sigma_mps, sigma_m });
}

/** RMS of the vertical acceleration between two samples, m/s2. */
function shaking(trace: MotionTrace, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i <= to; i++) sum += (trace.accel_mps2[i] as number) ** 2;
  return Math.sqrt(sum / (to - from + 1));
}

function sampleAt(trace: MotionTrace, t_s: number): number {
  let low = 0;
  let high = trace.t_s.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((trace.t_s[middle] as number) < t_s) low = middle + 1;
    else high = middle;
  }
  return low;
}
