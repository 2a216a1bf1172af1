import type { RepMotion } from '../definition/lay-out.ts';
import { concentricOf, descentAfter, type TraceQuality } from '../definition/phases.ts';
import type { MotionTrace } from '../definition/trace.ts';

/** Where the phases of one rep begin and end, s, had the velocity been off by a constant. */
export interface ShiftedPhases {
  readonly start_s: number;
  readonly end_s: number;
  /** Start of the lowering; null when the rep has none. */
  readonly lowering_s: number | null;
}

/** Room around the rep that its definitions may look at, s: for a dip before the start and the creep after the end. */
const AROUND_S = 0.5;

/**
 * Reads the definitions once more with the velocity raised by `off_mps`. Near a hard edge (a rise of 1 cm after the end, a
 * pause before the start, a sag at the threshold of the lowering) a small error moves a phase by as much as it lasts.
 */
export function shiftedPhases(
  trace: MotionTrace,
  rep: RepMotion,
  quality: TraceQuality,
  off_mps: number,
): ShiftedPhases {
  const { rise, after } = rep;
  const last = trace.t_s.length - 1;
  const from = sampleAt(trace, rise.low, -1, (trace.t_s[rise.low] as number) - AROUND_S);
  const until = Math.max(Math.min(rise.fallen, last), after?.end.sample ?? 0);
  const to = sampleAt(trace, until, 1, (trace.t_s[until] as number) + AROUND_S);
  const other = raised(trace, from, to, off_mps);
  const high = rise.high - from;
  const moved = { low: rise.low - from, peak: rise.peak - from, high, fallen: rise.fallen - from };
  const { start, end } = concentricOf(other, moved, quality);
  const lowering = after === null ? null : descentAfter(other, high, to - from, rep.rom_m, quality);
  return { start_s: start.t_s, end_s: end.t_s, lowering_s: lowering?.start.t_s ?? null };
}

/** Samples from..to, had the velocity been that much higher. */
function raised(trace: MotionTrace, from: number, to: number, off_mps: number): MotionTrace {
  const t_s = trace.t_s.subarray(from, to + 1);
  const accel_mps2 = trace.accel_mps2.subarray(from, to + 1);
  if (off_mps === 0)
    return {
      t_s,
      height_m: trace.height_m.subarray(from, to + 1),
      velocity_mps: trace.velocity_mps.subarray(from, to + 1),
      accel_mps2,
    };
  const height_m = trace.height_m.slice(from, to + 1);
  const velocity_mps = trace.velocity_mps.slice(from, to + 1);
  const t0 = t_s[0] as number;
  for (let i = 0; i < t_s.length; i++) {
    height_m[i] = (height_m[i] as number) + off_mps * ((t_s[i] as number) - t0);
    velocity_mps[i] = (velocity_mps[i] as number) + off_mps;
  }
  return { t_s, height_m, velocity_mps, accel_mps2 };
}

/** The first sample from `sample` on, in this direction, that lies at or beyond a time; the trace's end at most. */
export function sampleAt(trace: MotionTrace, sample: number, step: 1 | -1, time_s: number): number {
  let i = sample;
  while (i + step >= 0 && i + step < trace.t_s.length && step * ((trace.t_s[i] as number) - time_s) < 0)
    i += step;
  return i;
}
