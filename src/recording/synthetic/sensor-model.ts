import type { Random } from './random.ts';

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
  /** Wander of the offset with temperature: random walk, one sigma after a minute. */
  readonly accel_drift_g: number;
  /** Reading bends with the square of the acceleration, g per g2, one sigma: vibration shifts the mean. */
  readonly accel_bend_per_g: number;
  readonly accel_range_g: number;
  readonly accel_step_g: number;
  readonly gyro_noise_dps_rthz: number;
  readonly gyro_bias_dps: number;
  /** Change of the bias from the beginning of the recording to its end, as it warms: each axis by this, up or down. */
  readonly gyro_drift_dps: number;
  readonly gyro_scale_error: number;
  /** Bias by acceleration, deg/s per g, one sigma. */
  readonly gyro_g_dps: number;
  /** The gyro's readings are older than the accelerometer's by up to this, s. */
  readonly gyro_lag_s: number;
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
  accel_drift_g: 0,
  accel_bend_per_g: 0,
  accel_range_g: 16,
  accel_step_g: 0,
  gyro_noise_dps_rthz: 0,
  gyro_bias_dps: 0,
  gyro_drift_dps: 0,
  gyro_scale_error: 0,
  gyro_g_dps: 0,
  gyro_lag_s: 0,
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
  accel_drift_g: 0.0007,
  accel_bend_per_g: 0.001,
  accel_step_g: 16 / 32768,
  gyro_noise_dps_rthz: 0.01,
  gyro_bias_dps: 0.5,
  gyro_scale_error: 0.005,
  gyro_g_dps: 0.05,
  gyro_lag_s: 0.003,
  gyro_step_dps: 2000 / 32768,
};

export const CALIBRATED_SENSOR: SensorModel = {
  ...UNCALIBRATED_SENSOR,
  accel_offset_g: 0.004,
  accel_scale_error: 0.002,
  accel_skew_rad: 0.001,
  accel_bend_per_g: 0.0003,
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
  readonly accel_bend_per_g: readonly number[];
  readonly gyro_lag_s: number;
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
    accel_bend_per_g: three(() => random.normal(model.accel_bend_per_g)),
    gyro_lag_s: random.uniform(0, model.gyro_lag_s),
  };
}
