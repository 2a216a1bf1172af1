import { words } from '../words/index.ts';
import type { SensorCalibration } from './calibration.ts';
import { createLeastSquares } from './least-squares.ts';

/** Mean of the raw readings over a rest: the accelerometer then feels gravity and its own errors. */
export interface SensorRest {
  readonly accel_g: readonly [number, number, number];
  /** null for a 3-axis sensor. */
  readonly gyro_dps: readonly [number, number, number] | null;
  /** How many rests in this position went into it. */
  readonly weight: number;
}

export type CalibrationFit =
  | { readonly ok: true; readonly calibration: SensorCalibration }
  /** In a coach's words, with what to do. */
  | { readonly ok: false; readonly code: 'too-few' | 'too-alike' | 'not-still'; readonly reason: string };

/** Offset expected before the fit, 1-sigma, g: consumer accelerometers come with up to 40 mg. */
const OFFSET_PRIOR_G = 0.04;
/** Scale error expected before the fit, 1-sigma: consumer accelerometers come with about 1 %. */
const SCALE_PRIOR = 0.015;
/** What the length of gravity still varies by between rests when offset and scale are right, g: skew, temperature, rounding. */
const REST_SIGMA_G = 0.003;
/** Fewest rests that can be fitted: six equations for six unknowns. */
const LEAST_RESTS = 6;
/** The fit is refused unless every offset is known to this, g; chosen here: worse could do harm in positions not yet seen. */
const KNOWN_OFFSET_G = 0.006;
/** The fit is refused unless every scale is known to this; chosen here for the same reason. */
const KNOWN_SCALE = 0.008;
/** A larger residual comes from a sensor that was moved, g RMS; chosen here: one that lies still leaves 2-3 mg. */
const LARGEST_RESIDUAL_G = 0.02;
/** Gauss-Newton steps: the fit no longer changes after five or six. */
const ITERATIONS = 8;

/**
 * Offset and scale per axis from rests: at rest the corrected reading has the length of gravity,
 * |scale * (raw - offset)| = 1 g, whatever the position. Soft-L1, so that one disturbed rest does not bend
 * the rest; a Gaussian prior, so that what no position shows stays at nothing (Frosio 2009; Tedaldi 2014).
 * Refused when the positions are too alike to tell offset from scale.
 */
export function fitCalibration(
  rests: readonly SensorRest[],
  origin: SensorCalibration['origin'],
): CalibrationFit {
  if (rests.length < LEAST_RESTS)
    return {
      ok: false,
      code: 'too-few',
      reason: words.drivers.calibration.tooFew(rests.length, LEAST_RESTS),
    };
  const offset: [number, number, number] = [0, 0, 0];
  const scale: [number, number, number] = [1, 1, 1];
  let sigmas = { offset_g: Number.POSITIVE_INFINITY, scale: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ITERATIONS; round++) {
    const next = step(rests, offset, scale);
    if (next === null) return tooAlike();
    for (let axis = 0; axis < 3; axis++) {
      offset[axis as 0 | 1 | 2] += next.change[axis] as number;
      scale[axis as 0 | 1 | 2] += next.change[3 + axis] as number;
    }
    sigmas = next.sigmas;
  }
  if (sigmas.offset_g > KNOWN_OFFSET_G || sigmas.scale > KNOWN_SCALE) return tooAlike();
  const residual_g = Math.sqrt(
    rests.reduce((sum, rest) => sum + residual(rest, offset, scale) ** 2, 0) / rests.length,
  );
  if (residual_g > LARGEST_RESIDUAL_G)
    return {
      ok: false,
      code: 'not-still',
      reason: words.drivers.calibration.notStill,
    };
  return {
    ok: true,
    calibration: {
      accel_offset_g: offset,
      accel_scale: scale,
      gyro_bias_dps: meanRate(rests),
      residual_g,
      rests: rests.reduce((sum, rest) => sum + rest.weight, 0),
      origin,
    },
  };
}

const tooAlike = (): CalibrationFit => ({
  ok: false,
  code: 'too-alike',
  reason: words.drivers.calibration.tooAlike,
});

type Three = readonly [number, number, number];

function residual({ accel_g }: SensorRest, offset: Three, scale: Three): number {
  return Math.hypot(...accel_g.map((a, i) => (scale[i] as number) * (a - (offset[i] as number)))) - 1;
}

/** One Gauss-Newton step: the change of offset and scale, and how well they are known. */
function step(rests: readonly SensorRest[], offset: Three, scale: Three) {
  const squares = createLeastSquares(6);
  for (let axis = 0; axis < 3; axis++) {
    squares.observe(unit(axis), -(offset[axis] as number), OFFSET_PRIOR_G);
    squares.observe(unit(3 + axis), 1 - (scale[axis] as number), SCALE_PRIOR);
  }
  for (const rest of rests) {
    const raw = rest.accel_g.map((a, i) => a - (offset[i] as number));
    const corrected = raw.map((a, i) => (scale[i] as number) * a);
    const length = Math.hypot(...corrected);
    const off = length - 1;
    // soft-L1 by reweighting: far off counts like the distance, not like its square
    const sigma = REST_SIGMA_G * (1 + (off / REST_SIGMA_G) ** 2) ** 0.25;
    const row = [
      ...corrected.map((c, i) => (-c * (scale[i] as number)) / length),
      ...corrected.map((c, i) => (c * (raw[i] as number)) / length),
    ];
    squares.observe(row, -off, sigma);
  }
  const change = squares.solve();
  if (change === null) return null;
  const worst = (from: number): number =>
    Math.max(...[0, 1, 2].map((axis) => squares.sigmaOf(unit(from + axis))));
  return { change, sigmas: { offset_g: worst(0), scale: worst(3) } };
}

const unit = (at: number): number[] => Array.from({ length: 6 }, (_, i) => (i === at ? 1 : 0));

/** The bias is the same in every position; rests seen more often count more. */
function meanRate(rests: readonly SensorRest[]): [number, number, number] {
  const sum = [0, 0, 0, 0];
  for (const { gyro_dps, weight } of rests) {
    if (gyro_dps === null) continue;
    gyro_dps.forEach((rate, axis) => {
      sum[axis] = (sum[axis] as number) + weight * rate;
    });
    sum[3] = (sum[3] as number) + weight;
  }
  const total = sum[3] || 1;
  return [(sum[0] as number) / total, (sum[1] as number) / total, (sum[2] as number) / total];
}
