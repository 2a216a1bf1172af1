import { G_MPS2, RAD_PER_DEG } from '../recording/units.ts';
import type { Frame } from './frame.ts';

/** Time constant of the running spread, s: about the 0.3 s windows in which the spreads below were measured. */
const SPREAD_TAU_S = 0.15;
/** Spread of the acceleration at rest, m/s2: racked bars show 3.5 mg, held ones 24 mg (medians of real sets). */
const REST_ACCEL_MPS2 = 0.01 * G_MPS2;
/** Spread of the angular rate at rest, rad/s: racked bars show 0.2 deg/s, held ones 5 (medians of real sets). */
const REST_RATE_RADS = 0.8 * RAD_PER_DEG;
/** Spread of the acceleration of a bar held still, m/s2: nine in ten held windows of real sets are below 58 mg. */
const QUIET_ACCEL_MPS2 = 0.05 * G_MPS2;
/** Spread of the angular rate of a bar held still, rad/s: nine in ten held windows of real sets are below 14 deg/s. */
const QUIET_RATE_RADS = 14 * RAD_PER_DEG;
/** A steady turn faster than this is no rest but a turning bar, rad/s: the worst gyro bias met was 5 deg/s (MPU6050). */
const LARGEST_BIAS_RADS = 6 * RAD_PER_DEG;

/** Most that one reading adds to the acceleration's spread, (m/s2)2: a knock must not be remembered longer than it lasts. */
const KNOCK_ACCEL2 = (2 * QUIET_ACCEL_MPS2) ** 2;
/** Most that one reading adds to the rate's spread, (rad/s)2, for the same reason. */
const KNOCK_RATE2 = (2 * QUIET_RATE_RADS) ** 2;

/** A single reading this many spreads off ends a rest at once; chosen here, because the running spread tells a start late. */
const START_SIGMAS = 2.5;

export interface Stillness {
  update(dt_s: number, frame: Frame): void;
  /** How long nothing has touched the sensor, s; 0 while it moves. */
  readonly rest_s: number;
  /** How long it has been no livelier than a held bar, s. */
  readonly quiet_s: number;
  /** Angular rate at rest (the gyro's bias), rad/s; zero until a rest was seen. */
  readonly bx: number;
  readonly by: number;
  readonly bz: number;
}

/** The beginning of a rest from which no bias is learned, s: the running mean still holds the end of the movement. */
const SETTLE_S = 0.4;
/** Time constant with which the bias follows the rate at rest, s: long against noise, short against a rest. */
const BIAS_TAU_S = 1;

/** A class whose fields begin as 0.5: see frame.ts. */
class SpreadWatch implements Stillness {
  private readonly s = {
    started: false,
    ax: 0.5,
    ay: 0.5,
    az: 0.5,
    gx: 0.5,
    gy: 0.5,
    gz: 0.5,
    accel2: 0.5,
    rate2: 0.5,
    rest_s: 0.5,
    quiet_s: 0.5,
    bx: 0.5,
    by: 0.5,
    bz: 0.5,
    settled_s: 0.5,
  };

  constructor() {
    const { s } = this;
    s.rest_s = s.quiet_s = s.bx = s.by = s.bz = s.settled_s = 0;
  }

  update(dt_s: number, f: Frame): void {
    const { s } = this;
    if (!s.started) {
      s.started = true;
      s.ax = f.ax;
      s.ay = f.ay;
      s.az = f.az;
      s.gx = f.gx;
      s.gy = f.gy;
      s.gz = f.gz;
      // on the border: a still start shows at once, and so does a moving one
      s.accel2 = REST_ACCEL_MPS2 ** 2;
      s.rate2 = REST_RATE_RADS ** 2;
      return;
    }
    const share = dt_s / (SPREAD_TAU_S + dt_s);
    const ax = f.ax - s.ax;
    const ay = f.ay - s.ay;
    const az = f.az - s.az;
    const gx = f.gx - s.gx;
    const gy = f.gy - s.gy;
    const gz = f.gz - s.gz;
    s.ax += share * ax;
    s.ay += share * ay;
    s.az += share * az;
    s.gx += share * gx;
    s.gy += share * gy;
    s.gz += share * gz;
    const off2 = ax * ax + ay * ay + az * az;
    s.accel2 += share * (Math.min(off2, KNOCK_ACCEL2) - s.accel2);
    s.rate2 += share * (Math.min(gx * gx + gy * gy + gz * gz, KNOCK_RATE2) - s.rate2);
    const turn2 = s.gx * s.gx + s.gy * s.gy + s.gz * s.gz;
    const resting =
      s.accel2 < REST_ACCEL_MPS2 ** 2 &&
      off2 < (START_SIGMAS * REST_ACCEL_MPS2) ** 2 &&
      s.rate2 < REST_RATE_RADS ** 2 &&
      turn2 < LARGEST_BIAS_RADS ** 2;
    const quiet =
      s.accel2 < QUIET_ACCEL_MPS2 ** 2 &&
      off2 < (START_SIGMAS * QUIET_ACCEL_MPS2) ** 2 &&
      s.rate2 < QUIET_RATE_RADS ** 2;
    s.rest_s = resting ? s.rest_s + dt_s : 0;
    s.quiet_s = quiet ? s.quiet_s + dt_s : 0;
    if (s.rest_s >= SETTLE_S) this.learnBias(dt_s);
  }

  private learnBias(dt_s: number): void {
    const { s } = this;
    s.settled_s += dt_s;
    const share = dt_s / Math.min(BIAS_TAU_S, s.settled_s + dt_s);
    s.bx += share * (s.gx - s.bx);
    s.by += share * (s.gy - s.by);
    s.bz += share * (s.gz - s.bz);
  }

  get rest_s(): number {
    return this.s.rest_s;
  }

  get quiet_s(): number {
    return this.s.quiet_s;
  }

  get bx(): number {
    return this.s.bx;
  }

  get by(): number {
    return this.s.by;
  }

  get bz(): number {
    return this.s.bz;
  }
}

/** Is the sensor at rest, or as quiet as a bar held still? From running mean and spread of both sensors. */
export function createStillness(): Stillness {
  return new SpreadWatch();
}
