import type { Frame } from './frame.ts';
import { G_MPS2, RAD_PER_DEG } from './units.ts';

/** Spread is taken over about this time (signal-notes 1.9 used 0.3 s windows), s. */
const SPREAD_TAU_S = 0.15;
/** Racked bars show 3.5 mg and 0.2 deg/s, held ones 24 mg and 5 deg/s (signal-notes 1.9, medians). */
const REST_ACCEL_MPS2 = 0.01 * G_MPS2;
const REST_RATE_RADS = 0.8 * RAD_PER_DEG;
/** A held bar: 90 % of held windows are below 58 mg and 14 deg/s (same). */
const QUIET_ACCEL_MPS2 = 0.05 * G_MPS2;
const QUIET_RATE_RADS = 14 * RAD_PER_DEG;
/** A constant turn is no rest: a gyro bias is smaller than this (sensors.md: WT901 1 deg/s, MPU6050 5), rad/s. */
const LARGEST_BIAS_RADS = 6 * RAD_PER_DEG;

/** One knock counts as no more than this: it must not be remembered longer than it lasts. */
const KNOCK_ACCEL2 = (2 * QUIET_ACCEL_MPS2) ** 2;
const KNOCK_RATE2 = (2 * QUIET_RATE_RADS) ** 2;

/** A single reading this far off ends it at once: the spread takes its time to tell a start. Ours. */
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

/** The rate seen in the first this much of a rest is left out, and the bias follows this slowly, s. */
const SETTLE_S = 0.4;
const BIAS_TAU_S = 1;

/**
 * A class: its getters are compiled once and into their callers. Those of an object made by a closure differ from object to
 * object, are called, and box every number they return.
 */
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
