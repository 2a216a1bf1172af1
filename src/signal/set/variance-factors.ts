import type { LevelAnchor } from './anchors.ts';
import type { BorderedChain } from './bordered-chain.ts';
import { LOCAL, type Shape } from './equations.ts';
import type { SensorState } from './intervals.ts';
import * as model from './model.ts';

/**
 * Variances of unit weight (Helmert; Foerstner 1979): how large this set's residuals are against what the model
 * allowed for, squared. One for everything that happens while the bar moves, one for the sensor's constant errors.
 * 1 where sensor and bar are as bad as believed; a quiet bar on a good sensor shows 0.005.
 */
export interface VarianceFactors {
  readonly motion: number;
  readonly sensor: number;
}

/**
 * Degrees of freedom of the residuals: what an observation leaves to be seen after the unknowns took their share.
 * 1 - w a N^-1 a', averaged over the simulated conditions: hardly different between them (0.05-0.065 per interval; 0.15
 * without gyro, where nothing else moves), so that the trace need not be computed for each set.
 */
const SLOW_DEGREES = { sixAxis: 0.055, threeAxis: 0.15 };
const LEVEL_DEGREES = 0.5;
const SENSOR_DEGREES = 5;
/** Levels say less about the rest than the slow residual does: reps differ for reasons of their own. Ours. */
const LEVEL_SAY = 0.25;
/**
 * Without a gyro what is wrong is mostly sideways acceleration, which comes and goes with each rep: twice the variance
 * in a rep that the set has on average. From even seeds of the ladder.
 */
const WITHOUT_GYRO = 2;
/** What is believed before the residuals are seen, as if so many degrees of freedom had shown this factor. Ours. */
const BEFORE = { motion: { degrees: 0.5, factor: 0.02 }, sensor: { degrees: 0.5, factor: 0.16 } };
/** Offset, scale and skew: the sensor's own nine numbers stand first among the shared unknowns. */
const AXES = 3;

/** From the solution just found: `sensor` updated by it, skew still among its unknowns. */
export function ownFactors(
  chain: BorderedChain,
  shape: Shape,
  sensor: SensorState,
  t_s: Float64Array,
  knots: Int32Array,
  height_m: Float64Array,
  levels: readonly LevelAnchor[],
): VarianceFactors {
  const slow = slowSquares(chain, shape, t_s, knots);
  const slowDegrees = SLOW_DEGREES[shape.tilts ? 'sixAxis' : 'threeAxis'] * (knots.length - 1);
  let level = 0;
  for (const anchor of levels) {
    const off = (height_m[anchor.sample] as number) - (chain.y[shape.levelAt + anchor.level] as number);
    level += (off / anchor.sigma_m) ** 2;
  }
  let own = 0;
  const sigma = sensorSigmas(shape);
  for (let axis = 0; axis < AXES; axis++) {
    own += ((sensor.offset[axis] as number) / sigma.offset) ** 2;
    own += ((sensor.scale[axis] as number) / sigma.scale) ** 2;
    own += (((sensor.skew[axis] as number) + (chain.y[2 * AXES + axis] as number)) / sigma.skew) ** 2;
  }
  const degrees = slowDegrees + LEVEL_SAY * LEVEL_DEGREES * levels.length;
  const motion = pooled(slow + LEVEL_SAY * level, degrees, BEFORE.motion);
  return {
    motion: shape.tilts ? motion : WITHOUT_GYRO * motion,
    sensor: pooled(own, SENSOR_DEGREES, BEFORE.sensor),
  };
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

/** Squared steps of the slow vertical residual, each against what was allowed. */
function slowSquares(chain: BorderedChain, shape: Shape, t_s: Float64Array, knots: Int32Array): number {
  const allowed = model.RESIDUAL_MPS2[shape.tilts ? 'sixAxis' : 'threeAxis'];
  let sum = 0;
  for (let k = 0; k < knots.length - 1; k++) {
    const dt = (t_s[knots[k + 1] as number] as number) - (t_s[knots[k] as number] as number);
    const keep = Math.exp(-dt / model.RESIDUAL_S);
    const before = chain.x[k * shape.local + LOCAL.residual] as number;
    const step = (chain.x[(k + 1) * shape.local + LOCAL.residual] as number) - keep * before;
    sum += step ** 2 / (allowed * allowed * (1 - keep * keep));
  }
  return sum;
}

const pooled = (squares: number, degrees: number, before: { degrees: number; factor: number }): number =>
  (squares + before.degrees * before.factor) / (degrees + before.degrees);

function sensorSigmas(shape: Shape): { offset: number; scale: number; skew: number } {
  const level = shape.calibrated ? 'calibrated' : 'raw';
  return { offset: model.OFFSET_MPS2[level], scale: model.SCALE[level], skew: model.SKEW[level] };
}
