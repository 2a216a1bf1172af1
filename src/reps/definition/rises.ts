import type { WhyNot } from '../movement.ts';
import { FALL_BACK_M, MIN_PEAK_MPS, MIN_RISE_M } from './thresholds.ts';
import type { MotionTrace } from './trace.ts';

/** A stretch in which the bar goes up without falling back 2 cm: sample indices. */
export interface Rise {
  /** Lowest sample before it. */
  readonly low: number;
  /** Fastest upward sample. */
  readonly peak: number;
  /** Highest sample before the bar has fallen back 2 cm, or before the trace ends. */
  readonly high: number;
  /** First sample 2 cm below `high`; the last sample + 1 when the trace ends first. */
  readonly fallen: number;
  /** A coach says that it is a rep (correction.ts): no rule sends it away. */
  readonly by_hand?: true;
  /** A coach says that these two, with what lies between them, are one rep. */
  readonly joined?: readonly [Rise, Rise];
}

/** Is told of a rise that a rule does not count, and which rule that was. */
export type Refuse = (rise: Rise, why: WhyNot) => void;
export const IGNORE: Refuse = () => {};

/** A rise that stays below this, m, is not even told as one that was too small: as little ends a rise when it is a fall. */
const LEAST_TOLD_M = FALL_BACK_M;

/** All rises of a trace that are at least `min_rise_m` high and reach `min_peak_mps`, in order. */
export function findRises(
  trace: MotionTrace,
  min_rise_m: number = MIN_RISE_M,
  refuse: Refuse = IGNORE,
  min_peak_mps: number = MIN_PEAK_MPS,
): Rise[] {
  const { height_m: h, velocity_mps: v } = trace;
  const n = h.length;
  const rises: Rise[] = [];
  let low = 0;
  let high = 0;
  for (let i = 1; i <= n; i++) {
    const now = i < n ? (h[i] as number) : Number.NEGATIVE_INFINITY;
    if (now > (h[high] as number)) high = i;
    const fell = now < (h[high] as number) - FALL_BACK_M;
    const rise_m = (h[high] as number) - (h[low] as number);
    if (fell && rise_m >= min_rise_m) {
      const rise = { low, peak: fastest(trace, low, high), high, fallen: i };
      if ((v[rise.peak] as number) >= min_peak_mps) rises.push(rise);
      else refuse(rise, isKicked(trace, rise) ? 'struck' : 'too-slow');
    } else if (fell && rise_m >= LEAST_TOLD_M) {
      refuse({ low, peak: fastest(trace, low, high), high, fallen: i }, 'too-small');
    }
    // a new low, or a fall that ends whatever rise there was: look for the next one from here
    if (i < n && (fell || now <= (h[low] as number))) {
      low = i;
      high = i;
    }
  }
  return rises;
}

/** The peak is looked for once the bar has left its lowest point by this much, m: plates that land ring within it. */
const LEFT_M = 0.01;
/** A push upwards takes longer than this, s (chosen here: plates that land ring at up to 1 m/s for some 50 ms). */
const KICK_S = 0.08;

/** It was fast enough, but only while it was kicked. */
function isKicked({ velocity_mps: v }: MotionTrace, { low, high }: Rise): boolean {
  for (let i = low; i <= high; i++) if ((v[i] as number) >= MIN_PEAK_MPS) return true;
  return false;
}

/** Fastest upward sample of a rise. */
export function fastest(
  { t_s, height_m: h, velocity_mps: v }: MotionTrace,
  low: number,
  high: number,
): number {
  let best = high;
  let to = high;
  while (to > low) {
    let top = to;
    let from = to;
    for (; from > low && (v[from] as number) > 0; from--) {
      const left = (h[from] as number) - (h[low] as number) >= LEFT_M;
      if (left && (v[from] as number) > (v[top] as number)) top = from;
    }
    const kicked = (t_s[to] as number) - (t_s[from] as number) < KICK_S;
    if (!kicked && (v[top] as number) > (v[best] as number)) best = top;
    to = Math.min(from, to - 1);
  }
  return best;
}
