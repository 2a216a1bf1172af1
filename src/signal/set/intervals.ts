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

/**
 * A function of its own, so that it is compiled after a few of a set's thousand intervals. The sums stand in local
 * variables: this is the innermost loop of all.
 */
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
  const { offset, scale, gyroBias } = state;
  const ox = offset[0] as number;
  const oy = offset[1] as number;
  const oz = offset[2] as number;
  const gainX = 1 - (scale[0] as number);
  const gainY = 1 - (scale[1] as number);
  const gainZ = 1 - (scale[2] as number);
  const bx = gyroBias[0] as number;
  const by = gyroBias[1] as number;
  const bz = gyroBias[2] as number;
  const last = knots.length - 2;
  const at = FIELDS * knot;
  const i0 = knots[knot] as number;
  const i1 = knots[knot + 1] as number;
  let qw = attitude[4 * knot] as number;
  let qx = attitude[4 * knot + 1] as number;
  let qy = attitude[4 * knot + 2] as number;
  let qz = attitude[4 * knot + 3] as number;
  let v = 0;
  let p = 0;
  let before = 0;
  let turned = 0;
  let dt = 0;
  // constants are multiplied by: a division takes as long as ten products
  // integrals of the rotation matrix (t), times the readings (r), times the crossed readings (c)
  let txx = 0;
  let txy = 0;
  let txz = 0;
  let tyx = 0;
  let tyy = 0;
  let tyz = 0;
  let tzx = 0;
  let tzy = 0;
  let tzz = 0;
  let rxx = 0;
  let rxy = 0;
  let rxz = 0;
  let ryx = 0;
  let ryy = 0;
  let ryz = 0;
  let rzx = 0;
  let rzy = 0;
  let rzz = 0;
  let cxx = 0;
  let cxy = 0;
  let cxz = 0;
  let cyx = 0;
  let cyy = 0;
  let cyz = 0;
  let czx = 0;
  let czy = 0;
  let czz = 0;
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
      if (dt > 0) {
        const h = dt / 2;
        const wx = h * ((rate[j] as number) + (rate[j - 3] as number)) - dt * bx;
        const wy = h * ((rate[j + 1] as number) + (rate[j - 2] as number)) - dt * by;
        const wz = h * ((rate[j + 2] as number) + (rate[j - 1] as number)) - dt * bz;
        turned += Math.abs(wx) + Math.abs(wy) + Math.abs(wz);
        const angle2 = wx * wx + wy * wy + wz * wz;
        const s = 0.5 - angle2 * (1 / 48);
        const c = 1 - angle2 / 8;
        const nw = qw * c - s * (qx * wx + qy * wy + qz * wz);
        const nx = qx * c + s * (qw * wx + qy * wz - qz * wy);
        const ny = qy * c + s * (qw * wy - qx * wz + qz * wx);
        const nz = qz * c + s * (qw * wz + qx * wy - qy * wx);
        const shorten = rootOfInverse(nw * nw + nx * nx + ny * ny + nz * nz);
        qw = nw * shorten;
        qx = nx * shorten;
        qy = ny * shorten;
        qz = nz * shorten;
      }
      ux = 2 * (qx * qz - qw * qy);
      uy = 2 * (qy * qz + qw * qx);
      uz = 1 - 2 * (qx * qx + qy * qy);
      const fx = w * (1 - 2 * (qy * qy + qz * qz));
      const fy = 2 * w * (qx * qy - qw * qz);
      const fz = 2 * w * (qx * qz + qw * qy);
      const gx = 2 * w * (qx * qy + qw * qz);
      const gy = w * (1 - 2 * (qx * qx + qz * qz));
      const gz = 2 * w * (qy * qz - qw * qx);
      txx += fx;
      txy += fy;
      txz += fz;
      tyx += gx;
      tyy += gy;
      tyz += gz;
      rxx += fx * x;
      rxy += fy * y;
      rxz += fz * z;
      ryx += gx * x;
      ryy += gy * y;
      ryz += gz * z;
      cxx += fy * z + fz * y;
      cxy += fz * x + fx * z;
      cxz += fx * y + fy * x;
      cyx += gy * z + gz * y;
      cyy += gz * x + gx * z;
      cyz += gx * y + gy * x;
    }
    const now = ux * (gainX * x - ox) + uy * (gainY * y - oy) + uz * (gainZ * z - oz) - G_MPS2;
    if (i < i1 || knot === last) vertical[i] = now;
    if (dt > 0) {
      p += v * dt + (2 * before + now) * (1 / 6) * dt * dt;
      v += ((before + now) / 2) * dt;
    }
    before = now;
    dt = next;
    ux *= w;
    uy *= w;
    uz *= w;
    tzx += ux;
    tzy += uy;
    tzz += uz;
    rzx += ux * x;
    rzy += uy * y;
    rzz += uz * z;
    czx += uy * z + uz * y;
    czy += uz * x + ux * z;
    czz += ux * y + uy * x;
  }
  const span = (t_s[i1] as number) - (t_s[i0] as number);
  data[at + Field.dt] = span;
  data[at + Field.dv] = v;
  data[at + Field.dp] = p;
  data[at + Field.varTilt] = GYRO_NOISE * GYRO_NOISE * span + (GYRO_SHARE * turned) ** 2;
  const x = at + Field.sums;
  const y = x + AXIS_SUMS;
  const z = y + AXIS_SUMS;
  store(data, x, txx, txy, txz, rxx, rxy, rxz, cxx, cxy, cxz);
  store(data, y, tyx, tyy, tyz, ryx, ryy, ryz, cyx, cyy, cyz);
  store(data, z, tzx, tzy, tzz, rzx, rzy, rzz, czx, czy, czz);
  for (let axis = 0; axis < 3; axis++) {
    const sums = x + axis * AXIS_SUMS;
    data[at + Field.fx + axis] =
      (data[sums + 3] as number) * gainX +
      (data[sums + 4] as number) * gainY +
      (data[sums + 5] as number) * gainZ -
      (data[sums] as number) * ox -
      (data[sums + 1] as number) * oy -
      (data[sums + 2] as number) * oz;
  }
  data[at + Field.end] = qw;
  data[at + Field.end + 1] = qx;
  data[at + Field.end + 2] = qy;
  data[at + Field.end + 3] = qz;
}

function store(
  data: Float64Array,
  at: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
  i: number,
): void {
  data[at] = a;
  data[at + 1] = b;
  data[at + 2] = c;
  data[at + 3] = d;
  data[at + 4] = e;
  data[at + 5] = f;
  data[at + 6] = g;
  data[at + 7] = h;
  data[at + 8] = i;
}
