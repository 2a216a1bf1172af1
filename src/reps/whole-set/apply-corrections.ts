import type { Correction } from '../correction.ts';
import { fastest, type Rise } from '../definition/rises.ts';
import { FALL_BACK_M } from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';

/** The ends of a rise are slow by nature: a rep is cut in two no nearer to them than this share of its rise. Chosen here. */
const CUT_MARGIN = 0.1;
/** Two reps in one: between them the bar slows to this share of the slower one's peak velocity, or less. Chosen here. */
const SLOWED_SHARE = 0.5;

export interface Corrected {
  readonly rises: readonly Rise[];
  /** What no movement of this recording answers to. */
  readonly unmet: readonly Correction[];
}

/** The rises a coach wants to see as reps: those the rules kept, corrected one by one in the order they were said. */
export function applyCorrections(
  trace: MotionTrace,
  kept: readonly Rise[],
  refused: readonly Rise[],
  corrections: readonly Correction[],
): Corrected {
  let rises = kept;
  const unmet: Correction[] = [];
  for (const correction of corrections) {
    const corrected = applyOne(trace, rises, refused, correction);
    if (corrected === null) unmet.push(correction);
    else rises = corrected;
  }
  return { rises, unmet };
}

function applyOne(
  trace: MotionTrace,
  rises: readonly Rise[],
  refused: readonly Rise[],
  correction: Correction,
): Rise[] | null {
  const at = riseAt(trace, rises, correction.at_s);
  if (correction.kind === 'count') {
    const found = at ?? riseAt(trace, refused, correction.at_s);
    if (found === undefined) return null;
    const others = rises.filter((rise) => rise !== at);
    // a part of a movement that is a rep already is no other rep
    if (others.some((rise) => rise.low < found.high && rise.high > found.low)) return null;
    return inOrder([...others, { ...found, by_hand: true }]);
  }
  if (at === undefined) return null;
  if (correction.kind === 'split') {
    const parts = cutInTwo(trace, at);
    return parts === null ? null : rises.flatMap((rise) => (rise === at ? parts : [rise]));
  }
  const to = riseAt(trace, rises, correction.to_s);
  if (to === undefined) return null;
  if (to === at) return [...rises];
  const [first, last] = at.low < to.low ? [at, to] : [to, at];
  const outside = rises.filter((rise) => rise.high <= first.low || rise.low >= last.high);
  return inOrder([...outside, joinRises(trace, first, last)]);
}

const inOrder = (rises: readonly Rise[]): Rise[] => rises.toSorted((a, b) => a.low - b.low);

const riseAt = ({ t_s }: MotionTrace, rises: readonly Rise[], at_s: number): Rise | undefined =>
  rises.find(({ low, high }) => (t_s[low] as number) <= at_s && at_s <= (t_s[high] as number));

/** Where the bar was slowest inside the rise; null when it did not slow down there. A joined one comes apart again. */
function cutInTwo(trace: MotionTrace, rise: Rise): Rise[] | null {
  if (rise.joined) return rise.joined.map((part) => ({ ...part, by_hand: true }));
  const { height_m: h, velocity_mps: v } = trace;
  const low_m = h[rise.low] as number;
  const rise_m = (h[rise.high] as number) - low_m;
  let cut = -1;
  for (let i = rise.low; i <= rise.high; i++) {
    const share = ((h[i] as number) - low_m) / rise_m;
    if (share < CUT_MARGIN || share > 1 - CUT_MARGIN) continue;
    if (cut < 0 || (v[i] as number) < (v[cut] as number)) cut = i;
  }
  if (cut < 0) return null;
  const peaks = [fastest(trace, rise.low, cut), fastest(trace, cut, rise.high)];
  const slower_mps = Math.min(...peaks.map((peak) => v[peak] as number));
  if ((v[cut] as number) > SLOWED_SHARE * slower_mps) return null;
  const [high, low] = [extremeAt(h, rise.low, cut, 1), extremeAt(h, cut, rise.high, -1)];
  const parts: Rise[] = [
    { low: rise.low, peak: peaks[0] as number, high, fallen: cut + 1, by_hand: true },
    { low, peak: peaks[1] as number, high: rise.high, fallen: rise.fallen, by_hand: true },
  ];
  return parts.every((part) => (h[part.high] as number) - (h[part.low] as number) >= FALL_BACK_M)
    ? parts
    : null;
}

/** The highest (sign 1) or lowest (sign -1) sample of a stretch. */
function extremeAt(h: Float64Array, from: number, to: number, sign: 1 | -1): number {
  let best = from;
  for (let i = from; i <= to; i++) if (sign * ((h[i] as number) - (h[best] as number)) >= 0) best = i;
  return best;
}

function joinRises(trace: MotionTrace, first: Rise, last: Rise): Rise {
  const { height_m: h } = trace;
  const high = (h[first.high] as number) > (h[last.high] as number) ? first.high : last.high;
  return {
    low: first.low,
    peak: fastest(trace, first.low, high),
    high,
    fallen: last.fallen,
    by_hand: true,
    joined: [first, last],
  };
}
