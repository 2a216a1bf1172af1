import type { Anchors, LevelAnchor, StillAnchor } from './anchors.ts';
import { LOCAL, type Shape } from './equations.ts';
import * as model from './model.ts';
import type { SetMotion } from './motion-trace.ts';
import type { SensorState } from './sensor-state.ts';
import type { BorderedChain } from './solver/bordered-chain.ts';

/**
 * Variances of unit weight (Helmert; Foerstner 1979): how large this set's residuals are against what the model
 * allowed for, squared. One for everything that happens while the bar moves, one for the sensor's constant errors.
 * 1 where sensor and bar are as bad as believed; a quiet bar on a good sensor shows 0.005.
 */
export interface VarianceFactors {
  readonly motion: number;
  readonly sensor: number;
}

/** A solved chain; `residual_mps2` is what was allowed for its slow vertical residual. */
export interface Solution {
  readonly chain: BorderedChain;
  readonly shape: Shape;
  readonly t_s: Float64Array;
  readonly knots: Int32Array;
  readonly residual_mps2: number;
}

/**
 * Degrees of freedom of the residual's steps, per interval: what an observation leaves to be seen after the unknowns
 * took their share, averaged over simulated conditions, where it hardly differs.
 */
const SLOW_DEGREES = 0.055;
/** The least share of the allowed residual that is believed: 6 mm/s2, which a sensor's own drift comes to. */
const LEAST_SHARE = 0.2;
/**
 * What the residuals say about variances. Of the motion: so many degrees of freedom per interval, the share of a held
 * bar's mean square velocity against its usual one and of the levels' misses against theirs, and what is left in the
 * quietest set. Of the sensor's nine constants: what few degrees of freedom add, how many are believed at most, and what
 * is believed before any is seen. Fitted to the errors of simulated sets of both worlds, even seeds.
 */
const MOTION = { degrees: { sixAxis: 0.021, threeAxis: 0.04 }, held: 0.2, levels: 0.1, least: 0.0021 };
const SENSOR = { tails: 1.25, most_degrees: 4, before: { degrees: 0.5, factor: 0.3 } };
/** Offset, scale and skew: the sensor's own nine numbers stand first among the shared unknowns. */
const AXES = 3;

/** How large the slow vertical residual of this set is, m/s2: at most what was allowed. */
export function ownResidual(solution: Solution): number {
  const factor = slowSquares(solution) / (SLOW_DEGREES * (solution.knots.length - 1));
  const own_mps2 = solution.residual_mps2 * Math.min(1, Math.sqrt(factor));
  return Math.max(LEAST_SHARE * model.RESIDUAL_MPS2.sixAxis, own_mps2);
}

/** From the solution just found: `sensor` updated by it, skew still among its unknowns. */
export function ownFactors(
  solution: Solution,
  sensor: SensorState,
  { height_m, velocity_mps }: SetMotion,
  { stills, levels }: Anchors,
): VarianceFactors {
  const { chain, shape, knots } = solution;
  const degrees = MOTION.degrees[shape.tilts ? 'sixAxis' : 'threeAxis'] * (knots.length - 1);
  let own = SENSOR.before.degrees * SENSOR.before.factor;
  const sigma = sensorSigmas(shape);
  for (let axis = 0; axis < AXES; axis++) {
    own += ((sensor.offset[axis] as number) / sigma.offset) ** 2;
    own += ((sensor.scale[axis] as number) / sigma.scale) ** 2;
    own += (((sensor.skew[axis] as number) + (chain.y[2 * AXES + axis] as number)) / sigma.skew) ** 2;
  }
  return {
    motion:
      slowSquares(solution) / degrees +
      MOTION.held * heldSquares(velocity_mps, stills) +
      MOTION.levels * levelSquares(solution, height_m, levels) +
      MOTION.least,
    sensor: (SENSOR.tails * own) / (degreesSeen(solution) + SENSOR.before.degrees),
  };
}

/** Of how many of the sensor's nine constants this set has told something: what it took off their variances, summed. */
function degreesSeen({ chain, shape, knots }: Solution): number {
  const { offset, scale, skew } = sensorSigmas(shape);
  const shared = new Float64Array(shape.shared);
  const functional = { knots: [knots.length - 1], at: [new Float64Array(shape.local)], shared };
  let seen = 0;
  [offset, scale, skew].forEach((sigma, kind) => {
    for (let axis = 0; axis < AXES; axis++) {
      shared.fill(0);
      shared[AXES * kind + axis] = 1;
      seen += Math.max(0, 1 - chain.variance(functional) / sigma ** 2);
    }
  });
  return Math.min(SENSOR.most_degrees, seen);
}

/** Mean square velocity of a held bar against its usual one, averaged over the holds; 0 without any. */
function heldSquares(velocity_mps: Float64Array, stills: readonly StillAnchor[]): number {
  let sum = 0;
  let holds = 0;
  for (const { from, to, held_mps } of stills) {
    if (held_mps === null) continue;
    let squares = 0;
    for (let i = from; i <= to; i++) squares += (velocity_mps[i] as number) ** 2;
    sum += squares / (to - from + 1) / held_mps ** 2;
    holds++;
  }
  return holds === 0 ? 0 : sum / holds;
}

/** Of a functional's variance that part which comes from not knowing the sensor: its covariances with the unknowns. */
export function sensorVariance(shares: Float64Array, shape: Shape): number {
  const sigma = sensorSigmas(shape);
  let sum = 0;
  for (let axis = 0; axis < AXES; axis++) {
    sum += ((shares[axis] as number) / sigma.offset) ** 2;
    sum += ((shares[AXES + axis] as number) / sigma.scale) ** 2;
    sum += ((shares[2 * AXES + axis] as number) / sigma.skew) ** 2;
  }
  return sum;
}

/** Mean square miss of the set's levels against what was allowed: half reps and failed attempts do not come back to them. */
function levelSquares(
  { chain, shape }: Solution,
  height_m: Float64Array,
  levels: readonly LevelAnchor[],
): number {
  let sum = 0;
  for (const { sample, level, sigma_m } of levels) {
    const off = (height_m[sample] as number) - (chain.y[shape.levelAt + level] as number);
    sum += (off / sigma_m) ** 2;
  }
  return levels.length === 0 ? 0 : sum / levels.length;
}

/** Squared steps of the slow vertical residual, each against what was allowed. */
function slowSquares({ chain, shape, t_s, knots, residual_mps2 }: Solution): number {
  let sum = 0;
  for (let k = 0; k < knots.length - 1; k++) {
    const dt = (t_s[knots[k + 1] as number] as number) - (t_s[knots[k] as number] as number);
    const keep = Math.exp(-dt / model.RESIDUAL_S);
    const before = chain.x[k * shape.local + LOCAL.residual] as number;
    const step = (chain.x[(k + 1) * shape.local + LOCAL.residual] as number) - keep * before;
    sum += step ** 2 / (residual_mps2 * residual_mps2 * (1 - keep * keep));
  }
  return sum;
}

function sensorSigmas(shape: Shape): { offset: number; scale: number; skew: number } {
  const level = shape.calibrated ? 'calibrated' : 'raw';
  return { offset: model.OFFSET_MPS2[level], scale: model.SCALE[level], skew: model.SKEW[level] };
}
