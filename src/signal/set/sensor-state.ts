/** Current belief about the sensor, refined by every solution. */
export interface SensorState {
  readonly offset: Float64Array;
  readonly scale: Float64Array;
  /**
   * How much of one axis shows on another (yz, zx, xy), both ways alike. Stays zero: it is among the unknowns of every
   * solution, but too small to be taken off the samples.
   */
  readonly skew: Float64Array;
  readonly gyroBias: Float64Array;
}

/** What is believed before the first solution: a sensor without errors but for the bias its gyro showed at rest. */
export function createSensorState(gyroBias: readonly [number, number, number]): SensorState {
  return {
    offset: new Float64Array(3),
    scale: new Float64Array(3),
    skew: new Float64Array(3),
    gyroBias: Float64Array.from(gyroBias),
  };
}
