import type { SetSamples } from '../../signal/set/set-samples.ts';
import type { Attitudes, Span } from './bar-tilt.ts';

/**
 * Lower edge of the band, Hz. Below it a degree of attitude error makes centimetres (g sin 1 deg / (2 pi f)^2 is
 * 0.7 cm at 0.8 Hz); a shoulder that slides on the bench is quicker. The upper edge is the sensor's own.
 */
const BAND_FROM_HZ = 0.8;
/** A column of the fit that the others explain but for this share is left out: rounding would be all of it. */
const INDEPENDENT = 1e-4;
/** Points of the path are at least this far apart, s: 50 Hz is far above what sways. */
const POINT_S = 0.019;
/** With fewer points than this per unknown nothing is told (chosen here). */
const POINTS_PER_UNKNOWN = 3;

/**
 * How far the bar strays sideways in a stretch from the rep's own smooth path, m RMS, both directions together.
 * The horizontal acceleration is integrated twice; what a parabola in time (unknown velocity, attitude error),
 * anything slower than the band, or a path that bends with height (the arc of the hip) explains is not sway.
 * Does not depend on heading or mounting. null when there are too few points.
 */
export function swayIn(
  samples: SetSamples,
  attitudes: Attitudes,
  height_m: Float64Array,
  { from, to }: Span,
): number | null {
  if (to <= from) return null;
  const { t_s } = samples;
  const span_s = (t_s[to] as number) - (t_s[from] as number);
  const slow = Math.floor(2 * BAND_FROM_HZ * span_s);
  const { points, x, y } = sidePath(samples, attitudes, from, to);
  if (points.length < POINTS_PER_UNKNOWN * (slow + 5)) return null;
  const known: Float64Array[] = [];
  for (const column of smoothColumns(t_s, height_m, points, span_s, slow)) {
    if (takeOutKnown(column, known)) known.push(column);
  }
  for (const column of known) {
    takeOut(x, column);
    takeOut(y, column);
  }
  return Math.sqrt((dot(x, x) + dot(y, y)) / points.length);
}

/** Points of the path seen from above, m: the horizontal acceleration integrated twice from rest. */
interface SidePath {
  /** Their samples. */
  readonly points: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function sidePath(
  { t_s, accel_mps2: a }: SetSamples,
  attitudes: Attitudes,
  from: number,
  to: number,
): SidePath {
  const most = Math.min(to - from, Math.floor(((t_s[to] as number) - (t_s[from] as number)) / POINT_S)) + 1;
  const points = new Int32Array(most);
  const x = new Float64Array(most);
  const y = new Float64Array(most);
  let n = 0;
  let px = 0;
  let py = 0;
  let vx = 0;
  let vy = 0;
  let beforeX = 0;
  let beforeY = 0;
  let last_s = Number.NEGATIVE_INFINITY;
  for (let i = from; i <= to; i++) {
    const t = t_s[i] as number;
    const dt = i === from ? 0 : t - (t_s[i - 1] as number);
    const qw = attitudes[4 * i] as number;
    const qx = attitudes[4 * i + 1] as number;
    const qy = attitudes[4 * i + 2] as number;
    const qz = attitudes[4 * i + 3] as number;
    const ax = a[3 * i] as number;
    const ay = a[3 * i + 1] as number;
    const az = a[3 * i + 2] as number;
    const nowX =
      (1 - 2 * (qy * qy + qz * qz)) * ax + 2 * (qx * qy - qw * qz) * ay + 2 * (qx * qz + qw * qy) * az;
    const nowY =
      2 * (qx * qy + qw * qz) * ax + (1 - 2 * (qx * qx + qz * qz)) * ay + 2 * (qy * qz - qw * qx) * az;
    px += vx * dt + (2 * beforeX + nowX) * (1 / 6) * dt * dt;
    py += vy * dt + (2 * beforeY + nowY) * (1 / 6) * dt * dt;
    vx += ((beforeX + nowX) / 2) * dt;
    vy += ((beforeY + nowY) / 2) * dt;
    beforeX = nowX;
    beforeY = nowY;
    if (t - last_s < POINT_S) continue;
    points[n] = i;
    x[n] = px;
    y[n] = py;
    n++;
    last_s = t;
  }
  return { points: points.subarray(0, n), x: x.subarray(0, n), y: y.subarray(0, n) };
}

/** What is not sway, at the points: a parabola in time, so many slow half waves, height and its square. */
function smoothColumns(
  t_s: Float64Array,
  height_m: Float64Array,
  points: Int32Array,
  span_s: number,
  slow: number,
): Float64Array[] {
  const n = points.length;
  const first = points[0] as number;
  const time = new Float64Array(n);
  const height = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const i = points[k] as number;
    time[k] = ((t_s[i] as number) - (t_s[first] as number)) / span_s;
    height[k] = (height_m[i] as number) - (height_m[first] as number);
  }
  const one = new Float64Array(n).fill(1);
  const half = time.map((u) => Math.cos(Math.PI * u));
  const columns = [one, time, product(time, time)];
  // cos (j + 1) x = 2 cos x cos j x - cos (j - 1) x
  let before: Float64Array = one;
  let now: Float64Array = half;
  for (let j = 0; j < slow; j++) {
    columns.push(now);
    const next = product(half, now);
    for (let k = 0; k < n; k++) next[k] = 2 * (next[k] as number) - (before[k] as number);
    before = now;
    now = next;
  }
  return [...columns, height, product(height, height)];
}

function product(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let k = 0; k < a.length; k++) out[k] = (a[k] as number) * (b[k] as number);
  return out;
}

/** Takes what the known columns explain out of one, and makes a unit vector of the rest; false when hardly any is left. */
function takeOutKnown(column: Float64Array, known: readonly Float64Array[]): boolean {
  const size = Math.sqrt(dot(column, column));
  for (const each of known) takeOut(column, each);
  const own = Math.sqrt(dot(column, column));
  if (own <= INDEPENDENT * size) return false;
  for (let k = 0; k < column.length; k++) column[k] = (column[k] as number) / own;
  return true;
}

/** Two sums, so that one addition need not wait for the one before. */
function dot(a: Float64Array, b: Float64Array): number {
  let even = 0;
  let odd = 0;
  for (let k = 0; k + 1 < a.length; k += 2) {
    even += (a[k] as number) * (b[k] as number);
    odd += (a[k + 1] as number) * (b[k + 1] as number);
  }
  const last = a.length - 1;
  return last % 2 === 0 ? even + odd + (a[last] as number) * (b[last] as number) : even + odd;
}

/** values -= its share along `unit`. */
function takeOut(values: Float64Array, unit: Float64Array): void {
  const share = dot(values, unit);
  for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) - share * (unit[k] as number);
}
