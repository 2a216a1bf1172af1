import { LOST_GAP_S } from '../gaps.ts';
import { fromUp, rootOfInverse, tip } from './rotation.ts';
import type { SetSamples } from './set-samples.ts';

/** Stretch of acceleration averaged for the very first attitude and the first after a long gap, s. */
const FIRST_S = 0.5;
/** Time constant with which the attitude leans towards the measured up, s: as on the live path (attitude.ts). */
const LEAN_S = 2;

/**
 * First guess of the attitude at each knot, or without knots at each sample (quaternions, sensor to world): gyro
 * integration that leans towards the measured up. Degrees off is good enough: the smoother estimates the rest.
 */
export function guessAttitude(
  samples: SetSamples,
  knots: Int32Array | null,
  bias: readonly [number, number, number],
): Float64Array {
  const { t_s, accel_mps2: a, rate_rads: rate, count } = samples;
  const out = new Float64Array(4 * (knots?.length ?? count));
  if (rate === null) return out;
  const q = new Float64Array(4);
  let knot = 0;
  for (let i = 0; i < count; i++) {
    const lost = i === 0 || (t_s[i] as number) - (t_s[i - 1] as number) > LOST_GAP_S;
    if (lost) fromReadings(samples, i, q);
    else advance(q, t_s, a, rate, i, bias);
    if (knots === null || knots[knot] === i) {
      for (let c = 0; c < 4; c++) out[4 * knot + c] = q[c] as number;
      knot++;
    }
  }
  return out;
}

/** The attitude at a sample by what the accelerometer reads in the moments after it. */
function fromReadings({ t_s, accel_mps2: a, count }: SetSamples, first: number, q: Float64Array): void {
  const mean = [0, 0, 0];
  for (let i = first; i < count && (t_s[i] as number) - (t_s[first] as number) <= FIRST_S; i++)
    for (let axis = 0; axis < 3; axis++) mean[axis] = (mean[axis] as number) + (a[3 * i + axis] as number);
  fromUp(mean[0] as number, mean[1] as number, mean[2] as number, q, 0);
}

/** One sample on. A function of its own: it is called for every sample and soon compiled, the loop around it only later. */
function advance(
  q: Float64Array,
  t_s: Float64Array,
  a: Float64Array,
  rate: Float64Array,
  i: number,
  bias: readonly [number, number, number],
): void {
  const j = 3 * i;
  const dt = (t_s[i] as number) - (t_s[i - 1] as number);
  const half = dt / 2;
  const rx = half * ((rate[j] as number) + (rate[j - 3] as number) - 2 * bias[0]);
  const ry = half * ((rate[j + 1] as number) + (rate[j - 2] as number) - 2 * bias[1]);
  const rz = half * ((rate[j + 2] as number) + (rate[j - 1] as number) - 2 * bias[2]);
  // q * exp(r), a turn in sensor axes
  const angle2 = rx * rx + ry * ry + rz * rz;
  const k = 0.5 - angle2 * (1 / 48);
  const c = 1 - angle2 / 8;
  const qw = q[0] as number;
  const qx = q[1] as number;
  const qy = q[2] as number;
  const qz = q[3] as number;
  const nw = qw * c - k * (qx * rx + qy * ry + qz * rz);
  const nx = qx * c + k * (qw * rx + qy * rz - qz * ry);
  const ny = qy * c + k * (qw * ry - qx * rz + qz * rx);
  const nz = qz * c + k * (qw * rz + qx * ry - qy * rx);
  const scale = rootOfInverse(nw * nw + nx * nx + ny * ny + nz * nz);
  const w = nw * scale;
  const x = nx * scale;
  const y = ny * scale;
  const z = nz * scale;
  q[0] = w;
  q[1] = x;
  q[2] = y;
  q[3] = z;
  const ax = a[j] as number;
  const ay = a[j + 1] as number;
  const az = a[j + 2] as number;
  const gain = Math.min(1, dt / LEAN_S) / (Math.sqrt(ax * ax + ay * ay + az * az) || 1);
  const ux = (1 - 2 * (y * y + z * z)) * ax + 2 * (x * y - w * z) * ay + 2 * (x * z + w * y) * az;
  const uy = 2 * (x * y + w * z) * ax + (1 - 2 * (x * x + z * z)) * ay + 2 * (y * z - w * x) * az;
  tip(q, 0, gain * uy, -gain * ux);
}
