// How much acceleration the vertical filter does not know: errors of attitude, lever arm, lost samples. It is a noise density,
// m/s2/sqrt(Hz), learned from how well the filter foretells rests and closures.

/** Where the density begins and between which bounds it is learned, m/s2/sqrt(Hz). */
export interface DensityLimits {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}

/** With a gyro; chosen here on simulated sets around 0.02-0.05, what attitude errors of a degree or two come to. */
export const SIX_AXIS_DENSITY: DensityLimits = { first: 0.05, least: 0.012, most: 0.12 };
/** Without a gyro; chosen here on simulated sets: every sideways push is taken for some vertical one. */
export const THREE_AXIS_DENSITY: DensityLimits = { first: 0.15, least: 0.08, most: 0.25 };

/** Share of the way, in the logarithm, that one lesson moves the density; chosen here: a set has dozens of lessons. */
const LEARN_SHARE = 0.15;
/** Most sigmas that one lesson counts for; chosen here, because a single outlier must not undo the others. */
const LEARN_SIGMAS = 2;

/** The density after a lesson: the filter was off by so many sigmas of what it allowed for. */
export function learnedDensity(density: number, sigmas: number, limits: DensityLimits): number {
  const ratio = Math.min(LEARN_SIGMAS, Math.abs(sigmas)) ** 2;
  const learned = density * Math.exp(LEARN_SHARE * (ratio - 1));
  return Math.min(limits.most, Math.max(limits.least, learned));
}
