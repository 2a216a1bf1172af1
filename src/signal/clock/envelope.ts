/**
 * Straight line under the arrivals (their lower envelope): arrival = offset + index * period + delay with delay >= 0,
 * so the frames that came soonest, one per second, carry the sensor's clock.
 */
export interface EnvelopeLine {
  period_s: number;
  /** Arrival of frame 0 without delay, s. */
  offset_s: number;
}

/** A second whose soonest frame lies further than this above the line was a stall and says nothing, s. */
const STALLED_S = 0.015;

/** Least squares through (index, arrival), then once more without the stalled points. */
export function fitEnvelope(
  index: ArrayLike<number>,
  arrival_s: ArrayLike<number>,
  count: number,
  line: EnvelopeLine,
): void {
  leastSquares(index, arrival_s, count, line, Number.POSITIVE_INFINITY);
  if (count >= 4) leastSquares(index, arrival_s, count, { ...line }, STALLED_S, line);
}

function leastSquares(
  index: ArrayLike<number>,
  arrival_s: ArrayLike<number>,
  count: number,
  line: EnvelopeLine,
  limit_s: number,
  out = line,
): void {
  const x0 = index[0] as number;
  const y0 = arrival_s[0] as number;
  let n = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  for (let i = 0; i < count; i += 1) {
    const rawX = index[i] as number;
    const rawY = arrival_s[i] as number;
    if (rawY - (line.offset_s + line.period_s * rawX) > limit_s) continue;
    const x = rawX - x0;
    const y = rawY - y0;
    n += 1;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  }
  const determinant = n * sxx - sx * sx;
  if (n < 2 || determinant <= 0) return;
  const slope = (n * sxy - sx * sy) / determinant;
  if (!(slope > 0)) return;
  out.period_s = slope;
  out.offset_s = y0 + (sy - slope * sx) / n - slope * x0;
}
