import type { RepMotion } from '../definition/lay-out.ts';
import type { TraceQuality } from '../definition/phases.ts';
import type { MotionTrace } from '../definition/trace.ts';
import { sampleAt, shiftedPhases } from './shifted-phases.ts';

/** Chance of a jump that one sigma brings about: 0.16 when it only just does, up to 0.5 when much less would. */
const SIDE = 1 / 3;
/** No concentric is shorter than this, s. */
const LEAST_S = 0.05;

/** What a number changes by when the phases jump further than the slopes at their ends say. */
export interface Jump {
  readonly mcv_mps: number;
  readonly rom_m: number;
  readonly hold_s: number;
}

/** Seconds a phase's end moves later per m/s of velocity too low, by the slope there. */
export interface Slopes {
  readonly start: number;
  readonly end: number;
  readonly lowering: number;
}

/**
 * Root mean square of what the numbers jump by when the velocity is one sigma higher or lower. What the slopes at the
 * ends foretell is left out: the smoother's covariance has it already, together with the heights.
 */
export function jumpsOf(
  trace: MotionTrace,
  rep: RepMotion,
  quality: TraceQuality,
  sigma_mps: number,
  slopes: Slopes,
): Jump {
  const { start, end } = rep.concentric;
  const here = shiftedPhases(trace, rep, quality, 0);
  const sums = { mcv: 0, rom: 0, hold: 0 };
  const mcv = (end.height_m - start.height_m) / Math.max(LEAST_S, end.t_s - start.t_s);
  for (const off of [-sigma_mps, sigma_mps]) {
    const there = shiftedPhases(trace, rep, quality, off);
    const starts = there.start_s - here.start_s + off * slopes.start;
    const ends = there.end_s - here.end_s + off * slopes.end;
    const lowers =
      there.lowering_s === null || here.lowering_s === null
        ? 0
        : there.lowering_s - here.lowering_s + off * slopes.lowering;
    const from = start.t_s + starts;
    const to = Math.max(from + LEAST_S, end.t_s + ends);
    const low_m = heightAt(trace, start.sample, from);
    sums.mcv += ((heightAt(trace, end.sample, to) - low_m) / (to - from) - mcv) ** 2;
    sums.rom += (low_m - heightAt(trace, start.sample, start.t_s)) ** 2;
    sums.hold += (lowers - ends) ** 2;
  }
  return {
    mcv_mps: Math.sqrt(sums.mcv * SIDE),
    rom_m: Math.sqrt(sums.rom * SIDE),
    hold_s: Math.sqrt(sums.hold * SIDE),
  };
}

function heightAt(trace: MotionTrace, near: number, time_s: number): number {
  const i = sampleAt(trace, near, time_s < (trace.t_s[near] as number) ? -1 : 1, time_s);
  const dt = time_s - (trace.t_s[i] as number);
  return (trace.height_m[i] as number) + dt * (trace.velocity_mps[i] as number);
}
