import { upOf } from '../../signal/set/rotation.ts';
import type { SetSamples } from '../../signal/set/set-samples.ts';

/** How the sensor lies in the world: quaternions w, x, y, z, sensor -> world, four numbers per sample. */
export type Attitudes = Float64Array;

/** A stretch of samples, both ends inside. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The bar is the axis of turning only with so many times the energy across it (chosen here). */
const LEAST_DOMINANCE = 2;
/** It must turn about itself this fast, rad/s RMS: below 1 deg/s it is gyro noise and tremor (chosen here). */
const LEAST_TURN_RADS = 0.0175;
/** The turn is summed over so long before it is looked at, s: a bar rolls with the rep, bodies shake it quicker (chosen here). */
const BLOCK_S = 0.5;
/** Steps of the power iteration; each shrinks the error by at least the dominance. */
const ITERATIONS = 60;
const DEG = 180 / Math.PI;

/**
 * Direction of the bar in sensor axes (unit vector, sign without meaning), which no mounting tells: the axis it
 * turns about most while it is lifted. Turning about the vertical is left out: it tips nothing, and a bar is
 * level to a few degrees. null when the bar turns too little, or across as much as along.
 */
export function barAxis(
  { t_s, rate_rads: rate }: SetSamples,
  attitudes: Attitudes,
  spans: readonly Span[],
): readonly [number, number, number] | null {
  if (rate === null) return null;
  const turns: Turns = { moments: new Float64Array(6), time_s: 0 };
  for (const span of spans) addTurns(t_s, rate, attitudes, span, turns);
  const { moments: m, time_s } = turns;
  if (!(time_s > 0)) return null;
  const along = strongest(m);
  if (along === null || along.strength / time_s < LEAST_TURN_RADS ** 2) return null;
  const [ax, ay, az] = along.axis;
  const s = along.strength;
  const rest = Float64Array.of(
    (m[0] as number) - s * ax * ax,
    (m[1] as number) - s * ax * ay,
    (m[2] as number) - s * ax * az,
    (m[3] as number) - s * ay * ay,
    (m[4] as number) - s * ay * az,
    (m[5] as number) - s * az * az,
  );
  const across = strongest(rest)?.strength ?? 0;
  return s < LEAST_DOMINANCE * across ? null : along.axis;
}

/** Second moments of the turn of each block without its vertical part: xx, xy, xz, yy, yz, zz; and how long they took. */
interface Turns {
  readonly moments: Float64Array;
  time_s: number;
}

/** Whole blocks of one rep: what is left of it does not go into the block of another. */
function addTurns(
  t_s: Float64Array,
  rate: Float64Array,
  attitudes: Attitudes,
  { from, to }: Span,
  into: Turns,
): void {
  let x = 0;
  let y = 0;
  let z = 0;
  let block_s = 0;
  const up = new Float64Array(3);
  for (let i = from + 1; i <= to; i++) {
    const dt = (t_s[i] as number) - (t_s[i - 1] as number);
    upOf(attitudes, 4 * i, up);
    const upX = up[0] as number;
    const upY = up[1] as number;
    const upZ = up[2] as number;
    const rx = rate[3 * i] as number;
    const ry = rate[3 * i + 1] as number;
    const rz = rate[3 * i + 2] as number;
    const yaw = upX * rx + upY * ry + upZ * rz;
    x += dt * (rx - yaw * upX);
    y += dt * (ry - yaw * upY);
    z += dt * (rz - yaw * upZ);
    block_s += dt;
    if (block_s < BLOCK_S) continue;
    addMoments(into.moments, x, y, z, 1 / block_s);
    into.time_s += block_s;
    x = y = z = block_s = 0;
  }
}

function addMoments(m: Float64Array, x: number, y: number, z: number, weight: number): void {
  m[0] = (m[0] as number) + x * x * weight;
  m[1] = (m[1] as number) + x * y * weight;
  m[2] = (m[2] as number) + x * z * weight;
  m[3] = (m[3] as number) + y * y * weight;
  m[4] = (m[4] as number) + y * z * weight;
  m[5] = (m[5] as number) + z * z * weight;
}

interface Strongest {
  readonly axis: readonly [number, number, number];
  readonly strength: number;
}

/** Largest eigenvalue of a symmetric 3 x 3 matrix and its vector, by power iteration. */
function strongest(m: Float64Array): Strongest | null {
  const [xx = 0, xy = 0, xz = 0, yy = 0, yz = 0, zz = 0] = m;
  // the column of the largest diagonal entry has a good part of the wanted vector
  let [x, y, z] = xx >= Math.max(yy, zz) ? [xx, xy, xz] : yy >= zz ? [xy, yy, yz] : [xz, yz, zz];
  let strength = 0;
  for (let step = 0; step < ITERATIONS; step++) {
    const norm = Math.hypot(x, y, z);
    if (!(norm > 0)) return null;
    x /= norm;
    y /= norm;
    z /= norm;
    const nx = xx * x + xy * y + xz * z;
    const ny = xy * x + yy * y + yz * z;
    const nz = xz * x + yz * y + zz * z;
    strength = nx * x + ny * y + nz * z;
    if (step === ITERATIONS - 1) break;
    x = nx;
    y = ny;
    z = nz;
  }
  return { axis: [x, y, z], strength };
}

/**
 * How unsteadily the bar is kept level in a stretch, deg RMS: the change of its inclination, integrated from the
 * rate across bar and vertical (turning about the bar itself or about the vertical changes none), less a
 * straight line (gyro bias, and a bar that lies aslant from the start).
 */
export function tiltIn(
  { t_s, rate_rads: rate }: SetSamples,
  attitudes: Attitudes,
  { from, to }: Span,
  axis: readonly [number, number, number],
): number | null {
  if (rate === null) return null;
  const [bx, by, bz] = axis;
  const n = to - from + 1;
  const tilt = new Float64Array(n);
  let before = 0;
  const up = new Float64Array(3);
  for (let k = 0; k < n; k++) {
    const i = from + k;
    upOf(attitudes, 4 * i, up);
    const ux = up[0] as number;
    const uy = up[1] as number;
    const uz = up[2] as number;
    const now =
      (by * uz - bz * uy) * (rate[3 * i] as number) +
      (bz * ux - bx * uz) * (rate[3 * i + 1] as number) +
      (bx * uy - by * ux) * (rate[3 * i + 2] as number);
    if (k > 0)
      tilt[k] =
        (tilt[k - 1] as number) + ((before + now) / 2) * ((t_s[i] as number) - (t_s[i - 1] as number));
    before = now;
  }
  return DEG * deviationFromLine(t_s.subarray(from, to + 1), tilt);
}

function deviationFromLine(t_s: Float64Array, values: Float64Array): number {
  const n = values.length;
  let meanT = 0;
  let mean = 0;
  for (let k = 0; k < n; k++) {
    meanT += (t_s[k] as number) / n;
    mean += (values[k] as number) / n;
  }
  let tt = 0;
  let tv = 0;
  let vv = 0;
  for (let k = 0; k < n; k++) {
    const t = (t_s[k] as number) - meanT;
    const v = (values[k] as number) - mean;
    tt += t * t;
    tv += t * v;
    vv += v * v;
  }
  return Math.sqrt(Math.max(0, vv - (tt > 0 ? (tv * tv) / tt : 0)) / n);
}
