import { tQuantile } from './line/student-t.ts';

/** One session's value. */
export interface TrendPoint {
  readonly at_epoch_ms: number;
  readonly value: number;
}

/** A straight line through the values of sessions, by least squares. */
export interface Trend {
  readonly sessions: number;
  readonly from_epoch_ms: number;
  readonly to_epoch_ms: number;
  /** On the line, at its middle; the middle; how much it rises a ms. */
  readonly middle: number;
  readonly middle_epoch_ms: number;
  readonly per_ms: number;
  /** From the first session to the last, with its interval. */
  readonly change: number;
  readonly low: number;
  readonly high: number;
  /** Spread of sessions about the line; sum of squared distances in time; t of the interval. */
  readonly sd: number;
  readonly sxx: number;
  readonly t: number;
}

/** Fewer sessions leave less than two to tell their own spread from; a line through three is a guess. */
export const LEAST_SESSIONS = 4;
/** Of intervals and bands: the usual 95 %. */
const CONFIDENCE = 0.95;

/** null with fewer than four sessions, or all at one moment. Sessions are taken as independent of one another. */
export function trendOf(points: readonly TrendPoint[]): Trend | null {
  const n = points.length;
  if (n < LEAST_SESSIONS) return null;
  const times = points.map(({ at_epoch_ms }) => at_epoch_ms);
  const [from_epoch_ms, to_epoch_ms] = [Math.min(...times), Math.max(...times)];
  const middle_epoch_ms = mean(times);
  const middle = mean(points.map(({ value }) => value));
  const sxx = sum(times.map((at) => (at - middle_epoch_ms) ** 2));
  if (sxx === 0) return null;
  const per_ms = sum(points.map((p) => (p.at_epoch_ms - middle_epoch_ms) * (p.value - middle))) / sxx;
  const rest = sum(points.map((p) => (p.value - middle - per_ms * (p.at_epoch_ms - middle_epoch_ms)) ** 2));
  const sd = Math.sqrt(rest / (n - 2));
  const t = tQuantile((1 + CONFIDENCE) / 2, n - 2);
  const span = to_epoch_ms - from_epoch_ms;
  const change = per_ms * span;
  const width = (t * sd * span) / Math.sqrt(sxx);
  return {
    ...{ sessions: n, from_epoch_ms, to_epoch_ms, middle, middle_epoch_ms, per_ms, change, sd, sxx, t },
    low: change - width,
    high: change + width,
  };
}

export const trendAt = ({ middle, per_ms, middle_epoch_ms }: Trend, at_epoch_ms: number): number =>
  middle + per_ms * (at_epoch_ms - middle_epoch_ms);

/** Half the width of where the line may be at a moment. */
export const trendBand = ({ t, sd, sessions, sxx, middle_epoch_ms }: Trend, at_epoch_ms: number): number =>
  t * sd * Math.sqrt(1 / sessions + (at_epoch_ms - middle_epoch_ms) ** 2 / sxx);

/** Whether a change or difference is beyond chance, and which way. */
export const directionOf = ({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number;
}): 'up' | 'down' | 'none' => (low > 0 ? 'up' : high < 0 ? 'down' : 'none');

export interface Difference {
  readonly a: number;
  readonly b: number;
  /** a - b. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Difference of two means of sessions with its interval (Welch 1947); null where one has fewer than two. */
export function differenceOf(a: readonly number[], b: readonly number[]): Difference | null {
  if (a.length < 2 || b.length < 2) return null;
  const [ma, mb] = [mean(a), mean(b)];
  const [va, vb] = [variance(a) / a.length, variance(b) / b.length];
  const degrees = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1));
  const spread = va + vb === 0 ? 0 : tQuantile((1 + CONFIDENCE) / 2, degrees) * Math.sqrt(va + vb);
  return { a: ma, b: mb, difference: ma - mb, low: ma - mb - spread, high: ma - mb + spread };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const variance = (values: readonly number[]): number =>
  sum(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1);
