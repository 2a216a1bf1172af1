/**
 * What the set-level smoother believes about sensors and bars before it sees a set. Standard deviations, SI.
 * Evidence: signal-notes.md 1.7 and 1.11 (error budget), sensors.md (data sheets), else "ours".
 */

/** Error of a sampled acceleration as white noise: sensor noise plus what sampling misses, m/s2/sqrt(Hz). */
export const ACCEL_NOISE = 0.01;
/**
 * Share of the curvature between neighbouring samples that becomes velocity error: trapezoid error of a
 * band-limited signal, with room for aliasing of impacts.
 */
export const CURVATURE_SHARE = 0.1;
/**
 * Missing curvature of the acceleration across a gap, m/s4. A brisk rep has 160 (signal-notes.md 1.2); plates that land in
 * a gap of a tenth of a second bend it this much, and what is not allowed for goes into the reps on either side.
 */
export const GAP_CURVATURE_MPS4 = 4000;
/** What a clipped reading may hide, m/s2: plates that stop from 2 m/s within 10 ms. */
export const CLIPPED_MPS2 = 250;
/** Error of a reading the despiker replaced (now and then it was a real impact), m/s2. */
export const DESPIKED_MPS2 = 5;
/** Vertical error that neither bias nor scale nor tilt explains, m/s2, and how long it lasts, s. */
export const RESIDUAL_MPS2 = { sixAxis: 0.03, threeAxis: 0.12 };
export const RESIDUAL_S = 4;

/**
 * Accelerometer of an uncalibrated sensor: offset 40 mg, scale 1 %, axes askew by 0.3 degrees; and after
 * calibration (which does not learn skew).
 */
export const OFFSET_MPS2 = { raw: 0.3, calibrated: 0.04 };
export const SKEW = { raw: 0.006, calibrated: 0.004 };
export const SCALE = { raw: 0.01, calibrated: 0.002 };
/** Gyro bias left after a rest was averaged, 0.05 deg/s, and without a rest, 4 deg/s (LSM6DS boards show 5), rad/s. */
export const GYRO_BIAS_RADS = { rested: 0.0009, unknown: 0.07 };
/** Tilt of the first guess, rad. */
export const FIRST_TILT_RAD = 0.3;
/** Gyro noise, rad/s/sqrt(Hz) (0.02 deg/s), and error as a share of the angle turned (scale, misalignment). */
export const GYRO_NOISE = 0.00035;
export const GYRO_SHARE = 0.01;

/** How far a bar strays from its place in a set, m, and how fast sideways, m/s: weak, once per interval, s. */
export const STRAY_M = 0.7;
export const STRAY_EVERY_S = 1;
export const SIDEWAYS_MPS = 0.3;
export const SIDEWAYS_EVERY_S = 0.25;
/** Velocity of a sensor at rest, m/s. */
export const REST_MPS = 0.003;
/** Velocity of a bar when a recording begins or ends, m/s: most do at rest, some in the middle of a rep. */
export const ENDS_MPS = 0.4;
