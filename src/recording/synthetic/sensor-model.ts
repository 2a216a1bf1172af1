import { type Felt, STANDARD_GRAVITY_MPS2 } from './kinematics.ts';
import type { Random } from './random.ts';
import { GRID_HZ } from './timeline.ts';

/** A kind of sensor: how large its errors are. One unit's own errors are drawn from it. */
export interface SensorModel {
  /** Frames per second asked for. */
  readonly rate_hz: number;
  /** True rate / asked rate - 1, one sigma. WitMotion units are off by up to 0.7 %. */
  readonly rate_error: number;
  readonly axes: 3 | 6;
  /** Its own low-pass before sampling, -3 dB, Hz. */
  readonly bandwidth_hz: number;
  /** Each reading is sent this often: 2 is a WT901BLECL that sends 50 Hz data at 100 Hz. */
  readonly held: number;
  readonly accel_noise_g_rthz: number;
  /** One sigma per axis. */
  readonly accel_offset_g: number;
  readonly accel_scale_error: number;
  /** Angle between true and nominal axes, one sigma, rad. */
  readonly accel_skew_rad: number;
  readonly accel_range_g: number;
  readonly accel_step_g: number;
  readonly gyro_noise_dps_rthz: number;
  readonly gyro_bias_dps: number;
  readonly gyro_scale_error: number;
  /** Bias by acceleration, deg/s per g, one sigma. */
  readonly gyro_g_dps: number;
  readonly gyro_range_dps: number;
  readonly gyro_step_dps: number;
  /** Below this the sensor says exactly zero. */
  readonly gyro_dead_band_dps: number;
  /** Power-of-two glitches per second. */
  readonly glitches_hz: number;
}

export const IDEAL_SENSOR: SensorModel = {
  rate_hz: 100,
  rate_error: 0,
  axes: 6,
  bandwidth_hz: 42,
  held: 1,
  accel_noise_g_rthz: 0,
  accel_offset_g: 0,
  accel_scale_error: 0,
  accel_skew_rad: 0,
  accel_range_g: 16,
  accel_step_g: 0,
  gyro_noise_dps_rthz: 0,
  gyro_bias_dps: 0,
  gyro_scale_error: 0,
  gyro_g_dps: 0,
  gyro_range_dps: 2000,
  gyro_step_dps: 0,
  gyro_dead_band_dps: 0,
  glitches_hz: 0,
};

/** Consumer MEMS as bought: offsets up to 40 mg and scales up to 1 % over temperature and soldering. */
export const UNCALIBRATED_SENSOR: SensorModel = {
  ...IDEAL_SENSOR,
  rate_error: 0.002,
  accel_noise_g_rthz: 150e-6,
  accel_offset_g: 0.04,
  accel_scale_error: 0.01,
  accel_skew_rad: 0.005,
  accel_step_g: 16 / 32768,
  gyro_noise_dps_rthz: 0.01,
  gyro_bias_dps: 0.5,
  gyro_scale_error: 0.005,
  gyro_g_dps: 0.05,
  gyro_step_dps: 2000 / 32768,
};

export const CALIBRATED_SENSOR: SensorModel = {
  ...UNCALIBRATED_SENSOR,
  accel_offset_g: 0.004,
  accel_scale_error: 0.002,
  accel_skew_rad: 0.001,
  gyro_bias_dps: 0.1,
  gyro_scale_error: 0.002,
};

/** One physical sensor with its own errors. */
export interface SensorUnit {
  readonly model: SensorModel;
  readonly rate_hz: number;
  /** accel: read = matrix * true + offset, in g. */
  readonly accel_matrix: Float64Array;
  readonly accel_offset_g: readonly number[];
  readonly gyro_scale: readonly number[];
  readonly gyro_bias_dps: readonly number[];
  readonly gyro_g_dps: readonly number[];
}

export function drawUnit(random: Random, model: SensorModel): SensorUnit {
  const three = (draw: () => number): number[] => [draw(), draw(), draw()];
  const scale = three(() => 1 + random.normal(model.accel_scale_error));
  const accel_matrix = new Float64Array(9);
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++)
      accel_matrix[3 * row + column] =
        row === column ? (scale[row] ?? 1) : random.normal(model.accel_skew_rad);
  return {
    model,
    rate_hz: model.rate_hz * (1 + random.normal(model.rate_error)),
    accel_matrix,
    accel_offset_g: three(() => random.normal(model.accel_offset_g)),
    gyro_scale: three(() => 1 + random.normal(model.gyro_scale_error)),
    gyro_bias_dps: three(() => random.normal(model.gyro_bias_dps)),
    gyro_g_dps: three(() => random.normal(model.gyro_g_dps)),
  };
}

/** Readings at a sensor's own moments, before anything happens to them on their way. */
export interface Readings {
  readonly count: number;
  /** True time of each reading since the story began, s. */
  readonly t_s: Float64Array;
  readonly accel_g: Float64Array;
  readonly gyro_dps: Float64Array | null;
}

const DEG = 180 / Math.PI;

/** Second-order Butterworth low-pass on one interleaved axis, in place, started at rest on the first value. */
function lowPass(values: Float64Array, axis: number, corner_hz: number): void {
  const k = Math.tan((Math.PI * corner_hz) / GRID_HZ);
  const norm = 1 / (1 + Math.SQRT2 * k + k * k);
  const b0 = k * k * norm;
  const a1 = 2 * (k * k - 1) * norm;
  const a2 = (1 - Math.SQRT2 * k + k * k) * norm;
  const first = values[axis] ?? 0;
  let x1 = first;
  let x2 = first;
  let y1 = first;
  let y2 = first;
  for (let i = axis; i < values.length; i += 3) {
    const x = values[i] ?? 0;
    const y = b0 * (x + 2 * x1 + x2) - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    values[i] = y;
  }
}

/** A whole number of steps; digital sensors know no -0. */
const step = (value: number, size: number): number =>
  size === 0 ? value : Math.round(value / size) * size + 0;
const limit = (value: number, range: number): number =>
  value > range ? range : value < -range ? -range : value;

export function readSensor(felt: Felt, unit: SensorUnit, random: Random): Readings {
  const { model } = unit;
  const force = felt.force_mps2.slice();
  const rate = felt.rate_rads.slice();
  for (let axis = 0; axis < 3; axis++) {
    lowPass(force, axis, model.bandwidth_hz);
    lowPass(rate, axis, model.bandwidth_hz);
  }
  const grid = force.length / 3;
  const count = Math.floor(((grid - 2) / GRID_HZ) * unit.rate_hz);
  const t_s = new Float64Array(count);
  const accel_g = new Float64Array(3 * count);
  const gyro_dps = model.axes === 6 ? new Float64Array(3 * count) : null;
  // white noise seen through the sensor's own low-pass: equivalent bandwidth 1.11 x the corner
  const throughBandwidth = Math.sqrt(1.11 * model.bandwidth_hz);
  const accelNoise_g = model.accel_noise_g_rthz * throughBandwidth;
  const gyroNoise_dps = model.gyro_noise_dps_rthz * throughBandwidth;
  const axisAt = (values: Float64Array, position: number, axis: number): number => {
    const i = Math.floor(position);
    const share = position - i;
    return (1 - share) * (values[3 * i + axis] ?? 0) + share * (values[3 * i + 3 + axis] ?? 0);
  };
  const top_g = model.accel_range_g - model.accel_step_g;
  for (let k = 0; k < count; k++) {
    const taken = k - (k % model.held);
    t_s[k] = k / unit.rate_hz;
    if (taken !== k) {
      accel_g.copyWithin(3 * k, 3 * taken, 3 * taken + 3);
      gyro_dps?.copyWithin(3 * k, 3 * taken, 3 * taken + 3);
      continue;
    }
    const position = (k / unit.rate_hz) * GRID_HZ;
    const f = [0, 1, 2].map((axis) => axisAt(force, position, axis) / STANDARD_GRAVITY_MPS2);
    const along_g = Math.hypot(f[0] ?? 0, f[1] ?? 0, f[2] ?? 0);
    for (let axis = 0; axis < 3; axis++) {
      const m = unit.accel_matrix;
      const read =
        (m[3 * axis] ?? 0) * (f[0] ?? 0) +
        (m[3 * axis + 1] ?? 0) * (f[1] ?? 0) +
        (m[3 * axis + 2] ?? 0) * (f[2] ?? 0) +
        (unit.accel_offset_g[axis] ?? 0) +
        random.normal(accelNoise_g);
      accel_g[3 * k + axis] = step(Math.min(limit(read, model.accel_range_g), top_g), model.accel_step_g);
      if (gyro_dps === null) continue;
      const turned =
        axisAt(rate, position, axis) * DEG * (unit.gyro_scale[axis] ?? 1) +
        (unit.gyro_bias_dps[axis] ?? 0) +
        (unit.gyro_g_dps[axis] ?? 0) * along_g +
        random.normal(gyroNoise_dps);
      const quiet = Math.abs(turned) < model.gyro_dead_band_dps;
      gyro_dps[3 * k + axis] = quiet ? 0 : step(limit(turned, model.gyro_range_dps), model.gyro_step_dps);
    }
  }
  return { count, t_s, accel_g, gyro_dps };
}
