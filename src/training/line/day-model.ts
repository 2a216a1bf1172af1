/**
 * A straight line through points of several days:
 *
 *     y = x . beta + u(day) + e,   var u = day^2,   var e = sigma(point)^2 + scatter^2
 *
 * A day lifts or lowers all of its points together, so points of one day are not independent and many of them
 * say less than their number. This is the linear mixed model with a random intercept (Laird and Ware 1982).
 */
export interface DayPoint {
  readonly x: readonly number[];
  readonly y: number;
  readonly sigma: number;
  readonly day: number;
}

/** Standard deviations of a day and of a rep within it, and how much each point and day is trusted (0 to 1). */
export interface Spread {
  readonly day: number;
  readonly scatter: number;
  readonly pointTrust: readonly number[];
  readonly dayTrust: ReadonlyMap<number, number>;
}

export interface DayFit {
  readonly beta: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** -2 log of the restricted likelihood (Patterson and Thompson 1971), without its constant. */
  readonly misfit: number;
}

/** What the points of a day come to; it is summed again for every spread that is tried, a thousand times a line. */
interface Sums {
  weight: number;
  readonly wx: number[];
  wy: number;
}

/** Generalised least squares for given spreads. `precision` is what is known of each coefficient beforehand, 1/sd^2. */
export function fitForSpread(
  points: readonly DayPoint[],
  spread: Spread,
  precision: readonly number[],
): DayFit {
  const size = precision.length;
  const normal = zeros(size * size);
  const right = zeros(size);
  for (let i = 0; i < size; i++) normal[i * size + i] = precision[i] as number;
  const days = new Map<number, Sums>();
  const scatter = spread.scatter ** 2;
  let squares = 0;
  let logVariance = 0;
  for (let k = 0; k < points.length; k++) {
    const { x, y, sigma, day } = points[k] as DayPoint;
    const weight = (spread.pointTrust[k] ?? 1) / (sigma * sigma + scatter);
    let of = days.get(day);
    if (of === undefined) {
      of = { weight: 0, wx: zeros(size), wy: 0 };
      days.set(day, of);
    }
    of.weight += weight;
    of.wy += y * weight;
    squares += y * y * weight;
    logVariance -= Math.log(weight);
    for (let i = 0; i < size; i++) {
      const wx = (x[i] as number) * weight;
      of.wx[i] = (of.wx[i] as number) + wx;
      right[i] = (right[i] as number) + wx * y;
      for (let j = 0; j < size; j++)
        normal[i * size + j] = (normal[i * size + j] as number) + wx * (x[j] as number);
    }
  }
  // what the points of a day have in common is taken off by the Sherman-Morrison formula
  for (const [day, { weight, wx, wy }] of days) {
    const variance = spread.day ** 2 / (spread.dayTrust.get(day) ?? 1);
    const common = variance / (1 + variance * weight);
    squares -= common * wy * wy;
    logVariance += Math.log(1 + variance * weight);
    for (let i = 0; i < size; i++) {
      const taken = common * (wx[i] as number);
      right[i] = (right[i] as number) - taken * wy;
      for (let j = 0; j < size; j++)
        normal[i * size + j] = (normal[i * size + j] as number) - taken * (wx[j] as number);
    }
  }
  const { inverse, logDeterminant } = inverted(normal, size);
  const beta = inverse.map((row) => product(row, right));
  return {
    beta,
    covariance: inverse,
    misfit: logVariance + logDeterminant + squares - product(beta, right),
  };
}

/** Best guess of each day's own offset: what remains of its points, drawn towards 0 (BLUP). */
export function dayOffsets(
  points: readonly DayPoint[],
  spread: Spread,
  beta: readonly number[],
): Map<number, number> {
  const sums = new Map<number, { weight: number; remains: number }>();
  points.forEach((point, k) => {
    const variance = (point.sigma ** 2 + spread.scatter ** 2) / (spread.pointTrust[k] ?? 1);
    const of = sums.get(point.day) ?? { weight: 0, remains: 0 };
    of.weight += 1 / variance;
    of.remains += (point.y - product(point.x, beta)) / variance;
    sums.set(point.day, of);
  });
  return new Map(
    [...sums].map(([day, { weight, remains }]) => {
      const variance = spread.day ** 2 / (spread.dayTrust.get(day) ?? 1);
      return [day, (variance * remains) / (1 + variance * weight)];
    }),
  );
}

export function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] ?? 0);
  return sum;
}

const zeros = (count: number): number[] => new Array<number>(count).fill(0);

/** Gauss-Jordan without pivoting: the matrix, row by row, is symmetric and positive definite. */
function inverted(matrix: readonly number[], size: number): { inverse: number[][]; logDeterminant: number } {
  const wide = 2 * size;
  const all = zeros(size * wide);
  const at = (i: number): number => all[i] as number;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) all[i * wide + j] = matrix[i * size + j] as number;
    all[i * wide + size + i] = 1;
  }
  let logDeterminant = 0;
  for (let k = 0; k < size; k++) {
    const pivot = at(k * wide + k);
    logDeterminant += Math.log(pivot);
    for (let j = 0; j < wide; j++) all[k * wide + j] = at(k * wide + j) / pivot;
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = at(i * wide + k);
      for (let j = 0; j < wide; j++) all[i * wide + j] = at(i * wide + j) - factor * at(k * wide + j);
    }
  }
  const inverse = Array.from({ length: size }, (_, i) => all.slice(i * wide + size, (i + 1) * wide));
  return { inverse, logDeterminant };
}
