import { FrameFlag } from '../frame.ts';
import { G_MPS2 } from '../units.ts';
import {
  ACCEL_NOISE,
  CLIPPED_MPS2,
  CURVATURE_SHARE,
  DESPIKED_MPS2,
  GAP_CURVATURE_MPS4,
  GYRO_NOISE,
  GYRO_SHARE,
} from './model.ts';
import { toMatrix, turnInBody } from './rotation.ts';
import type { SetSamples } from './set-samples.ts';

/** Current belief about the sensor, refined by every solution. */
export interface SensorState {
  readonly offset: Float64Array;
  readonly scale: Float64Array;
  /** How much of one axis shows on another (yz, zx, xy), both ways alike. */
  readonly skew: Float64Array;
  readonly gyroBias: Float64Array;
}

/** Numbers per interval between two knots, at `FIELDS * k`. */
export const FIELDS = 41;
export const Field = {
  dt: 0,
  /** Nominal velocity and height gained, without the state at the knot. */
  dv: 1,
  dp: 2,
  dvx: 3,
  dvy: 4,
  /** Integral of the specific force in world axes. */
  fx: 5,
  fy: 6,
  fz: 7,
  /** Variances of the velocity and of the tilt gained. */
  varV: 8,
  varTilt: 9,
  /** Integral of the rotation matrix (rows x, y, z): 9 numbers. */
  turn: 10,
  /** Integral of the rotation matrix times the reading on each sensor axis: 9 numbers. */
  turnTimesReading: 19,
  /** The same with the axes crossed (yz, zx, xy): 9 numbers. */
  turnTimesCrossed: 28,
  /** Attitude at the end of the interval, integrated from its knot. */
  end: 37,
} as const;

export interface Intervals {
  readonly data: Float64Array;
  /** Vertical acceleration of each sample, and its specific force sideways, m/s2. */
  readonly vertical: Float64Array;
  readonly sideX: Float64Array;
  readonly sideY: Float64Array;
}

/** Curvature of the readings above which a step's velocity is trusted less; per sample, m/s. */
export function stepErrors(samples: SetSamples): Float64Array {
  const { t_s, accel_mps2: a, flags, count } = samples;
  const usual = (t_s[count - 1] as number) / Math.max(1, count - 1);
  const out = new Float64Array(count);
  for (let i = 0; i < count - 1; i++) {
    const dt = (t_s[i + 1] as number) - (t_s[i] as number);
    const bend = Math.max(bendAt(a, i, count), bendAt(a, i + 1, count));
    let variance = ACCEL_NOISE * ACCEL_NOISE * dt + (CURVATURE_SHARE * bend * dt) ** 2;
    if (dt > 2.5 * usual) variance += ((GAP_CURVATURE_MPS4 * dt * dt * dt) / 12) ** 2;
    const flag = (flags[i] as number) | (flags[i + 1] as number);
    if (flag & FrameFlag.clipped) variance += (CLIPPED_MPS2 * dt) ** 2;
    if (flag & FrameFlag.despiked) variance += (DESPIKED_MPS2 * dt) ** 2;
    out[i] = variance;
  }
  return out;
}

function bendAt(a: Float64Array, i: number, count: number): number {
  if (i < 1 || i >= count - 1) return 0;
  let sum = 0;
  for (let axis = 0; axis < 3; axis++) {
    const at = 3 * i + axis;
    sum += ((a[at - 3] as number) - 2 * (a[at] as number) + (a[at + 3] as number)) ** 2;
  }
  return Math.sqrt(sum);
}

/**
 * Integrates the samples between knots from the attitude at each knot (6-axis), or along `up`, the
 * measured direction of gravity (3-axis).
 */
export function integrateIntervals(
  samples: SetSamples,
  knots: Int32Array,
  attitude: Float64Array,
  state: SensorState,
  errors: Float64Array,
  up: Float64Array,
  into: Intervals,
): void {
  const { t_s, accel_mps2: a, rate_rads: rate } = samples;
  const { data } = into;
  data.fill(0);
  const q = new Float64Array(4);
  const R = new Float64Array(9);
  const o = state.offset;
  const s = state.scale;
  const b = state.gyroBias;
  const k = state.skew;
  for (let knot = 0; knot < knots.length - 1; knot++) {
    const at = FIELDS * knot;
    const i0 = knots[knot] as number;
    const i1 = knots[knot + 1] as number;
    for (let c = 0; c < 4; c++) q[c] = attitude[4 * knot + c] as number;
    let v = 0;
    let p = 0;
    let vx = 0;
    let vy = 0;
    let pfx = 0;
    let pfy = 0;
    let pfz = 0;
    let turned = 0;
    let varV = 0;
    for (let i = i0; i <= i1; i++) {
      const rx = a[3 * i] as number;
      const ry = a[3 * i + 1] as number;
      const rz = a[3 * i + 2] as number;
      const ax =
        rx - (o[0] as number) - (s[0] as number) * rx - (k[1] as number) * rz - (k[2] as number) * ry;
      const ay =
        ry - (o[1] as number) - (s[1] as number) * ry - (k[0] as number) * rz - (k[2] as number) * rx;
      const az =
        rz - (o[2] as number) - (s[2] as number) * rz - (k[0] as number) * ry - (k[1] as number) * rx;
      const dt = i === i0 ? 0 : (t_s[i] as number) - (t_s[i - 1] as number);
      let fx = 0;
      let fy = 0;
      let fz: number;
      if (rate === null) {
        R[6] = up[3 * i] as number;
        R[7] = up[3 * i + 1] as number;
        R[8] = up[3 * i + 2] as number;
        fz = (R[6] as number) * ax + (R[7] as number) * ay + (R[8] as number) * az;
      } else {
        if (dt > 0) {
          const h = dt / 2;
          const wx = h * ((rate[3 * i] as number) + (rate[3 * i - 3] as number)) - dt * (b[0] as number);
          const wy = h * ((rate[3 * i + 1] as number) + (rate[3 * i - 2] as number)) - dt * (b[1] as number);
          const wz = h * ((rate[3 * i + 2] as number) + (rate[3 * i - 1] as number)) - dt * (b[2] as number);
          turned += Math.abs(wx) + Math.abs(wy) + Math.abs(wz);
          turnInBody(q, 0, wx, wy, wz, q, 0);
        }
        toMatrix(q, 0, R);
        fx = (R[0] as number) * ax + (R[1] as number) * ay + (R[2] as number) * az;
        fy = (R[3] as number) * ax + (R[4] as number) * ay + (R[5] as number) * az;
        fz = (R[6] as number) * ax + (R[7] as number) * ay + (R[8] as number) * az;
      }
      if (i < i1 || knot === knots.length - 2) {
        into.vertical[i] = fz - G_MPS2;
        into.sideX[i] = fx;
        into.sideY[i] = fy;
      }
      if (dt > 0) {
        const before = pfz - G_MPS2;
        const now = fz - G_MPS2;
        p += v * dt + ((2 * before + now) / 6) * dt * dt;
        v += ((before + now) / 2) * dt;
        vx += ((pfx + fx) / 2) * dt;
        vy += ((pfy + fy) / 2) * dt;
        varV += errors[i - 1] as number;
      }
      pfx = fx;
      pfy = fy;
      pfz = fz;
      // trapezoid weights for the integrals that only carry corrections
      const next = i === i1 ? 0 : (t_s[i + 1] as number) - (t_s[i] as number);
      const w = (dt + next) / 2;
      for (let row = rate === null ? 6 : 0; row < 9; row += 3) {
        const tx = w * (R[row] as number);
        const ty = w * (R[row + 1] as number);
        const tz = w * (R[row + 2] as number);
        gain(data, at + Field.turn + row, tx, ty, tz);
        gain(data, at + Field.turnTimesReading + row, tx * rx, ty * ry, tz * rz);
        gain(
          data,
          at + Field.turnTimesCrossed + row,
          ty * rz + tz * ry,
          tz * rx + tx * rz,
          tx * ry + ty * rx,
        );
      }
      data[at + Field.fx] = (data[at + Field.fx] as number) + w * fx;
      data[at + Field.fy] = (data[at + Field.fy] as number) + w * fy;
      data[at + Field.fz] = (data[at + Field.fz] as number) + w * fz;
    }
    const span = (t_s[i1] as number) - (t_s[i0] as number);
    data[at + Field.dt] = span;
    data[at + Field.dv] = v;
    data[at + Field.dp] = p;
    data[at + Field.dvx] = vx;
    data[at + Field.dvy] = vy;
    data[at + Field.varV] = varV;
    data[at + Field.varTilt] = GYRO_NOISE * GYRO_NOISE * span + (GYRO_SHARE * turned) ** 2;
    for (let c = 0; c < 4; c++) data[at + Field.end + c] = q[c] as number;
  }
}

function gain(data: Float64Array, at: number, x: number, y: number, z: number): void {
  data[at] = (data[at] as number) + x;
  data[at + 1] = (data[at + 1] as number) + y;
  data[at + 2] = (data[at + 2] as number) + z;
}
