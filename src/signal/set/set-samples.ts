/** Conditioned samples of a whole set, SI, sensor axes: what the set-level smoother works on. */
export interface SetSamples {
  readonly count: number;
  /** Strictly increasing, s. */
  readonly t_s: Float64Array;
  /** Specific force, m/s2, interleaved. */
  readonly accel_mps2: Float64Array;
  /** Angular rate, rad/s, interleaved; null for a 3-axis sensor. */
  readonly rate_rads: Float64Array | null;
  /** By which share of what it reads the gyroscope may be off; left out where it is as good as gyroscopes are. */
  readonly gyro_share?: number;
  /** Bits of `FrameFlag` (signal/frame.ts). */
  readonly flags: Uint8Array;
}
