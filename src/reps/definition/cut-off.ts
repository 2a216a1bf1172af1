import { LOST_GAP_S } from '../../signal/gaps.ts';
import type { RepMotion } from './lay-out.ts';
import type { Rise } from './rises.ts';
import { END_MPS, MIN_RISE_M } from './thresholds.ts';
import type { MotionTrace } from './trace.ts';

/**
 * A recording may begin or end while the bar goes up, and a long gap may end then. Such a rise is a rep when enough of it was seen, but how far and
 * how fast it went in all nobody can tell. A bar faster than at the end of a concentric was under way.
 */

/** Nothing was seen right before this sample. */
const beginsAt = (t_s: Float64Array, sample: number): boolean =>
  sample === 0 || (t_s[sample] as number) - (t_s[sample - 1] as number) > LOST_GAP_S;

/** The rise had begun before it was seen; one that stops and then rises on has its beginning at the stop. */
export function startCutOff(
  { t_s, height_m: h, velocity_mps: v }: MotionTrace,
  { low, high }: Rise,
): boolean {
  if (!beginsAt(t_s, low) || (v[low] as number) < END_MPS) return false;
  let stop = low;
  while (stop < high && (v[stop] as number) >= END_MPS) stop++;
  return (h[high] as number) - (h[stop] as number) < MIN_RISE_M;
}

/** The recording ends before the rise does. */
export function endCutOff({ velocity_mps: v }: MotionTrace, { peak, fallen }: Rise): boolean {
  if (fallen < v.length) return false;
  let last = v.length - 1;
  while (last > peak && (v[last] as number) >= END_MPS) last--;
  return last <= peak && (v[v.length - 1] as number) >= END_MPS;
}

export interface CutOff {
  readonly start: boolean;
  readonly end: boolean;
}

export function cutOffOf(trace: MotionTrace, { rise, concentric }: RepMotion): CutOff {
  return {
    start: startCutOff(trace, rise) && concentric.start.sample === rise.low,
    end: endCutOff(trace, rise) && concentric.end.sample === trace.t_s.length - 1,
  };
}
