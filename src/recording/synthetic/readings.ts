import { DEG_PER_RAD, G_MPS2 } from '../units.ts';
import type { FeltMotion } from './kinematics.ts';
import type { Random } from './random.ts';
import type { SensorUnit } from './sensor-model.ts';
import { GRID_HZ } from './timeline.ts';

/** Readings at a sensor's own moments, before anything happens to them on their way. */
export interface Readings {
  readonly count: number;
  /** True time of each reading since the story began, s. */
  readonly t_s: Float64Array;
  readonly accel_g: Float64Array;
  readonly gyro_dps: Float64Array | null;
}

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

/** One of three interleaved axes between grid points. */
function axisAt(values: Float64Array, position: number, axis: number): number {
  const i = Math.max(0, Math.floor(position));
  const share = Math.max(0, position - i);
  return (1 - share) * (values[3 * i + axis] ?? 0) + share * (values[3 * i + 3 + axis] ?? 0);
}

export function readSensor(felt: FeltMotion, unit: SensorUnit, random: Random): Readings {
  const { model } = unit;
  const force = felt.force_mps2.slice();
  const rate = felt.rate_rads.slice();
  for (let axis = 0; axis < 3; axis++) {
    lowPass(force, axis, model.bandwidth_hz);
    lowPass(rate, axis, model.bandwidth_hz);
  }
  const count = Math.floor(((force.length / 3 - 2) / GRID_HZ) * unit.rate_hz);
  const t_s = new Float64Array(count);
  const accel_g = new Float64Array(3 * count);
  const gyro_dps = model.axes === 6 ? new Float64Array(3 * count) : null;
  // white noise seen through the sensor's own low-pass: equivalent bandwidth 1.11 x the corner
  const throughBandwidth = Math.sqrt(1.11 * model.bandwidth_hz);
  const accelNoise_g = model.accel_noise_g_rthz * throughBandwidth;
  const gyroNoise_dps = model.gyro_noise_dps_rthz * throughBandwidth;
  const driftStep_g = model.accel_drift_g * Math.sqrt(model.held / unit.rate_hz / 60);
  const drifting = random.fork('drift');
  const drift_g = [0, 0, 0];
  const last_s = Math.max(1, count) / unit.rate_hz;
  const warm = random.fork('warming');
  const warmed_dps = [0, 1, 2].map(() => warm.sign() * model.gyro_drift_dps);
  // straight, or quick at first as something that warms
  const bow = warm.uniform(0.5, 1);
  const m = unit.accel_matrix;
  const top_g = model.accel_range_g - model.accel_step_g;

  const readAccel = (f: readonly number[], axis: number): number => {
    const along =
      (m[3 * axis] ?? 0) * (f[0] ?? 0) +
      (m[3 * axis + 1] ?? 0) * (f[1] ?? 0) +
      (m[3 * axis + 2] ?? 0) * (f[2] ?? 0);
    drift_g[axis] = (drift_g[axis] ?? 0) + drifting.normal(driftStep_g);
    const bent = along + (unit.accel_bend_per_g[axis] ?? 0) * along * along;
    const read = bent + (unit.accel_offset_g[axis] ?? 0) + (drift_g[axis] ?? 0) + random.normal(accelNoise_g);
    return step(Math.min(limit(read, model.accel_range_g), top_g), model.accel_step_g);
  };
  const readGyro = (position: number, axis: number, size_g: number): number => {
    const turned =
      axisAt(rate, position - unit.gyro_lag_s * GRID_HZ, axis) * DEG_PER_RAD * (unit.gyro_scale[axis] ?? 1) +
      (unit.gyro_bias_dps[axis] ?? 0) +
      (warmed_dps[axis] ?? 0) * (position / GRID_HZ / last_s) ** bow +
      (unit.gyro_g_dps[axis] ?? 0) * size_g +
      random.normal(gyroNoise_dps);
    const quiet = Math.abs(turned) < model.gyro_dead_band_dps;
    return quiet ? 0 : step(limit(turned, model.gyro_range_dps), model.gyro_step_dps);
  };

  for (let k = 0; k < count; k++) {
    const taken = k - (k % model.held);
    t_s[k] = k / unit.rate_hz;
    if (taken !== k) {
      accel_g.copyWithin(3 * k, 3 * taken, 3 * taken + 3);
      gyro_dps?.copyWithin(3 * k, 3 * taken, 3 * taken + 3);
      continue;
    }
    const position = (k / unit.rate_hz) * GRID_HZ;
    const f = [0, 1, 2].map((axis) => axisAt(force, position, axis) / G_MPS2);
    const size_g = Math.hypot(f[0] ?? 0, f[1] ?? 0, f[2] ?? 0);
    for (let axis = 0; axis < 3; axis++) {
      accel_g[3 * k + axis] = readAccel(f, axis);
      if (gyro_dps !== null) gyro_dps[3 * k + axis] = readGyro(position, axis, size_g);
    }
  }
  return { count, t_s, accel_g, gyro_dps };
}
