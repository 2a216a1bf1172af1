import type { MotionTerm } from './anchors.ts';
import type { Shape } from './equations.ts';
import type { LeverBelief } from './priors.ts';
import type { BorderedChain } from './solver/bordered-chain.ts';
import type { LinearFunctional } from './solver/chain-solution.ts';

/** What a solved set says of its lever. */
export interface LeverFound {
  /** Sensor axes, m: beyond what was taken out of the samples. */
  readonly more_m: readonly [number, number, number];
  /** 1-sigma of a sum of heights and velocities, that part which the belief about the lever leaves. */
  sigma(terms: readonly MotionTerm[]): number;
}

/** null where no lever was asked for. */
export function leverFound(
  chain: BorderedChain,
  shape: Shape,
  belief: LeverBelief | null,
  functional: (terms: readonly MotionTerm[]) => LinearFunctional,
): LeverFound | null {
  const { leverAt } = shape;
  if (leverAt === null) return null;
  const [x = 0, y = 0, z = 0] = chain.y.subarray(leverAt, leverAt + 3);
  const shares = new Float64Array(shape.shared);
  return {
    more_m: [x, y, z],
    sigma(terms) {
      chain.variance(functional(terms), shares);
      return Math.sqrt(leverVariance(shares, shape, belief));
    },
  };
}

/** Of a functional's variance that part which comes from not knowing the lever: its covariances with the unknowns. */
export function leverVariance(shares: Float64Array, { leverAt }: Shape, belief: LeverBelief | null): number {
  if (belief === null || leverAt === null) return 0;
  const [x = 0, y = 0, z = 0] = shares.subarray(leverAt, leverAt + 3);
  return (x * x + y * y + z * z) / belief.sigma_m ** 2;
}
