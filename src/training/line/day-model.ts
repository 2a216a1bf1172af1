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
  const normal = precision.map((p, i) => precision.map((_, j) => (i === j ? p : 0)));
  const right = new Array<number>(size).fill(0);
  const days = new Map<number, Sums>();
  let squares = 0;
  let logVariance = 0;
  points.forEach(({ x, y, sigma, day }, k) => {
    const variance = (sigma ** 2 + spread.scatter ** 2) / (spread.pointTrust[k] ?? 1);
    const of = days.get(day) ?? { weight: 0, wx: new Array<number>(size).fill(0), wy: 0 };
    days.set(day, of);
    of.weight += 1 / variance;
    of.wy += y / variance;
    squares += y ** 2 / variance;
    logVariance += Math.log(variance);
    for (let i = 0; i < size; i++) {
      const wx = (x[i] ?? 0) / variance;
      of.wx[i] = (of.wx[i] ?? 0) + wx;
      right[i] = (right[i] ?? 0) + wx * y;
      for (let j = 0; j < size; j++) add(normal, i, j, wx * (x[j] ?? 0));
    }
  });
  // what the points of a day have in common is taken off by the Sherman-Morrison formula
  for (const [day, of] of days) {
    const variance = spread.day ** 2 / (spread.dayTrust.get(day) ?? 1);
    const common = variance / (1 + variance * of.weight);
    squares -= common * of.wy ** 2;
    logVariance += Math.log(1 + variance * of.weight);
    for (let i = 0; i < size; i++) {
      right[i] = (right[i] ?? 0) - common * (of.wx[i] ?? 0) * of.wy;
      for (let j = 0; j < size; j++) add(normal, i, j, -common * (of.wx[i] ?? 0) * (of.wx[j] ?? 0));
    }
  }
  const { inverse, logDeterminant } = inverted(normal);
  const beta = inverse.map((row) => row.reduce((sum, value, j) => sum + value * (right[j] ?? 0), 0));
  const explained = beta.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
  return { beta, covariance: inverse, misfit: logVariance + logDeterminant + squares - explained };
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

export const product = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function add(matrix: number[][], i: number, j: number, value: number): void {
  const row = matrix[i] as number[];
  row[j] = (row[j] ?? 0) + value;
}

/** Gauss-Jordan without pivoting: the matrix is symmetric and positive definite. */
function inverted(matrix: readonly (readonly number[])[]): { inverse: number[][]; logDeterminant: number } {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let logDeterminant = 0;
  for (let k = 0; k < size; k++) {
    const pivotRow = rows[k] as number[];
    const pivot = pivotRow[k] as number;
    logDeterminant += Math.log(pivot);
    for (let j = 0; j < 2 * size; j++) pivotRow[j] = (pivotRow[j] as number) / pivot;
    for (const row of rows) {
      if (row === pivotRow) continue;
      const factor = row[k] as number;
      for (let j = 0; j < 2 * size; j++) row[j] = (row[j] as number) - factor * (pivotRow[j] as number);
    }
  }
  return { inverse: rows.map((row) => row.slice(size)), logDeterminant };
}
