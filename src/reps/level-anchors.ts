import type { LevelAnchor, MotionTerm } from '../signal/set/anchors.ts';
import type { RepMotion } from './rep-motion.ts';
import { median } from './statistics.ts';
import type { MotionTrace } from './trace.ts';

/**
 * What a set of reps says about the bar's motion: tops and bottoms come back to about the same height. Soft, and
 * given up where a rep disagrees (half reps).
 */

/** How well tops and bottoms of full reps agree, m (signal-notes.md 1.7: 2-5 cm). */
const LEVEL_SIGMA_M = 0.025;
/** Neighbours a level is compared with: drift is slow, half reps are few. */
const NEIGHBOURS = 4;
export function levelAnchors(
  trace: MotionTrace,
  reps: readonly RepMotion[],
  sigma: ((terms: readonly MotionTerm[]) => number) | null,
): LevelAnchor[] {
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
      const off = Math.abs(point.height_m - median(near)) / (2 * LEVEL_SIGMA_M);
      // at the ends, where nothing holds the other side, drift is no disagreement
      const atEnd = k === 0 || k === points.length - 1;
      const wide =
        sigma !== null && atEnd && off > 1
          ? sigma([{ sample: point.sample, height: 1, velocity: 0 }]) / LEVEL_SIGMA_M
          : 0;
      const beyond = off / Math.hypot(1, wide);
      // redescending weight (Geman-McClure): a half rep, 10 cm off, keeps 4 % of its say
      anchors.push({ sample: point.sample, level, sigma_m: LEVEL_SIGMA_M * (1 + beyond * beyond) });
    });
  }
  return anchors;
}
