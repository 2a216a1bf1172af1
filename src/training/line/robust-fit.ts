import { type DayFit, type DayPoint, dayOffsets, fitForSpread, product, type Spread } from './day-model.ts';

/** A standard deviation that is expected beforehand, and how many observations that expectation is worth. */
export interface Expected {
  readonly sd: number;
  readonly worth: number;
}

export interface FitOptions {
  readonly day: Expected;
  readonly scatter: Expected;
  /** Of each coefficient, 1/sd^2; 0 where nothing is known. */
  readonly precision: readonly number[];
  /** Residual, in standard deviations, from which a point or a day is trusted less; Infinity: never. */
  readonly limit: number;
}

export interface RobustFit extends DayFit {
  readonly spread: Spread;
}

/** Rounds of re-weighting; trust has settled to a percent after three in the synthetic seasons, one more for safety. */
const ROUNDS = 4;
/** First step of the search for the spreads, as logarithm: a factor of e; re-weighted, they are near where they were. */
const FIRST_STEP = 1;
const NEXT_STEP = 0.1;
/** Step at which the search ends: half a percent, much less than a spread is known to. */
const LAST_STEP = 0.005;
/** Smallest share of its expectation a spread can shrink to, so that a search without data ends. */
const SMALLEST = 1e-3;

/**
 * Restricted maximum likelihood with Huber's weights (Huber 1964): a rep or a day that is far off counts as if
 * it were measured less well, not as if it were not there.
 */
export function robustFit(points: readonly DayPoint[], options: FitOptions): RobustFit {
  const trust = (sds: number): number => Math.min(1, options.limit / Math.abs(sds));
  let spread: Spread = {
    day: options.day.sd,
    scatter: options.scatter.sd,
    pointTrust: points.map(() => 1),
    dayTrust: new Map(),
  };
  for (let round = 0; ; round++) {
    spread = likeliest(points, spread, options, round === 0 ? FIRST_STEP : NEXT_STEP);
    const fit = fitForSpread(points, spread, options.precision);
    if (round === ROUNDS || options.limit === Number.POSITIVE_INFINITY) return { ...fit, spread };
    const offsets = dayOffsets(points, spread, fit.beta);
    const { day, scatter } = spread;
    spread = {
      ...spread,
      pointTrust: points.map((point) => {
        const rest = point.y - product(point.x, fit.beta) - (offsets.get(point.day) ?? 0);
        return trust(rest / Math.hypot(point.sigma, scatter));
      }),
      dayTrust: new Map([...offsets].map(([name, offset]) => [name, trust(offset / day)])),
    };
  }
}

/** The two spreads under which the points are likeliest: a pattern search (Hooke and Jeeves 1961) on their logarithms. */
function likeliest(
  points: readonly DayPoint[],
  from: Spread,
  options: FitOptions,
  first_step: number,
): Spread {
  const at = (day: number, scatter: number): number =>
    fitForSpread(points, { ...from, day, scatter }, options.precision).misfit +
    surprise(day, options.day) +
    surprise(scatter, options.scatter);
  let best = { day: from.day, scatter: from.scatter, misfit: at(from.day, from.scatter) };
  for (let step = first_step; step > LAST_STEP; ) {
    let moved = false;
    for (const [a, b] of [
      [step, 0],
      [-step, 0],
      [0, step],
      [0, -step],
    ] as const) {
      const day = Math.max(best.day * Math.exp(a), options.day.sd * SMALLEST);
      const scatter = Math.max(best.scatter * Math.exp(b), options.scatter.sd * SMALLEST);
      const misfit = at(day, scatter);
      if (misfit < best.misfit) {
        best = { day, scatter, misfit };
        moved = true;
      }
    }
    if (!moved) step /= 2;
  }
  return { ...from, day: best.day, scatter: best.scatter };
}

/** -2 log density of a scaled inverse chi-square (Gelman 2006) with its mode at what was expected. */
const surprise = (sd: number, { sd: usual, worth }: Expected): number =>
  worth * (2 * Math.log(sd) + (usual / sd) ** 2);
