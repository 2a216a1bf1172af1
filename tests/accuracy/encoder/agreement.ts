import { mean } from '../statistics.ts';

/** How one instrument agrees with another; every figure in the unit of the pairs. */
export interface Agreement {
  readonly pairs: number;
  /** Mean of ours less theirs. */
  readonly bias: number;
  /** Standard deviation of the differences. */
  readonly sd: number;
  /** Limits of agreement, bias -+ 1.96 SD (Bland and Altman 1986). */
  readonly lower: number;
  readonly upper: number;
  /** Standard error of estimate: scatter of theirs about its regression on ours. */
  readonly see: number;
  /** Lin's concordance correlation coefficient (Lin 1989). */
  readonly ccc: number;
  /** Proportional bias: slope of the difference over the mean of both. */
  readonly slope: number;
  /** Smallest detectable change, 1.96 sqrt(2) SEM with SEM = SD / sqrt(2). */
  readonly sdc: number;
}

interface Moments {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** Means, and variances and covariance with n - 1. */
function momentsOf(a: readonly number[], b: readonly number[]): Moments {
  const x = mean(a) as number;
  const y = mean(b) as number;
  const sum = (of: (i: number) => number): number => a.reduce((total, _, i) => total + of(i), 0);
  const dx = (i: number): number => (a[i] as number) - x;
  const dy = (i: number): number => (b[i] as number) - y;
  const n = a.length - 1;
  return {
    x,
    y,
    xx: sum((i) => dx(i) ** 2) / n,
    yy: sum((i) => dy(i) ** 2) / n,
    xy: sum((i) => dx(i) * dy(i)) / n,
  };
}

/** `ours[i]` and `theirs[i]` speak of the same rep. Null with fewer than three pairs: a regression needs them. */
export function agreementOf(ours: readonly number[], theirs: readonly number[]): Agreement | null {
  const pairs = ours.length;
  if (pairs < 3) return null;
  const m = momentsOf(ours, theirs);
  const n = pairs - 1;
  const differences = ours.map((value, i) => value - (theirs[i] as number));
  const middles = ours.map((value, i) => (value + (theirs[i] as number)) / 2);
  const d = momentsOf(middles, differences);
  const sd = Math.sqrt(d.yy);
  return {
    pairs,
    bias: d.y,
    sd,
    lower: d.y - 1.96 * sd,
    upper: d.y + 1.96 * sd,
    see: Math.sqrt(Math.max(0, ((m.yy - m.xy ** 2 / m.xx) * n) / (pairs - 2))),
    // Lin's own variances are those with n
    ccc: (2 * m.xy * n) / (m.xx * n + m.yy * n + pairs * (m.x - m.y) ** 2),
    slope: d.xy / d.xx,
    sdc: 1.96 * sd,
  };
}
