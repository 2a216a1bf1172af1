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
}

/** All rises of a trace that are at least `min_rise_m` high and reach 0.08 m/s, in order. */
export function findRises(trace: MotionTrace, min_rise_m: number = MIN_RISE_M): Rise[] {
  const { height_m: h, velocity_mps: v } = trace;
  const n = h.length;
  const rises: Rise[] = [];
  let low = 0;
  let high = 0;
  for (let i = 1; i <= n; i++) {
    const now = i < n ? (h[i] as number) : Number.NEGATIVE_INFINITY;
    if (now > (h[high] as number)) high = i;
    const fell = now < (h[high] as number) - FALL_BACK_M;
    if (fell && (h[high] as number) - (h[low] as number) >= min_rise_m) {
      const peak = fastest(trace, low, high);
      if ((v[peak] as number) >= MIN_PEAK_MPS) rises.push({ low, peak, high, fallen: i });
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
