import { G_MPS2 } from '../../recording/units.ts';
import { AXIS_SUMS, FIELDS, Field, type Intervals } from './interval-fields.ts';
import { GYRO_NOISE, GYRO_SHARE } from './model.ts';
import { rootOfInverse } from './rotation.ts';
import type { SensorState } from './sensor-state.ts';
import type { SetSamples } from './set-samples.ts';

/**
 * Integrates the samples between knots from the attitude at each knot (6-axis), or along `up`, the
 * measured direction of gravity (3-axis).
 */
export function integrateIntervals(
  samples: SetSamples,
  knots: Int32Array,
  attitude: Float64Array,
  state: SensorState,
  up: Float64Array,
  into: Intervals,
): void {
  for (let knot = 0; knot < knots.length - 1; knot++)
    integrateInterval(samples, knots, knot, attitude, state, up, into);
}

/** A function of its own, so that it is compiled after a few of a set's thousand intervals: this is the innermost loop of all. */
function integrateInterval(
  samples: SetSamples,
  knots: Int32Array,
  knot: number,
  attitude: Float64Array,
  state: SensorState,
  up: Float64Array,
  into: Intervals,
): void {
  const { t_s, accel_mps2: a, rate_rads: rate } = samples;
  const { data, vertical } = into;
  const share = samples.gyro_share ?? GYRO_SHARE;
  const { offset, scale } = state;
  const ox = offset[0] as number;
  const oy = offset[1] as number;
  const oz = offset[2] as number;
  const gainX = 1 - (scale[0] as number);
  const gainY = 1 - (scale[1] as number);
  const gainZ = 1 - (scale[2] as number);
  const last = knots.length - 2;
  const at = FIELDS * knot;
  const alongX = at + Field.sums;
  const alongY = alongX + AXIS_SUMS;
  const alongZ = alongY + AXIS_SUMS;
  const q = at + Field.end;
  const i0 = knots[knot] as number;
  const i1 = knots[knot + 1] as number;
  data.fill(0, alongX, alongZ + AXIS_SUMS);
  for (let c = 0; c < 4; c++) data[q + c] = attitude[4 * knot + c] as number;
  let v = 0;
  let p = 0;
  let before = 0;
  let turned = 0;
  let dt = 0;
  for (let i = i0; i <= i1; i++) {
    const j = 3 * i;
    const x = a[j] as number;
    const y = a[j + 1] as number;
    const z = a[j + 2] as number;
    // trapezoid weight
    const next = i === i1 ? 0 : (t_s[i + 1] as number) - (t_s[i] as number);
    const w = (dt + next) / 2;
    let ux: number;
    let uy: number;
    let uz: number;
    if (rate === null) {
      ux = up[j] as number;
      uy = up[j + 1] as number;
      uz = up[j + 2] as number;
    } else {
      if (dt > 0) turned += turn(data, q, rate, j, dt, state.gyroBias);
      const qw = data[q] as number;
      const qx = data[q + 1] as number;
      const qy = data[q + 2] as number;
      const qz = data[q + 3] as number;
      ux = 2 * (qx * qz - qw * qy);
      uy = 2 * (qy * qz + qw * qx);
      uz = 1 - 2 * (qx * qx + qy * qy);
      const fx = w * (1 - 2 * (qy * qy + qz * qz));
      addSums(data, alongX, fx, 2 * w * (qx * qy - qw * qz), 2 * w * (qx * qz + qw * qy), x, y, z);
      const gy = w * (1 - 2 * (qx * qx + qz * qz));
      addSums(data, alongY, 2 * w * (qx * qy + qw * qz), gy, 2 * w * (qy * qz - qw * qx), x, y, z);
    }
    const now = ux * (gainX * x - ox) + uy * (gainY * y - oy) + uz * (gainZ * z - oz) - G_MPS2;
    if (i < i1 || knot === last) vertical[i] = now;
    if (dt > 0) {
      p += v * dt + (2 * before + now) * (1 / 6) * dt * dt;
      v += ((before + now) / 2) * dt;
    }
    before = now;
    dt = next;
    addSums(data, alongZ, ux * w, uy * w, uz * w, x, y, z);
  }
  const span = (t_s[i1] as number) - (t_s[i0] as number);
  data[at + Field.dt] = span;
  data[at + Field.dv] = v;
  data[at + Field.dp] = p;
  data[at + Field.varTilt] = GYRO_NOISE * GYRO_NOISE * span + (share * turned) ** 2;
  for (let axis = 0; axis < 3; axis++) {
    const sums = alongX + axis * AXIS_SUMS;
    data[at + Field.fx + axis] =
      (data[sums + 3] as number) * gainX +
      (data[sums + 4] as number) * gainY +
      (data[sums + 5] as number) * gainZ -
      (data[sums] as number) * ox -
      (data[sums + 1] as number) * oy -
      (data[sums + 2] as number) * oz;
  }
}

/** Turns the attitude at `at` on to the sample whose rates stand at `j`; by how much, rad. */
function turn(
  q: Float64Array,
  at: number,
  rate: Float64Array,
  j: number,
  dt: number,
  bias: Float64Array,
): number {
  const h = dt / 2;
  const wx = h * ((rate[j] as number) + (rate[j - 3] as number)) - dt * (bias[0] as number);
  const wy = h * ((rate[j + 1] as number) + (rate[j - 2] as number)) - dt * (bias[1] as number);
  const wz = h * ((rate[j + 2] as number) + (rate[j - 1] as number)) - dt * (bias[2] as number);
  const angle2 = wx * wx + wy * wy + wz * wz;
  // constants are multiplied by: a division takes as long as ten products
  const s = 0.5 - angle2 * (1 / 48);
  const c = 1 - angle2 / 8;
  const qw = q[at] as number;
  const qx = q[at + 1] as number;
  const qy = q[at + 2] as number;
  const qz = q[at + 3] as number;
  const nw = qw * c - s * (qx * wx + qy * wy + qz * wz);
  const nx = qx * c + s * (qw * wx + qy * wz - qz * wy);
  const ny = qy * c + s * (qw * wy - qx * wz + qz * wx);
  const nz = qz * c + s * (qw * wz + qx * wy - qy * wx);
  const shorten = rootOfInverse(nw * nw + nx * nx + ny * ny + nz * nz);
  q[at] = nw * shorten;
  q[at + 1] = nx * shorten;
  q[at + 2] = ny * shorten;
  q[at + 3] = nz * shorten;
  return Math.abs(wx) + Math.abs(wy) + Math.abs(wz);
}

/** Adds a sample to the integrals of one world axis: its row of the rotation matrix, weighted, alone and times the readings. */
function addSums(
  data: Float64Array,
  at: number,
  fx: number,
  fy: number,
  fz: number,
  x: number,
  y: number,
  z: number,
): void {
  data[at] = (data[at] as number) + fx;
  data[at + 1] = (data[at + 1] as number) + fy;
  data[at + 2] = (data[at + 2] as number) + fz;
  data[at + 3] = (data[at + 3] as number) + fx * x;
  data[at + 4] = (data[at + 4] as number) + fy * y;
  data[at + 5] = (data[at + 5] as number) + fz * z;
  data[at + 6] = (data[at + 6] as number) + (fy * z + fz * y);
  data[at + 7] = (data[at + 7] as number) + (fz * x + fx * z);
  data[at + 8] = (data[at + 8] as number) + (fx * y + fy * x);
}
