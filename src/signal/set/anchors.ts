import { LOCAL, type Shape } from './equations.ts';
import { knotAt } from './knots.ts';
import type { SetMotion } from './motion-trace.ts';
import type { SetSamples } from './set-samples.ts';
import type { BorderedChain } from './solver/bordered-chain.ts';
import type { LinearFunctional } from './solver/chain-solution.ts';
import type { Equation } from './solver/equation.ts';

/** The bar stands at one of the set's two levels at this sample: 0 the bottom, 1 the top. */
export interface LevelAnchor {
  readonly sample: number;
  readonly level: 0 | 1;
  readonly sigma_m: number;
}

/** The bar hardly moves between two samples: velocity within sigma_mps, height within sigma_m. */
export interface StillAnchor {
  readonly from: number;
  readonly to: number;
  readonly sigma_mps: number;
  readonly sigma_m: number;
  /** Of a bar held by hand: the velocity it usually has; null where nobody holds it. */
  readonly held_mps: number | null;
}

export interface Anchors {
  readonly levels: readonly LevelAnchor[];
  readonly stills: readonly StillAnchor[];
}

export interface MotionTerm {
  readonly sample: number;
  readonly height: number;
  readonly velocity: number;
}

/** A sum of heights and velocities at samples, as coefficients on the smoother's unknowns. */
export function functionalOf(
  terms: readonly MotionTerm[],
  shape: Shape,
  samples: SetSamples,
  knots: Int32Array,
): LinearFunctional {
  const at: Float64Array[] = [];
  const order: number[] = [];
  const add = (knot: number, weight: number, term: MotionTerm): void => {
    if (weight === 0) return;
    let place = order.length;
    while (place > 0 && (order[place - 1] as number) >= knot) place--;
    if (order[place] !== knot) {
      order.splice(place, 0, knot);
      at.splice(place, 0, new Float64Array(shape.local));
    }
    const c = at[place] as Float64Array;
    c[LOCAL.height] = (c[LOCAL.height] as number) + weight * term.height;
    c[LOCAL.velocity] = (c[LOCAL.velocity] as number) + weight * term.velocity;
  };
  for (const term of terms) {
    const { k, share } = placeOf(term.sample, samples, knots);
    add(k, 1 - share, term);
    add(k + 1, share, term);
  }
  return { knots: order, at, shared: new Float64Array(shape.shared) };
}

/** Interval of a sample and how far along it lies, 0..1. */
function placeOf(sample: number, samples: SetSamples, knots: Int32Array): { k: number; share: number } {
  const k = knotAt(knots, sample);
  const t0 = samples.t_s[knots[k] as number] as number;
  const t1 = samples.t_s[knots[k + 1] as number] as number;
  return { k, share: ((samples.t_s[sample] as number) - t0) / (t1 - t0) };
}

/** What anchors are told to: the chain and where its knots stand. */
export interface AnchoredChain {
  readonly chain: BorderedChain;
  readonly shape: Shape;
  readonly samples: SetSamples;
  readonly knots: Int32Array;
  readonly motion: SetMotion;
  readonly equation: Equation;
}

/** Adds the equations of a bar that stands. */
export function addStill(to: AnchoredChain, anchor: StillAnchor): void {
  const { chain, shape, knots, equation } = to;
  const { index, coef } = equation;
  const first = knotAt(knots, anchor.from);
  const last = knotAt(knots, anchor.to);
  const weight = 1 / anchor.sigma_mps ** 2;
  for (let k = first; k <= last + 1 && k < knots.length; k++) {
    const i = knots[k] as number;
    if (i < anchor.from || i > anchor.to) continue;
    chain.pin(k, LOCAL.velocity, 0, weight);
    if (shape.tilts) {
      chain.pin(k, LOCAL.sideX, 0, weight);
      chain.pin(k, LOCAL.sideY, 0, weight);
    }
  }
  // height: neighbouring knots only, so that the chain stays a chain
  equation.target = 0;
  equation.weight = 1 / (anchor.sigma_m ** 2 / Math.max(1, last - first));
  equation.count = 2;
  index[0] = LOCAL.height;
  index[1] = shape.local + LOCAL.height;
  coef[0] = -1;
  coef[1] = 1;
  for (let k = first + 1; k < last; k++) chain.add(k, equation);
}

/** Adds the equation of a bar at one of the set's levels. */
export function addLevel(to: AnchoredChain, anchor: LevelAnchor): void {
  const { chain, shape, samples, knots, motion, equation } = to;
  const { index, coef } = equation;
  const { k, share } = placeOf(anchor.sample, samples, knots);
  const h0 = motion.height_m[knots[k] as number] as number;
  const h1 = motion.height_m[knots[k + 1] as number] as number;
  const bulge = (motion.height_m[anchor.sample] as number) - (1 - share) * h0 - share * h1;
  index[0] = LOCAL.height;
  index[1] = shape.local + LOCAL.height;
  index[2] = chain.sharedAt + shape.levelAt + anchor.level;
  coef[0] = 1 - share;
  coef[1] = share;
  coef[2] = -1;
  equation.count = 3;
  equation.target = -bulge;
  equation.weight = 1 / anchor.sigma_m ** 2;
  chain.add(k, equation);
}
