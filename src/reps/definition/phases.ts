import type { Rise } from './rises.ts';
import {
  BOUNCE_S,
  CREEP_M,
  DESCENT_PAUSE_S,
  DIP_RISE_M,
  DIP_S,
  END_MPS,
  FALL_BACK_M,
  LANDED_MPS,
  LOOK_AHEAD_S,
  LOWERED_M,
  LOWERING_MPS,
  LOWERING_SHARE,
  OWN_DESCENT_SHARE,
  SLOW_PEAK_MPS,
  START_MPS,
} from './thresholds.ts';
import { crossing, type Moment, type MotionTrace, momentAt } from './trace.ts';

export interface Concentric {
  readonly start: Moment;
  readonly peak: Moment;
  readonly end: Moment;
}

export interface Descent {
  /** Highest sample before it. */
  readonly top: Moment;
  readonly start: Moment;
  readonly end: Moment;
  /** Positive, m/s. */
  readonly peak_mps: number;
}

/** How an estimated trace differs from the true one; EXACT for a trace that is the truth. */
export interface TraceQuality {
  /** A standing bar may seem to move this fast, m/s: that much is neither a rise nor the start of one. */
  readonly drift_mps: number;
  /** How far ahead the end of the concentric is looked for, s. */
  readonly look_ahead_s: number;
}
export const EXACT: TraceQuality = { drift_mps: 0, look_ahead_s: LOOK_AHEAD_S };
/** What the smoother leaves of drift in a standing bar, m/s: twice the median of simulated sets (0.005). */
export const ESTIMATED: TraceQuality = { ...EXACT, drift_mps: 0.012 };

export function concentricOf(trace: MotionTrace, rise: Rise, given: TraceQuality = EXACT): Concentric {
  if (rise.joined) {
    const [first, last] = rise.joined;
    const highest = rise.high <= first.high ? first : last;
    return {
      start: concentricOf(trace, first, given).start,
      peak: momentAt(trace, rise.peak),
      end: concentricOf(trace, highest, given).end,
    };
  }
  // of a rise that is hardly faster than drift as much would be taken for drift as for the rise
  const slow = (trace.velocity_mps[rise.peak] as number) <= SLOW_PEAK_MPS;
  const quality = slow ? { ...given, drift_mps: 0 } : given;
  return {
    start: concentricStart(trace, rise, START_MPS + standingVelocity(trace, rise, quality.drift_mps)),
    peak: momentAt(trace, rise.peak),
    end: concentricEnd(trace, rise, quality),
  };
}

/** The bar stood before it rose if its velocity stayed in a band this wide, m/s (chosen here). */
const STOOD_BAND_MPS = 0.015;
/** It stayed there for this long, s (chosen here). */
const STOOD_S = 0.25;
/** A bar this fast has surely begun to rise, m/s: the standing is looked for before that. */
const RISING_MPS = 0.1;

/** Velocity the trace shows for a bar that stood just before the rise, between -drift and drift; 0 if it did not. */
function standingVelocity(trace: MotionTrace, rise: Rise, drift_mps: number): number {
  if (drift_mps === 0) return 0;
  const { t_s, velocity_mps: v } = trace;
  let i = rise.peak;
  while (i > rise.low && (v[i] as number) > RISING_MPS) i--;
  // from there back to where the velocity was flat: the last flat quarter of a second before the push
  for (let end = i; end > 0 && (t_s[i] as number) - (t_s[end] as number) < 2 * STOOD_S; end--) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    let from = end;
    for (; from >= 0 && (t_s[end] as number) - (t_s[from] as number) < STOOD_S; from--) {
      least = Math.min(least, v[from] as number);
      most = Math.max(most, v[from] as number);
      if (most - least > STOOD_BAND_MPS) break;
    }
    if (most - least > STOOD_BAND_MPS || from < 0) continue;
    const middle = (least + most) / 2;
    return Math.abs(middle) >= drift_mps && Math.abs(middle) <= 3 * drift_mps ? middle : 0;
  }
  return 0;
}

/**
 * Last moment before the peak with v <= 0.02 m/s, unless that is a dip inside a rep already under way: the bar
 * had risen a centimetre just before, and has not fallen back 2 cm since (`rise` ensures that).
 */
function concentricStart(trace: MotionTrace, rise: Rise, threshold_mps: number): Moment {
  const { t_s, height_m: h, velocity_mps: v } = trace;
  const walkBack = (from: number, rising: boolean): number => {
    let i = from;
    while (i > rise.low && (v[i] as number) > threshold_mps === rising) i--;
    return i;
  };
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = rise.low; i <= rise.peak; i++) lowest = Math.min(lowest, h[i] as number);
  let start = walkBack(rise.peak, true);
  while (start > rise.low) {
    // back where it came from: a bounce on the floor, not the beginning of the rep
    if ((h[start] as number) - lowest < DIP_RISE_M) break;
    const pauseFrom = walkBack(start, false);
    if ((t_s[start] as number) - (t_s[pauseFrom] as number) > DIP_S) break;
    const earlier = walkBack(pauseFrom, true);
    if ((h[pauseFrom] as number) - (h[earlier] as number) < DIP_RISE_M) break;
    if ((t_s[pauseFrom] as number) - (t_s[earlier] as number) < BOUNCE_S) break;
    start = earlier;
  }
  const crosses = (v[start] as number) <= threshold_mps && start < rise.peak;
  return crosses ? crossing(trace, start, threshold_mps) : momentAt(trace, start);
}

/** First moment after the peak with v < 0.05 m/s from which the bar rises less than 1 cm before it falls 2 cm. */
function concentricEnd(trace: MotionTrace, rise: Rise, quality: TraceQuality): Moment {
  const { t_s, velocity_mps: v } = trace;
  const last = Math.min(rise.fallen, t_s.length - 1);
  for (let i = rise.peak; i <= last; i++) {
    if ((v[i] as number) >= END_MPS) continue;
    const ahead = highestWithin(trace, i, rise, quality);
    const here = momentAt(trace, i);
    if (risesOn(here, ahead, quality)) continue;
    if (i > rise.peak && (v[i - 1] as number) >= END_MPS) {
      const edge = crossing(trace, i - 1, END_MPS);
      if (!risesOn(edge, ahead, quality)) return edge;
    }
    return here;
  }
  return momentAt(trace, rise.high);
}

function risesOn(from: Moment, to: Moment, { drift_mps }: TraceQuality): boolean {
  return to.height_m - from.height_m >= CREEP_M + drift_mps * Math.max(0, to.t_s - from.t_s);
}

/** Highest moment from `sample` until the bar has fallen 2 cm, looking ahead no further than told. */
function highestWithin(
  trace: MotionTrace,
  sample: number,
  rise: Rise,
  { look_ahead_s }: TraceQuality,
): Moment {
  const { t_s, height_m: h } = trace;
  const until = (t_s[sample] as number) + look_ahead_s;
  if (rise.high >= sample && (t_s[rise.high] as number) <= until) return momentAt(trace, rise.high);
  let best = sample;
  for (let i = sample; i < rise.fallen && i < t_s.length && (t_s[i] as number) <= until; i++) {
    if ((h[i] as number) > (h[best] as number)) best = i;
  }
  return momentAt(trace, best);
}

/** A pause ends a descent that has done this share of the range (DESCENT_PAUSE_S). */
const PAUSED_SHARE = 0.5;
/** However long it is held, drift is not believed to make more than this share of the range of motion (chosen here). */
const DRIFT_SHARE = 0.5;

/**
 * The descent that follows sample `from` (at or before the top), looking no further than `to`; null when the
 * bar does not come down within it. `rom_m` is the range the 15 % rule is taken from. What a held bar may seem to
 * sink by drift since its top comes on top of that.
 */
export function descentAfter(
  trace: MotionTrace,
  from: number,
  to: number,
  rom_m: number,
  { drift_mps }: TraceQuality = EXACT,
): Descent | null {
  const { t_s, height_m: h, velocity_mps: v } = trace;
  const lowered = Math.min(LOWERED_M, LOWERING_SHARE * rom_m);
  let top = from;
  let standing = from;
  let below = -1;
  for (let i = from; i <= to; i++) {
    if ((h[i] as number) > (h[top] as number)) top = i;
    if ((v[i] as number) >= -LOWERING_MPS) standing = i;
    // no drift is as fast as a pulse: only what the bar sank while it stood may be drift
    const sunk = Math.max(0, (h[top] as number) - (h[standing] as number));
    const drifted = drift_mps * ((t_s[i] as number) - (t_s[top] as number));
    const drift = Math.min(DRIFT_SHARE * rom_m, drifted, sunk);
    if ((h[i] as number) <= (h[top] as number) - lowered - drift) {
      below = i;
      break;
    }
  }
  if (below < 0) return null;
  const bottom = endOfDescent(trace, below, to, rom_m, h[top] as number);
  let fastest = below;
  for (let i = top; i <= bottom; i++) if ((v[i] as number) < (v[fastest] as number)) fastest = i;
  const peak = -(v[fastest] as number);
  const threshold = -Math.min(LOWERING_MPS, LOWERING_SHARE * peak);
  let start = Math.min(below, fastest);
  while (start > top && (v[start] as number) < threshold) start--;
  let end = fastest;
  while (end < bottom && (v[end] as number) <= -LANDED_MPS) end++;
  return {
    top: momentAt(trace, top),
    start:
      (v[start] as number) >= threshold && (v[start + 1] as number) < threshold
        ? crossing(trace, start, threshold)
        : momentAt(trace, start),
    end:
      end > fastest && (v[end] as number) > -LANDED_MPS
        ? crossing(trace, end - 1, -LANDED_MPS)
        : momentAt(trace, end),
    peak_mps: peak,
  };
}

/** Pulses at the top are no end: the bar has come down by its share of the range before it rises again, or pauses. */
function endOfDescent(trace: MotionTrace, from: number, to: number, rom_m: number, top_m: number): number {
  const { t_s, height_m: h, velocity_mps: v } = trace;
  let low = from;
  let pausedSince = Number.NaN;
  for (let i = from; i <= to; i++) {
    if ((h[i] as number) < (h[low] as number)) low = i;
    const down = top_m - (h[low] as number) >= OWN_DESCENT_SHARE * rom_m;
    if (down && (h[i] as number) > (h[low] as number) + FALL_BACK_M) return low;
    const paused = (v[i] as number) > -LANDED_MPS && top_m - (h[i] as number) >= PAUSED_SHARE * rom_m;
    if (!paused) pausedSince = Number.NaN;
    else if (Number.isNaN(pausedSince)) pausedSince = t_s[i] as number;
    else if ((t_s[i] as number) - pausedSince >= DESCENT_PAUSE_S) return i;
  }
  return low;
}
