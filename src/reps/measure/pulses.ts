import type { RepMotion } from '../definition/lay-out.ts';
import { FALL_BACK_M, LOWERED_M, LOWERING_SHARE, OWN_DESCENT_SHARE } from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';

/** So many times down and up again at lockout are pulsing (chosen here): once is a correction. */
const PULSING = 2;
/** A bar this much below its top is on its way down, m (chosen here): hands sway by less. */
const LEFT_TOP_M = 0.005;
/** Whether a pulse was as deep as ends a hold is not known to better than this, m (chosen here): two sigmas of heights half a second apart. */
const EDGE_M = 0.007;

/** The bar went down from its top and came up again, without being lowered. */
interface Pulse {
  /** When it left the top, s. */
  readonly start_s: number;
  readonly depth_m: number;
}

export interface Pulses {
  /** The lifter pulsed at lockout. */
  readonly pulsed: boolean;
  /** By how much the hold is longer or shorter where a pulse was just deep enough to end it, or just not, s. */
  readonly hold_doubt_s: number;
}

export const NO_PULSES: Pulses = { pulsed: false, hold_doubt_s: 0 };

/** What the bar did at the top of a rep whose lowering was seen. */
export function pulsesOf(trace: MotionTrace, rep: RepMotion): Pulses {
  const { after, concentric } = rep;
  if (after === null) return NO_PULSES;
  const pulses = pulsesAfter(trace, rep);
  if (pulses.length < PULSING) return NO_PULSES;
  const ends_m = Math.min(LOWERED_M, LOWERING_SHARE * rep.rom_m);
  const earliest = pulses.find(({ depth_m }) => depth_m > ends_m - EDGE_M);
  if (earliest === undefined) return { pulsed: true, hold_doubt_s: 0 };
  const latest = pulses.find(({ depth_m }) => depth_m > ends_m + EDGE_M);
  const end_s = after.start.t_s;
  const later_s = latest === undefined ? lastTop_s(trace, rep) : latest.start_s;
  const earlier_s = Math.max(concentric.end.t_s, earliest.start_s);
  return { pulsed: true, hold_doubt_s: Math.max(0, end_s - earlier_s, later_s - end_s) };
}

function pulsesAfter({ t_s, height_m: h }: MotionTrace, { concentric, rom_m }: RepMotion): Pulse[] {
  const pulses: Pulse[] = [];
  let top_m = h[concentric.end.sample] as number;
  let low_m = top_m;
  let left_s = concentric.end.t_s;
  for (let i = concentric.end.sample; i < t_s.length; i++) {
    const now_m = h[i] as number;
    if (now_m > top_m - LEFT_TOP_M && low_m > top_m - FALL_BACK_M) {
      top_m = Math.max(top_m, now_m);
      low_m = top_m;
      left_s = t_s[i] as number;
      continue;
    }
    low_m = Math.min(low_m, now_m);
    if (top_m - low_m >= OWN_DESCENT_SHARE * rom_m) break;
    if (top_m - low_m < FALL_BACK_M || now_m < low_m + FALL_BACK_M) continue;
    pulses.push({ start_s: left_s, depth_m: top_m - low_m });
    top_m = low_m = now_m;
    left_s = t_s[i] as number;
  }
  return pulses;
}

/** When the bar left its top for good, s. */
function lastTop_s({ t_s, height_m: h }: MotionTrace, { concentric, top, rom_m }: RepMotion): number {
  let last_s = concentric.end.t_s;
  for (let i = concentric.end.sample; i < t_s.length; i++) {
    if (top.height_m - (h[i] as number) >= OWN_DESCENT_SHARE * rom_m) break;
    if (top.height_m - (h[i] as number) < FALL_BACK_M) last_s = t_s[i] as number;
  }
  return last_s;
}
