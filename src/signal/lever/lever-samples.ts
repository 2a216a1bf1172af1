/** Conditioned samples as the sensor gave them, SI, sensor axes, interleaved. */
export interface LeverSamples {
  readonly t_s: Float64Array;
  readonly accel_mps2: Float64Array;
  readonly rate_rads: Float64Array;
}
