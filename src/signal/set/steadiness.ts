import { LOCAL, type Shape } from './equations.ts';
import { toMatrix } from './rotation.ts';
import type { SetSamples } from './set-samples.ts';

/** How far the bar strays from its path over one rep, both RMS. */
export interface Steadiness {
  /** Angle of the bar's own axis against its mean over the rep, deg. */
  readonly tilt_deg: number;
  /** Travel along the bar's own axis, m; a steady drift from start to end is not counted. */
  readonly sway_m: number;
}

const DEG_PER_RAD = 180 / Math.PI;
/** The bar turns about its own axis far more than about others; below this there is no telling which it is, rad/s. */
const LEAST_TURN_RADS = 0.05;
const LEAST_SHARE = 0.6;
const LEAST_KNOTS = 4;

/** The bar's axis in sensor axes: the one it rolls about; null when it does not roll enough to tell, or no gyro. */
export function barAxis(samples: SetSamples, bias: Float64Array): Float64Array | null {
  const rate = samples.rate_rads;
  if (rate === null) return null;
  const C = new Float64Array(9);
  for (let i = 0; i < samples.count; i++) {
    for (let a = 0; a < 3; a++) {
      const wa = (rate[3 * i + a] as number) - (bias[a] as number);
      for (let b = 0; b < 3; b++) {
        C[3 * a + b] = (C[3 * a + b] as number) + wa * ((rate[3 * i + b] as number) - (bias[b] as number));
      }
    }
  }
  const trace = (C[0] as number) + (C[4] as number) + (C[8] as number);
  if (Math.sqrt(trace / Math.max(1, samples.count)) < LEAST_TURN_RADS) return null;
  const axis = strongest(C);
  const along = quadratic(C, axis);
  return along >= LEAST_SHARE * trace ? axis : null;
}

/** First eigenvector of a symmetric 3 x 3 matrix, by power iteration. */
function strongest(C: Float64Array): Float64Array {
  let v = Float64Array.of(1, 0.7, 0.4);
  for (let step = 0; step < 60; step++) {
    const next = new Float64Array(3);
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) next[a] = (next[a] as number) + (C[3 * a + b] as number) * (v[b] as number);
    const norm = Math.hypot(...next) || 1;
    v = next.map((value) => value / norm);
  }
  return v;
}

function quadratic(C: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < 3; a++)
    for (let b = 0; b < 3; b++) sum += (v[a] as number) * (C[3 * a + b] as number) * (v[b] as number);
  return sum;
}

/** Steadiness between two knots, from the attitude at the knots and the sideways velocity of the solution. */
export function steadinessBetween(
  axis: Float64Array,
  shape: Shape,
  x: Float64Array,
  attitude: Float64Array,
  times: (knot: number) => number,
  from: number,
  to: number,
): Steadiness | null {
  const n = to - from + 1;
  if (n < LEAST_KNOTS) return null;
  const R = new Float64Array(9);
  const tilts = new Float64Array(n);
  const along = new Float64Array(n);
  const travel = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const k = from + i;
    toMatrix(attitude, 4 * k, R);
    const row = (at: number): number =>
      (R[at] as number) * (axis[0] as number) +
      (R[at + 1] as number) * (axis[1] as number) +
      (R[at + 2] as number) * (axis[2] as number);
    const [ax, ay, az] = [row(0), row(3), row(6)];
    tilts[i] = Math.asin(Math.max(-1, Math.min(1, az)));
    const flat = Math.hypot(ax, ay) || 1;
    along[i] =
      ((x[k * shape.local + LOCAL.sideX] as number) * ax +
        (x[k * shape.local + LOCAL.sideY] as number) * ay) /
      flat;
    if (i > 0)
      travel[i] =
        (travel[i - 1] as number) +
        (((along[i - 1] as number) + (along[i] as number)) / 2) * (times(k) - times(k - 1));
  }
  const slope = (travel[n - 1] as number) / (times(to) - times(from));
  for (let i = 0; i < n; i++) travel[i] = (travel[i] as number) - slope * (times(from + i) - times(from));
  return { tilt_deg: DEG_PER_RAD * deviation(tilts), sway_m: deviation(travel) };
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
