import {
  type AnchoredChain,
  type Anchors,
  addLevel,
  addStill,
  functionalOf,
  type MotionTerm,
} from './anchors.ts';
import { guessAttitude } from './attitude-guess.ts';
import { addDynamics, LOCAL, type Shape, shapeOf } from './equations.ts';
import { gravityDirection } from './gravity-direction.ts';
import { withSteadyBias } from './gyro-drift.ts';
import { FIELDS, type Intervals } from './interval-fields.ts';
import { integrateIntervals } from './intervals.ts';
import { placeKnots } from './knots.ts';
import { type LeverFound, leverFound, leverVariance } from './lever-found.ts';
import { leverSwings } from './lever-swings.ts';
import { RESIDUAL_MPS2, REST_MPS } from './model.ts';
import { type SetMotion, traceMotion } from './motion-trace.ts';
import { addPriors, type LeverBelief } from './priors.ts';
import { findRests, gyroBiasOf, type Rest } from './rests.ts';
import { tip } from './rotation.ts';
import { createSensorState, type SensorState } from './sensor-state.ts';
import type { SetSamples } from './set-samples.ts';
import { type BorderedChain, createBorderedChain } from './solver/bordered-chain.ts';
import { createEquation } from './solver/equation.ts';
import { setStepErrors } from './step-errors.ts';
import {
  ownFactors,
  ownResidual,
  type Solution,
  sensorVariance,
  type VarianceFactors,
} from './variance-factors.ts';

export interface SetSmoother {
  readonly rests: readonly Rest[];
  /** What was smoothed: the samples, their gyro's bias steady. */
  readonly samples: SetSamples;
  readonly motion: SetMotion;
  /**
   * Solves with these anchors; false when the equations could not be solved. `refine` makes it a Gauss-Newton step:
   * the samples are integrated anew with what was learned of attitude and sensor. Without it the equations stay
   * linear about the last such step, which is quicker and as good while the anchors hardly change.
   */
  solve(anchors: Anchors, refine: boolean): boolean;
  /**
   * From the next solution on the slow vertical residual is as large as this set has shown. Without a gyro it stays:
   * there it is sideways acceleration, which the rests between the reps do not show.
   */
  learnResidual(): void;
  /** 1-sigma of a sum of heights and velocities at given samples, by the last solution and the model's beliefs. */
  sigma(terms: readonly MotionTerm[]): number;
  /** The same after a refining solution, with the beliefs replaced by what this set's own residuals say of sensor and bar. */
  ownSigma(terms: readonly MotionTerm[]): number;
  /** How rough the motion was against what the model allows for, 1 when just as much. */
  roughness(): number;
  readonly sensor: SensorState;
  /** What the last solution says of the lever beyond what was taken out; null where none was asked for. */
  lever(): LeverFound | null;
}

/** What changes from one solution to the next, besides the arrays. */
interface SmootherState {
  solved: boolean;
  /** The equations of the last refining solution still stand. */
  linearised: boolean;
  anchors: Anchors;
  residual_mps2: number;
  factors: VarianceFactors | null;
}

const NO_BIAS = [0, 0, 0] as const;
const NO_DIRECTION = new Float64Array(0);

/**
 * Estimates bar height and velocity over a whole set at once. Unknown are, per 0.15 s, height, velocity, a slow
 * vertical residual, sideways velocity and tilt; for the set, offset and scale of each accelerometer axis and
 * the gyro bias. Because offset and scale live in sensor axes, a bar that rolls turns them the way the
 * physics does: that error, the largest of all (20 mg that turn with the bar cost 16 mm/s), is estimated instead of filtered.
 */
export function createSetSmoother(
  measured: SetSamples,
  calibrated: boolean,
  belief: LeverBelief | null = null,
): SetSmoother {
  const rests = findRests(measured);
  const samples = withSteadyBias(measured, rests);
  const shape = shapeOf(samples.rate_rads !== null, calibrated, belief !== null);
  const knots = placeKnots(samples);
  const restedBias = gyroBiasOf(samples, rests);
  const sensor = createSensorState(restedBias ?? NO_BIAS);
  const priorBias = sensor.gyroBias.slice();
  const attitude = guessAttitude(samples, knots, restedBias ?? NO_BIAS);
  const up = samples.rate_rads === null ? gravityDirection(samples) : NO_DIRECTION;
  const intervals: Intervals = {
    data: new Float64Array(FIELDS * knots.length),
    vertical: new Float64Array(samples.count),
  };
  const motion = createMotion(samples);
  const chain = createBorderedChain(knots.length, shape.local, shape.shared);
  const anchored: AnchoredChain = { chain, shape, samples, knots, motion, equation: createEquation(3) };
  const state: SmootherState = {
    solved: false,
    linearised: false,
    anchors: { levels: [], stills: [] },
    residual_mps2: shape.tilts ? RESIDUAL_MPS2.sixAxis : RESIDUAL_MPS2.threeAxis,
    factors: null,
  };
  setStepErrors(samples, knots, intervals);
  integrateIntervals(samples, knots, attitude, sensor, up, intervals);

  const linearise = (): void => {
    chain.clear();
    const swings = shape.leverAt === null ? null : leverSwings(samples, knots, attitude, sensor.gyroBias);
    addDynamics(chain, shape, intervals, attitude, knots.length, state.residual_mps2, swings);
    addPriors(chain, shape, intervals, sensor, priorBias, restedBias !== null, knots.length, belief);
  };

  const solve = (anchors: Anchors, refine: boolean): boolean => {
    if (state.linearised) chain.recall();
    else {
      linearise();
      if (!refine) chain.keep();
    }
    state.linearised = !refine;
    for (const rest of rests)
      addStill(anchored, { ...rest, sigma_mps: REST_MPS, sigma_m: 1, held_mps: null });
    for (const still of anchors.stills) addStill(anchored, still);
    for (const level of anchors.levels) addLevel(anchored, level);
    state.solved = chain.solve();
    state.anchors = anchors;
    state.factors = null;
    if (!state.solved) return false;
    if (refine) {
      update(chain, shape, sensor, attitude, knots.length);
      integrateIntervals(samples, knots, attitude, sensor, up, intervals);
    }
    traceMotion(chain, shape, samples, knots, intervals, motion);
    return true;
  };

  const sigma = (terms: readonly MotionTerm[]): number => {
    if (!state.solved) return Number.POSITIVE_INFINITY;
    return Math.sqrt(chain.variance(functionalOf(terms, shape, samples, knots)));
  };

  const shares = new Float64Array(shape.shared);
  const { t_s } = samples;
  const solution = (): Solution => ({ chain, shape, t_s, knots, residual_mps2: state.residual_mps2 });
  const factors = (): VarianceFactors => {
    state.factors ??= ownFactors(solution(), sensor, motion, state.anchors);
    return state.factors;
  };
  const learnResidual = (): void => {
    if (!state.solved || !shape.tilts) return;
    state.residual_mps2 = ownResidual(solution());
    state.linearised = false;
    state.factors = null;
  };
  const ownSigma = (terms: readonly MotionTerm[]): number => {
    if (!state.solved) return Number.POSITIVE_INFINITY;
    const all = chain.variance(functionalOf(terms, shape, samples, knots), shares);
    const fromSensor = sensorVariance(shares, shape);
    const rest = Math.max(0, all - fromSensor - leverVariance(shares, shape, belief));
    return Math.sqrt(factors().sensor * fromSensor + factors().motion * rest);
  };

  const roughness = (): number => Math.sqrt(factors().motion);

  const lever = (): LeverFound | null =>
    state.solved
      ? leverFound(chain, shape, belief, (terms) => functionalOf(terms, shape, samples, knots))
      : null;

  return { rests, samples, motion, solve, learnResidual, sigma, ownSigma, roughness, sensor, lever };
}

function createMotion({ t_s, count }: SetSamples): SetMotion {
  return {
    t_s,
    height_m: new Float64Array(count),
    velocity_mps: new Float64Array(count),
    accel_mps2: new Float64Array(count),
  };
}

/** Takes the corrections into the beliefs about sensor and attitude. */
function update(
  chain: BorderedChain,
  shape: Shape,
  sensor: SensorState,
  attitude: Float64Array,
  knots: number,
): void {
  for (let axis = 0; axis < 3; axis++) {
    sensor.offset[axis] = (sensor.offset[axis] as number) + (chain.y[axis] as number);
    sensor.scale[axis] = (sensor.scale[axis] as number) + (chain.y[3 + axis] as number);
    if (shape.tilts)
      sensor.gyroBias[axis] = (sensor.gyroBias[axis] as number) + (chain.y[9 + axis] as number);
  }
  if (!shape.tilts) return;
  for (let k = 0; k < knots; k++) {
    const tx = chain.x[k * shape.local + LOCAL.tiltX] as number;
    const ty = chain.x[k * shape.local + LOCAL.tiltY] as number;
    tip(attitude, 4 * k, tx, ty);
  }
}
