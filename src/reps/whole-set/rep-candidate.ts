import { fastest, type Refuse, type Rise } from '../definition/rises.ts';
import { END_MPS, OWN_DESCENT_SHARE } from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';
import type { WhyNot } from '../movement.ts';

/** A rise that may be a rep. */
export interface Candidate {
  readonly rise: Rise;
  readonly rom_m: number;
  readonly low_m: number;
  readonly high_m: number;
  /** Time of the upward peak, s. */
  readonly t_s: number;
  /** The bar came down before it, by a good part of the rise. */
  readonly cameDown: boolean;
}

/** How far back a descent that belongs to the rise is looked for, s (chosen here: a slow lowering and a pause at the bottom). */
const DESCENT_BEFORE_S = 12;
/** A stop of at least this long inside a rise makes two movements of it, s: a grind stalls for less. */
const STOP_S = 0.5;
/** A stop nearer to an end of the rise than this share of it is that end. */
const END_SHARE = 0.15;

export function describeRise(trace: MotionTrace, rise: Rise): Candidate {
  const peak = fastest(trace, rise.low, rise.high);
  const low_m = trace.height_m[rise.low] as number;
  const high_m = trace.height_m[rise.high] as number;
  return {
    rise: { ...rise, peak },
    rom_m: high_m - low_m,
    low_m,
    high_m,
    t_s: trace.t_s[peak] as number,
    cameDown: descended(trace, rise.low, (high_m - low_m) * OWN_DESCENT_SHARE),
  };
}

/** What a rule has nothing against; the others are told with its reason. The rule sees its neighbours too. */
export function sift(
  candidates: readonly Candidate[],
  refuse: Refuse,
  rule: (candidate: Candidate, at: number) => WhyNot | null,
): Candidate[] {
  return candidates.filter((candidate, at) => {
    const why = rule(candidate, at);
    if (why !== null) refuse(candidate.rise, why);
    return why === null;
  });
}

function descended(trace: MotionTrace, low: number, depth_m: number): boolean {
  const { t_s, height_m: h } = trace;
  const since = (t_s[low] as number) - DESCENT_BEFORE_S;
  for (let i = low; i >= 0 && (t_s[i] as number) >= since; i--) {
    if ((h[i] as number) - (h[low] as number) >= depth_m) return true;
  }
  return false;
}

/** The longest stop inside a rise: its first sample and its lowest one; null when it has none. */
export function pauseInside(trace: MotionTrace, rise: Rise): { from: number; lowest: number } | null {
  const { t_s, height_m: h, velocity_mps: v } = trace;
  const low_m = h[rise.low] as number;
  const margin = END_SHARE * ((h[rise.high] as number) - low_m);
  let best: { from: number; lowest: number } | null = null;
  let longest = STOP_S;
  let from = -1;
  let lowest = -1;
  for (let i = rise.low; i <= rise.high; i++) {
    const height = (h[i] as number) - low_m;
    const inside = height > margin && height < (h[rise.high] as number) - low_m - margin;
    if (inside && Math.abs(v[i] as number) < END_MPS) {
      if (from < 0) from = lowest = i;
      if ((h[i] as number) <= (h[lowest] as number)) lowest = i;
      const length = (t_s[i] as number) - (t_s[from] as number);
      if (length >= longest) {
        longest = length;
        best = { from, lowest };
      }
    } else from = -1;
  }
  return best;
}
