import type { LevelAnchor, MotionTerm } from '../../signal/set/anchors.ts';
import type { Rest } from '../../signal/set/rests.ts';
import { cutOffOf } from '../definition/cut-off.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import { median } from '../definition/median.ts';
import type { MotionTrace } from '../definition/trace.ts';
import { levelEnds } from './level-ends.ts';

/**
 * What a set of reps says about the bar's motion: tops and bottoms come back to about the same height. Soft, and
 * given up where a rep disagrees (half reps).
 */

/** How well tops and bottoms of full reps agree, m, one sigma: lifters come back to within 2 to 5 cm. */
const LEVEL_SIGMA_M = 0.025;
/** Exponent of the Welsch weight at which a level has no say left. */
const MOST_BEYOND = 8;
/** Neighbours on each side that a level is compared with: drift is slow, half reps are few. */
const NEIGHBOURS = 4;
/** A rest on the floor is the set's bottom if it is no further than this from the first or the last rep, s (chosen here). */
const FLOOR_WITHIN_S = 8;

export type Sigma = (terms: readonly MotionTerm[]) => number;

interface Point {
  readonly sample: number;
  readonly height_m: number;
  /** Nothing holds the motion on one side of it: drift is no disagreement there. */
  readonly loose: boolean;
}

/**
 * `settled` is false while the plateaus have not been looked for: then only the floor before and after the set
 * may pull.
 */
export function levelAnchors(
  trace: MotionTrace,
  reps: readonly RepMotion[],
  floor: readonly number[],
  sigma: Sigma,
  settled: boolean,
): LevelAnchor[] {
  const { height_m: h } = trace;
  const last = reps.length - 1;
  const loose = (k: number): boolean => settled && (k === 0 || k === last);
  const seen = reps.map((rep) => cutOffOf(trace, rep));
  const ends = levelEnds(trace, reps, sigma);
  const bottoms = reps.flatMap((rep, k) =>
    seen[k]?.start || ends[k] === 'top' ? [] : [point(h, rep.rise.low, loose(k))],
  );
  const tops = reps.flatMap((rep, k) =>
    seen[k]?.end || ends[k] === 'bottom' ? [] : [point(h, rep.top.sample, loose(k))],
  );
  const lying = floor.map((sample) => point(h, sample, true));
  const anchors = (level: 0 | 1, points: readonly Point[], known: readonly Point[]): LevelAnchor[] =>
    anchorsAt(level, points, known, sigma, settled ? gone : doubted);
  return [...anchors(0, [...bottoms, ...lying], bottoms), ...anchors(1, tops, tops)];
}

/**
 * Factor on the sigma of a level that is off by `beyond` times two sigmas. Redescending weights: while heights still
 * drift, what is off keeps a say that falls with its square (Geman-McClure); then 5 cm keep 2 % and a half rep or a
 * failed attempt, which pulled at the set's tops, nothing (Welsch).
 */
const doubted = (beyond: number): number => 1 + beyond ** 2;
const gone = (beyond: number): number => Math.exp(Math.min(MOST_BEYOND, 2 * beyond ** 2));

const point = (h: Float64Array, sample: number, loose: boolean): Point => ({
  sample,
  height_m: h[sample] as number,
  loose,
});

function anchorsAt(
  level: 0 | 1,
  points: readonly Point[],
  known: readonly Point[],
  sigma: Sigma,
  less: (beyond: number) => number,
): LevelAnchor[] {
  return points.map((one) => {
    const near = nearest(known, one.sample);
    const off = Math.abs(one.height_m - median(near.map((p) => p.height_m))) / (2 * LEVEL_SIGMA_M);
    const wide =
      one.loose && off > 1 ? sigma([{ sample: one.sample, height: 1, velocity: 0 }]) / LEVEL_SIGMA_M : 0;
    const beyond = off / Math.hypot(1, wide);
    return { sample: one.sample, level, sigma_m: LEVEL_SIGMA_M * less(beyond) };
  });
}

/** Itself and its neighbours on both sides, of points in their order. */
function nearest(known: readonly Point[], sample: number): readonly Point[] {
  const number = 2 * NEIGHBOURS + 1;
  let from = 0;
  for (; from + number < known.length; from++) {
    const next = (known[from + number] as Point).sample - sample;
    if (next >= sample - (known[from] as Point).sample) break;
  }
  return known.slice(from, from + number);
}

/** Where the bar lies on the floor just before and just after the reps of a lift from the floor. */
export function floorRests(trace: MotionTrace, reps: readonly RepMotion[], rests: readonly Rest[]): number[] {
  const { t_s } = trace;
  const first = reps[0];
  const last = reps.at(-1);
  if (first === undefined || last === undefined) return [];
  const before = rests.filter(
    (rest) =>
      (t_s[rest.to] as number) <= first.concentric.peak.t_s &&
      first.concentric.start.t_s - (t_s[rest.to] as number) < FLOOR_WITHIN_S,
  );
  const after = rests.filter(
    (rest) => rest.from > last.top.sample && (t_s[rest.from] as number) - last.top.t_s < FLOOR_WITHIN_S,
  );
  const samples: number[] = [];
  const lastBefore = before.at(-1);
  if (lastBefore !== undefined) samples.push(lastBefore.to);
  if (after[0] !== undefined) samples.push(after[0].from);
  return samples;
}
