import type { RepMotion } from './lay-out.ts';
import { BRAKING_MPS2 } from './thresholds.ts';
import type { MotionTrace } from './trace.ts';

/** The numbers of one rep, as the trace has them. */
export interface RepMetrics {
  readonly mcv_mps: number;
  readonly pcv_mps: number;
  readonly mpv_mps: number;
  readonly time_to_peak_s: number;
  readonly rom_m: number;
  readonly hold_s: number | null;
  readonly mean_power_w: number | null;
  readonly peak_power_w: number | null;
}

/** Gravity as the definition of power rounds it, m/s2. */
const GRAVITY_MPS2 = 9.81;
/** Acceleration is averaged over so long for power and the propulsive phase, s: vibration is not propulsion (chosen here). */
const SMOOTH_S = 0.03;

export function measureRep(trace: MotionTrace, rep: RepMotion, load_kg: number | null): RepMetrics {
  const { start, peak, end } = rep.concentric;
  const duration_s = Math.max(1e-6, end.t_s - start.t_s);
  const mcv_mps = (end.height_m - start.height_m) / duration_s;
  const braking = firstBraking(trace, rep);
  const power = load_kg === null ? null : powerOf(trace, rep, load_kg);
  return {
    mcv_mps,
    pcv_mps: peak.velocity_mps,
    mpv_mps: braking === null ? mcv_mps : meanUntil(trace, rep, braking),
    time_to_peak_s: Math.max(0, peak.t_s - start.t_s),
    rom_m: rep.rom_m,
    hold_s: rep.after === null ? null : Math.max(0, rep.after.start.t_s - end.t_s),
    mean_power_w: power?.mean ?? null,
    peak_power_w: power?.peak ?? null,
  };
}

function meanUntil(trace: MotionTrace, rep: RepMotion, sample: number): number {
  const { start } = rep.concentric;
  const t = trace.t_s[sample] as number;
  return t <= start.t_s ? 0 : ((trace.height_m[sample] as number) - start.height_m) / (t - start.t_s);
}

/** First sample after the peak that is slowed by more than gravity; null when the bar never is. */
function firstBraking(trace: MotionTrace, rep: RepMotion): number | null {
  const { peak, end } = rep.concentric;
  for (let i = peak.sample; i <= end.sample; i++) {
    if ((trace.accel_mps2[i] as number) < -BRAKING_MPS2 && smoothed(trace, i) < -BRAKING_MPS2) return i;
  }
  return null;
}

function smoothed(trace: MotionTrace, i: number): number {
  const { t_s, accel_mps2: a } = trace;
  const t = t_s[i] as number;
  let sum = 0;
  let n = 0;
  for (let j = i; j >= 0 && t - (t_s[j] as number) <= SMOOTH_S / 2; j--, n++) sum += a[j] as number;
  for (let j = i + 1; j < t_s.length && (t_s[j] as number) - t <= SMOOTH_S / 2; j++, n++)
    sum += a[j] as number;
  return sum / n;
}

function powerOf(trace: MotionTrace, rep: RepMotion, load_kg: number): { mean: number; peak: number } {
  const { start, end } = rep.concentric;
  let peak = 0;
  let work = 0;
  let time = 0;
  for (let i = start.sample + 1; i <= end.sample; i++) {
    const watt = load_kg * (smoothed(trace, i) + GRAVITY_MPS2) * (trace.velocity_mps[i] as number);
    const dt = (trace.t_s[i] as number) - (trace.t_s[i - 1] as number);
    work += watt * dt;
    time += dt;
    if (watt > peak) peak = watt;
  }
  return { mean: time > 0 ? work / time : 0, peak };
}
