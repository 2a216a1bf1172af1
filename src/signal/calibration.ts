/**
 * Calibration of one physical sensor: corrected = scale * (raw - offset), per axis, in g;
 * gyro bias is subtracted. Learned from rests of ordinary training or from the six-position routine.
 */
export interface SensorCalibration {
  readonly accel_offset_g: readonly [number, number, number];
  readonly accel_scale: readonly [number, number, number];
  readonly gyro_bias_dps: readonly [number, number, number];
  /** RMS of | |corrected| - 1 | over the rests it was fitted to, g. */
  readonly residual_g: number;
  /** Rests used. */
  readonly rests: number;
  readonly origin: 'rests' | 'six-position';
}
