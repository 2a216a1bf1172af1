import type { MotionTerm } from '../signal/set/anchors.ts';
import type { RepMotion } from './rep-motion.ts';
import type { Moment, MotionTrace } from './trace.ts';

export interface RepUncertainty {
  readonly mcv_mps: number;
  readonly rom_m: number;
  readonly hold_s: number | null;
}

/** What is left when the motion is known exactly: clock, share of the time between samples, definition. Ours. */
const TIME_FLOOR_S = 0.002;
const TIME_SHARE = 0.15;
const ROM_FLOOR_M = 0.001;
const MCV_FLOOR_MPS = 0.001;
/**
 * The smoother's own sigma is careful: it allows for sensors and bars worse than most. These shares make 90-99 %
 * of the errors fall within two sigma on the simulated ladder (npm run accuracy, both worlds). Where samples are
 * missing or clipped near the rep, and at low rates, it is taken as it is.
 */
const DISTURBED = { mcv: 1, rom: 1, hold: 1.2 };
const SHARE = { mcv: 0.36, rom: 0.48, hold: 0.6 };
/** Half width over which the acceleration at a threshold is taken, s, and the longest shift believed, s. */
const EDGE_S = 0.04;
const MAX_SHIFT_S = 0.4;
const LEAST_EDGE_MPS2 = 0.05;

/**
 * 1-sigma of mean velocity, range and hold. A velocity error shifts the moment a threshold is crossed by
 * dv / a; the shift and the height errors are correlated, so each number is taken as one linear functional of
 * the smoother's unknowns.
 */
export function uncertaintyOf(
  trace: MotionTrace,
  rep: RepMotion,
  sigma: (terms: readonly MotionTerm[]) => number,
  disturbed: boolean,
): RepUncertainty {
  const share = disturbed ? DISTURBED : SHARE;
  const { start, end } = rep.concentric;
  const duration = Math.max(0.05, end.t_s - start.t_s);
  const mcv = (end.height_m - start.height_m) / duration;
  const startShift = shiftPerMps(trace, start);
  const endShift = shiftPerMps(trace, end);
  // d MCV = (dh_e + v_e dt_e - dh_s - v_s dt_s - mcv (dt_e - dt_s)) / T, with dt = -dv / a
  const mcvTerms: MotionTerm[] = [
    {
      sample: start.sample,
      height: -1 / duration,
      velocity: (startShift * (mcv - start.velocity_mps)) / duration,
    },
    { sample: end.sample, height: 1 / duration, velocity: (-endShift * (mcv - end.velocity_mps)) / duration },
  ];
  const romTerms: MotionTerm[] = [
    { sample: start.sample, height: -1, velocity: -startShift * -start.velocity_mps },
    { sample: rep.top.sample, height: 1, velocity: 0 },
  ];
  const step = duration / Math.max(1, end.sample - start.sample);
  const edge = Math.SQRT2 * Math.hypot(TIME_FLOOR_S, TIME_SHARE * step);
  return {
    mcv_mps: Math.hypot(share.mcv * sigma(mcvTerms), MCV_FLOOR_MPS, (mcv * edge) / duration),
    rom_m: Math.hypot(share.rom * sigma(romTerms), ROM_FLOOR_M),
    hold_s:
      rep.after === null ? null : holdSigma(trace, rep, (terms) => share.hold * sigma(terms), endShift, edge),
  };
}

function holdSigma(
  trace: MotionTrace,
  rep: RepMotion,
  sigma: (terms: readonly MotionTerm[]) => number,
  endShift: number,
  edge: number,
): number {
  const lowering = rep.after?.start ?? rep.top;
  const lowerShift = shiftPerMps(trace, lowering);
  const terms: MotionTerm[] = [
    { sample: rep.concentric.end.sample, height: 0, velocity: -endShift },
    { sample: lowering.sample, height: 0, velocity: lowerShift },
  ];
  return Math.hypot(Math.min(MAX_SHIFT_S, sigma(terms)), edge);
}

/** dt = shift * dv: how far (s per m/s) a velocity error moves the crossing, at most what is believed. */
function shiftPerMps(trace: MotionTrace, moment: Moment): number {
  const { t_s, velocity_mps: v } = trace;
  let a = moment.sample;
  let b = Math.min(moment.sample + 1, t_s.length - 1);
  while (a > 0 && moment.t_s - (t_s[a] as number) < EDGE_S) a--;
  while (b < t_s.length - 1 && (t_s[b] as number) - moment.t_s < EDGE_S) b++;
  const span = (t_s[b] as number) - (t_s[a] as number);
  const slope = span > 0 ? ((v[b] as number) - (v[a] as number)) / span : 0;
  const size = Math.max(LEAST_EDGE_MPS2, Math.abs(slope));
  return (slope < 0 ? -1 : 1) / size;
}
