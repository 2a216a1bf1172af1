/** Sensor errors that act on a world axis. */
export const AXIS_SUMS = 9;
/** Numbers per interval between two knots, at `FIELDS * k`. */
export const FIELDS = 40;
export const Field = {
  dt: 0,
  /** Nominal velocity and height gained, without the state at the knot. */
  dv: 1,
  dp: 2,
  /** Integral of the specific force in world axes. */
  fx: 3,
  fy: 4,
  fz: 5,
  /** Variances of the velocity (step-errors.ts; the same for every integration) and of the tilt gained. */
  varV: 6,
  varTilt: 7,
  /**
   * For each world axis `AXIS_SUMS` numbers: how offset, scale and skew of the three sensor axes act on its velocity.
   * The integrals of the axis' row of the rotation matrix, of the row times the reading on each sensor axis, and of the
   * row times the readings crossed (yz, zx, xy).
   */
  sums: 8,
  /** Attitude at the end of the interval, integrated from its knot. */
  end: 35,
  /** Variance of the tilt gained while nothing was read (step-errors.ts; the same for every integration). */
  unseenTilt: 39,
} as const;

export interface Intervals {
  readonly data: Float64Array;
  /** Vertical acceleration of each sample, m/s2. */
  readonly vertical: Float64Array;
}
