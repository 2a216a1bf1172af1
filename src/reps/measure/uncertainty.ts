import type { MotionTerm } from '../../signal/set/anchors.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import type { TraceQuality } from '../definition/phases.ts';
import { SLOW_PEAK_MPS } from '../definition/thresholds.ts';
import type { Moment, MotionTrace } from '../definition/trace.ts';
import { jumpsOf } from './edge-jumps.ts';

export interface RepUncertainty {
  readonly mcv_mps: number;
  readonly rom_m: number;
  readonly hold_s: number | null;
  /** The same without the doubt where a phase ends: what the samples themselves are worth. */
  readonly samples: { readonly mcv_mps: number; readonly rom_m: number };
  /** What the place of the sensor adds: the same in every rep of one set-up, and no part of the others. */
  readonly place: { readonly mcv_mps: number; readonly rom_m: number };
}

// Fitted: with them two stated sigmas hold 90 to 99 % of the errors of the simulated ladder's even seeds, in the plain
// world and in the gym; the odd seeds check them (docs/measurement.md, section 4).

/** A sensor's low-pass moves the moment a velocity crosses a threshold by this much, s, in a set of roughness 1 (fitted). */
const TIME_S = 0.003;
/** Sampling moves it by this share of the time between two samples, in a set of roughness 1 (fitted). */
const TIME_SHARE = 0.3;
/** The height drifts this fast while the bar rises, m/s, in a set of roughness 1 (fitted). */
const RISE_DRIFT_MPS = 0.002;
/** ... and while a slow one does, m/s, in any set: there no stop tells the velocity, whatever the residuals say (fitted). */
const SLOW_DRIFT_MPS = 0.0045;
/** A hold's sigma is this share of the motion's: the bar hardly moves at both ends of it (fitted). */
const HOLD_SHARE = 0.9;
/** What is left of the sigma of a moment, s, and of a height, m, when the motion is known exactly. */
const FLOOR = { time_s: 0.0005, height_m: 0.0001 };
/** Sigmas are so many times wider where samples are missing, which the set's other residuals do not tell (chosen here). */
const DISTURBED = 1.7;
/** Below this rate, Hz, a rep has fewer samples than features: a phase may begin between any two of them (chosen here). */
const LOW_RATE_HZ = 30;
/** Half width over which the acceleration at a threshold is taken, s: four samples at 50 Hz. */
const EDGE_S = 0.04;
/** A moment is not believed to be off by more than this, s, however flat the velocity is there. */
const MAX_SHIFT_S = 0.4;
/** Variance of a sensor's own smoothing, in squares of its sample time. */
const SMOOTHED = 0.6;
/** Acceleration taken at a threshold at least, m/s2: a flatter crossing has no moment to speak of. */
const LEAST_EDGE_MPS2 = 0.05;

/**
 * 1-sigma of mean velocity, range and hold; `roughness` is the set's own, 1 where it is as rough as the smoother allows
 * for. A velocity error shifts the moment a threshold is crossed by dv / a; the shift and the height errors are
 * correlated, so each number is taken as one linear functional of the smoother's unknowns. `sigma` is that of the set's
 * own residuals, no share of it is taken; `quality` is that of the trace, `place` of not knowing where the sensor sits.
 */
export function uncertaintyOf(
  trace: MotionTrace,
  rep: RepMotion,
  sigma: (terms: readonly MotionTerm[]) => number,
  roughness: number,
  quality: TraceQuality,
  disturbed: boolean,
  place: (terms: readonly MotionTerm[]) => number = () => 0,
): RepUncertainty {
  const { start, end } = rep.concentric;
  const duration = Math.max(0.05, end.t_s - start.t_s);
  const mcv = (end.height_m - start.height_m) / duration;
  const startShift = shiftPerMps(trace, start);
  const endShift = shiftPerMps(trace, end);
  // d MCV = (dh_e + v_e dt_e - dh_s - v_s dt_s - mcv (dt_e - dt_s)) / T, with dt = -dv / a: a bar believed too fast
  // seems to rise for longer, which takes back part of the error
  const mcvTerms: MotionTerm[] = [
    {
      sample: start.sample,
      height: -1 / duration,
      velocity: (-startShift * (mcv - start.velocity_mps)) / duration,
    },
    { sample: end.sample, height: 1 / duration, velocity: (endShift * (mcv - end.velocity_mps)) / duration },
  ];
  const romTerms: MotionTerm[] = [
    { sample: start.sample, height: -1, velocity: -startShift * -start.velocity_mps },
    { sample: rep.top.sample, height: 1, velocity: 0 },
  ];
  const step = duration / Math.max(1, end.sample - start.sample);
  const edge = Math.hypot(FLOOR.time_s, roughness * Math.hypot(TIME_S, TIME_SHARE * step));
  const smeared = smearOf(trace, start, step) + smearOf(trace, end, step);
  const lowering = rep.after?.start ?? rep.top;
  const loweringShift = shiftPerMps(trace, lowering);
  const off_mps = sigma([{ sample: end.sample, height: 0, velocity: 1 }]);
  const slopes = { start: startShift, end: endShift, lowering: loweringShift };
  const jump = jumpsOf(trace, rep, quality, off_mps, slopes);
  const holdTerms: MotionTerm[] = [
    { sample: end.sample, height: 0, velocity: -endShift },
    { sample: lowering.sample, height: 0, velocity: loweringShift },
  ];
  const hold_s = Math.hypot(Math.min(MAX_SHIFT_S, HOLD_SHARE * sigma(holdTerms)), edge);
  const sparse = Math.max(1, LOW_RATE_HZ * step);
  const wide = Math.max(disturbed ? DISTURBED : 1, sparse);
  const unseen_s = step * (sparse ** 1.75 - 1);
  const slow_mps = rep.concentric.peak.velocity_mps <= SLOW_PEAK_MPS ? SLOW_DRIFT_MPS : 0;
  const samples = {
    mcv_mps: Math.hypot(
      slow_mps,
      wide * Math.hypot(sigma(mcvTerms), (mcv * edge) / duration, (mcv * smeared) / duration),
      (mcv * unseen_s) / duration,
    ),
    rom_m: Math.hypot(
      slow_mps * duration,
      wide * Math.hypot(sigma(romTerms), FLOOR.height_m, roughness * RISE_DRIFT_MPS * duration),
    ),
  };
  return {
    mcv_mps: Math.hypot(samples.mcv_mps, jump.mcv_mps),
    rom_m: Math.hypot(samples.rom_m, jump.rom_m),
    hold_s: rep.after === null ? null : Math.hypot(wide * hold_s, unseen_s, jump.hold_s),
    samples,
    place: { mcv_mps: place(mcvTerms), rom_m: place(romTerms) },
  };
}

/**
 * How much longer a movement seems, s, when its velocity was smoothed as by a sensor that sends a reading every `step_s`:
 * smoothing adds half its variance times the curvature, and a corner lies that much further out.
 */
function smearOf(trace: MotionTrace, moment: Moment, step_s: number): number {
  const before = slopeBetween(trace, moment, -EDGE_S, 0);
  const after = slopeBetween(trace, moment, 0, EDGE_S);
  const curvature = Math.abs(after - before) / EDGE_S;
  const size = Math.max(LEAST_EDGE_MPS2, Math.abs(before + after) / 2);
  return Math.min(step_s, (SMOOTHED * (step_s ** 2 * curvature)) / (2 * size));
}

/** dt = -shift * dv: how far (s per m/s) a velocity error moves the crossing, at most what is believed. */
function shiftPerMps(trace: MotionTrace, moment: Moment): number {
  const slope = slopeBetween(trace, moment, -EDGE_S, EDGE_S);
  return (slope < 0 ? -1 : 1) / Math.max(LEAST_EDGE_MPS2, Math.abs(slope));
}

/** Mean acceleration, m/s2, between the samples at least that far from a moment, s; 0 where the trace ends. */
function slopeBetween(
  { t_s, velocity_mps: v }: MotionTrace,
  moment: Moment,
  from_s: number,
  to_s: number,
): number {
  let a = moment.sample;
  let b = Math.min(moment.sample + 1, t_s.length - 1);
  while (a > 0 && (t_s[a] as number) - moment.t_s > from_s) a--;
  while (b < t_s.length - 1 && (t_s[b] as number) - moment.t_s < to_s) b++;
  const span = (t_s[b] as number) - (t_s[a] as number);
  return span > 0 ? ((v[b] as number) - (v[a] as number)) / span : 0;
}
