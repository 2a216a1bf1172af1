/**
 * What the set-level smoother believes about sensors and bars before it sees a set: standard deviations, SI. The beliefs
 * are wide on purpose; how wrong they are in the set at hand is measured afterwards (variance-factors.ts).
 */

/** Error of a sampled acceleration as white noise, m/s2/sqrt(Hz): sensor noise (0.0015) plus what sampling misses. */
export const ACCEL_NOISE = 0.01;
/** Share of the curvature between samples that becomes error of velocity: the trapezoid rule's 1/12, and some aliasing. */
export const CURVATURE_SHARE = 0.1;
/**
 * Curvature of the acceleration that a gap may hide, m/s4. A brisk rep has 160, but plates that land in a gap of a tenth of
 * a second bend it this much, and what is not allowed for goes into the reps on either side.
 */
export const GAP_CURVATURE_MPS4 = 4000;
/** Where the attitude begins anew after a long gap, nothing is known of the tilt between, rad: more than any there is. */
export const LOST_TILT_RAD = 10;
/** What a clipped reading may hide, m/s2: plates that stop from 2 m/s within 10 ms. */
export const CLIPPED_MPS2 = 250;
/** Error of a reading that the despiker replaced, m/s2: now and then it was a real impact. */
export const DESPIKED_MPS2 = 5;
/** What a reading that may be a bad one is off by, m/s2: those seen read 4 to 12 g. */
export const DOUBTFUL_MPS2 = 60;
/** What a hand does to a sensor is no motion of the bar, m/s2: so much that what was before and after are two recordings. */
export const IN_HAND_MPS2 = 50;
/** Vertical error that neither offset nor scale nor tilt explains, m/s2; without a gyro, sideways pushes are part of it. */
export const RESIDUAL_MPS2 = { sixAxis: 0.03, threeAxis: 0.12 };
/** Time over which that error stays alike, s: about a rep. */
export const RESIDUAL_S = 4;

/** Offset of an accelerometer axis, m/s2: 40 mg at most as bought, 4 mg after calibration. */
export const OFFSET_MPS2 = { raw: 0.3, calibrated: 0.04 };
/** How much of one axis shows on another: axes 0.3 degrees askew as bought; calibration does not learn it, and rests hide some. */
export const SKEW = { raw: 0.006, calibrated: 0.004 };
/** Error of an accelerometer axis's scale: 1 % as bought, 0.2 % after calibration. */
export const SCALE = { raw: 0.01, calibrated: 0.002 };
/** Gyro bias, rad/s: 0.05 deg/s is left after a rest was averaged; without a rest it is 4 deg/s (LSM6DS boards show 5). */
export const GYRO_BIAS_RADS = { rested: 0.0009, unknown: 0.07 };
/** Tilt error of the first guess of the attitude, rad: the sensor may be moving when the recording begins. */
export const FIRST_TILT_RAD = 0.3;
/** Noise of the gyro, rad/s/sqrt(Hz): 0.02 deg/s, a consumer gyro's. */
export const GYRO_NOISE = 0.00035;
/** Error of the gyro as a share of the angle turned: its scale and its alignment. */
export const GYRO_SHARE = 0.01;

/** How far a bar strays from its place in a set, m: weak, so that it holds a height nothing else tells. */
export const STRAY_M = 0.7;
/** Time after which a straying bar counts as a new observation, s. */
export const STRAY_EVERY_S = 1;
/** How fast a bar moves sideways, m/s: weak, for the same reason. */
export const SIDEWAYS_MPS = 0.3;
/** Time after which a sideways velocity counts as a new observation, s. */
export const SIDEWAYS_EVERY_S = 0.25;
/** Velocity of a sensor at rest, m/s. */
export const REST_MPS = 0.003;
/** Velocity of a bar when a recording begins or ends, m/s: mostly at rest, sometimes in the middle of a rep. */
export const ENDS_MPS = 0.4;
