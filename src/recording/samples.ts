/**
 * The shapes in which samples travel: a batch as it arrives, a recording as it is kept.
 * Columnar Float64Arrays outside, scalars inside; vectors are interleaved x, y, z.
 */

/** Where a sample's time comes from: the sensor's own clock, or the moment it reached this computer. */
export type ClockKind = 'device' | 'arrival';

/** What the samples were taken with. Everything the signal core may know about a sensor. */
export interface SensorInfo {
  /** Sensor family id as in `src/sensors`, or `simulated`, or `file`. */
  readonly family: string;
  /** Rate the sensor was asked for, Hz; null when unknown. */
  readonly nominal_rate_hz: number | null;
  /** Full scale, g; readings at or above 98 % of it are clipped. null when unknown. */
  readonly accel_range_g: number | null;
  readonly gyro_range_dps: number | null;
  /** Typical delay from the motion to its sample's arrival, s. */
  readonly delivery_delay_s: number;
}

/** Consecutive samples delivered together (one notification, or a block of a file). */
export interface SampleBatch {
  readonly count: number;
  readonly clock: ClockKind;
  /**
   * Time of each sample, s, length `count`. `device`: unwrapped, increasing.
   * `arrival`: host monotonic time, non-decreasing; samples of one burst share a value.
   */
  readonly t_s: Float64Array;
  /** Acceleration (specific force), g, length 3 * count. */
  readonly accel_g: Float64Array;
  /** Angular rate, deg/s, length 3 * count; null for a 3-axis sensor. */
  readonly gyro_dps: Float64Array | null;
}

/** The samples of a stretch of time plus how they were obtained. */
export interface Recording {
  readonly sensor: SensorInfo;
  readonly clock: ClockKind;
  /** As in SampleBatch, seconds from the recording's first sample. */
  readonly t_s: Float64Array;
  readonly accel_g: Float64Array;
  readonly gyro_dps: Float64Array | null;
}

export const UNKNOWN_SENSOR: SensorInfo = {
  family: 'file',
  nominal_rate_hz: null,
  accel_range_g: null,
  gyro_range_dps: null,
  delivery_delay_s: 0,
};
