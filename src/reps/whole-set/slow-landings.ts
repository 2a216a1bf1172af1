import type { StillAnchor } from '../../signal/set/anchors.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import { median } from '../definition/median.ts';
import { SLOW_PEAK_MPS } from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';

/**
 * Plates that are set down ring at up to 30 m/s2, between two readings too, and what a sensor makes of it is some 5 cm/s.
 * Of a tempo of five seconds that is as much as the bar moves. But there the plates lie on the floor: for a moment after the
 * ringing the bar stands, wherever it is lifted slowly.
 */

/** What no slow lift pushes a bar with, m/s2: plates that land do, and hands that shake hardly (0.57 RMS in one set of ten). */
const KNOCK_MPS2 = 2;
/** Knocks less than this apart are one landing, s (chosen here: plates ring at 13 Hz and more). */
const ONE_LANDING_S = 0.2;
/** It began and ended so long before and after the knocks, s (chosen here). */
const EDGE_S = 0.05;
/** Before and after a landing so much of the motion is looked at, s. */
const AROUND_S = 0.9;
/** ... in stretches of this length, s: shaking hands average out. */
const PART_S = 0.3;
/** Their mean acceleration is below this where a bar is lifted slowly, m/s2 (chosen here: 0.35 m in three seconds has 0.2, in two twice that). */
const SLOW_MPS2 = 0.2;
/** So long the bar stands after the ringing, s, and how fast it may already move then, m/s (chosen here). */
const STANDS_S = 0.25;
const STANDS_MPS = 0.02;

/** One knock may be anything. */
const LEAST_LANDINGS = 2;

export interface Landing {
  /** The bar stands between these two samples. */
  readonly from: number;
  readonly to: number;
}

/** Where the bar of a tempo was set down; none where the reps are quicker, or one landing alone says so. */
export function tempoLandings(trace: MotionTrace, reps: readonly RepMotion[]): Landing[] {
  const peaks_mps = reps.map(({ rise }) => trace.velocity_mps[rise.peak] as number);
  if (reps.length === 0 || median(peaks_mps) > SLOW_PEAK_MPS) return [];
  const found = slowLandings(trace);
  return found.length < LEAST_LANDINGS ? [] : found;
}

function slowLandings(trace: MotionTrace): Landing[] {
  const { t_s } = trace;
  const n = t_s.length;
  return knocks(trace).flatMap(({ from, to }) => {
    const standing = { from: to, to: away(trace, to, STANDS_S) };
    const isSlow = isEven(trace, to, 1) && isEven(trace, from, -1);
    return isSlow && standing.to < n - 1 ? [standing] : [];
  });
}

export const landingStills = (landings: readonly Landing[]): StillAnchor[] =>
  landings.map(({ from, to }) => ({ from, to, sigma_mps: STANDS_MPS, sigma_m: STANDS_MPS, held_mps: null }));

/** Stretches that ring. */
function knocks(trace: MotionTrace): Landing[] {
  const { t_s, accel_mps2: a } = trace;
  const found: { from: number; to: number }[] = [];
  for (let i = 0; i < t_s.length; i++) {
    if (Math.abs(a[i] as number) < KNOCK_MPS2) continue;
    const last = found.at(-1);
    if (last !== undefined && (t_s[i] as number) - (t_s[last.to] as number) < ONE_LANDING_S) last.to = i;
    else found.push({ from: i, to: i });
  }
  return found.map(({ from, to }) => ({ from: away(trace, from, -EDGE_S), to: away(trace, to, EDGE_S) }));
}

/** On this side of a landing nothing pushes the bar. */
function isEven(trace: MotionTrace, sample: number, side: 1 | -1): boolean {
  const { t_s, accel_mps2: a } = trace;
  for (let i = sample; Math.abs((t_s[i] as number) - (t_s[sample] as number)) < AROUND_S; ) {
    const begin_s = t_s[i] as number;
    let sum = 0;
    let count = 0;
    for (; i >= 0 && i < t_s.length && Math.abs((t_s[i] as number) - begin_s) < PART_S; i += side, count++)
      sum += a[i] as number;
    if (Math.abs(sum / count) > SLOW_MPS2) return false;
    if (i < 0 || i >= t_s.length) return true;
  }
  return true;
}

/** The sample so much later, or earlier; the last or the first where there is none. */
function away({ t_s }: MotionTrace, sample: number, by_s: number): number {
  const step = by_s > 0 ? 1 : -1;
  let i = sample;
  while (
    i + step >= 0 &&
    i + step < t_s.length &&
    Math.abs((t_s[i] as number) - (t_s[sample] as number)) < Math.abs(by_s)
  )
    i += step;
  return i;
}
