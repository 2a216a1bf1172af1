/** Where the sensor sits on a bar that rolls: the vector from the bar's axis to the sensor, sensor axes, m. */
export interface Lever {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly length_m: number;
  /** 1-sigma in the direction it is known worst, m; along the bar nothing is known, and nothing is needed. */
  readonly sigma_m: number;
  /** Long enough to be taken out; otherwise it is as good as none. */
  readonly counts: boolean;
  /** 1-sigma of the lever's part along a direction (not unit: times its length), m. */
  sigmaAlong(x: number, y: number, z: number): number;
}
