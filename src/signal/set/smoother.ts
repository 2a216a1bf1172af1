import { guessAttitude } from './attitude-guess.ts';
import { type BorderedChain, createBorderedChain, type LinearFunctional } from './bordered-chain.ts';
import { addDynamics, addPriors, LOCAL, type Shape, shapeOf } from './equations.ts';
import { gravityDirection } from './gravity-direction.ts';
import {
  FIELDS,
  Field,
  type Intervals,
  integrateIntervals,
  type SensorState,
  stepErrors,
} from './intervals.ts';
import { placeKnots } from './knots.ts';
import { REST_MPS } from './model.ts';
import { findRests, gyroBiasOf, type Rest } from './rests.ts';
import { turnInWorld } from './rotation.ts';
import type { SetSamples } from './set-samples.ts';

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

/** Vertical motion of every sample, m, m/s, m/s2. Arrays are the smoother's own and change with `solve`. */
export interface SetMotion {
  readonly t_s: Float64Array;
  readonly height_m: Float64Array;
  readonly velocity_mps: Float64Array;
  readonly accel_mps2: Float64Array;
}

export interface SetSmoother {
  readonly rests: readonly Rest[];
  readonly motion: SetMotion;
  /** One Gauss-Newton step with these anchors; false when the equations could not be solved. */
  solve(anchors: Anchors): boolean;
  /** 1-sigma of a sum of heights and velocities at given samples, by the last solution. */
  sigma(terms: readonly MotionTerm[]): number;
  readonly sensor: SensorState;
}

const NO_BIAS = [0, 0, 0] as const;
const NO_DIRECTION = new Float64Array(0);

/**
 * Estimates bar height and velocity over a whole set at once. Unknown are, per 0.1 s, height, velocity, a slow
 * vertical residual, sideways velocity and tilt; for the set, offset and scale of each accelerometer axis and
 * the gyro bias. Because offset and scale live in sensor axes, a bar that rolls turns them the way the
 * physics does: that error, the largest of all (signal-notes.md 1.11), is estimated instead of filtered.
 */
export function createSetSmoother(samples: SetSamples, calibrated: boolean): SetSmoother {
  const shape = shapeOf(samples.rate_rads !== null, calibrated);
  const knots = placeKnots(samples);
  const knotOf = lookUpKnots(knots, samples.count);
  const rests = findRests(samples);
  const restedBias = gyroBiasOf(samples, rests);
  const sensor: SensorState = {
    offset: new Float64Array(3),
    scale: new Float64Array(3),
    skew: new Float64Array(3),
    gyroBias: Float64Array.from(restedBias ?? NO_BIAS),
  };
  const priorBias = sensor.gyroBias.slice();
  const attitude = guessAttitude(samples, knots, restedBias ?? NO_BIAS);
  const errors = stepErrors(samples);
  const up = samples.rate_rads === null ? gravityDirection(samples) : NO_DIRECTION;
  const n = samples.count;
  const intervals: Intervals = {
    data: new Float64Array(FIELDS * knots.length),
    vertical: new Float64Array(n),
    sideX: new Float64Array(n),
    sideY: new Float64Array(n),
  };
  const motion: SetMotion = {
    t_s: samples.t_s,
    height_m: new Float64Array(n),
    velocity_mps: new Float64Array(n),
    accel_mps2: intervals.vertical,
  };
  const chain = createBorderedChain(knots.length, shape.local, shape.shared);
  const state = { solved: false };
  integrateIntervals(samples, knots, attitude, sensor, errors, up, intervals);

  const solve = (anchors: Anchors): boolean => {
    chain.clear();
    addDynamics(chain, shape, intervals, attitude, knots.length);
    addPriors(chain, shape, intervals, sensor, priorBias, restedBias !== null, knots.length);
    const adder = createAnchorAdder(chain, shape, samples, knots, knotOf, motion);
    for (const rest of rests) adder.still({ ...rest, sigma_mps: REST_MPS, sigma_m: 1 });
    for (const still of anchors.stills) adder.still(still);
    for (const level of anchors.levels) adder.level(level);
    state.solved = chain.solve();
    if (!state.solved) return false;
    update(chain, shape, sensor, attitude, knots.length);
    integrateIntervals(samples, knots, attitude, sensor, errors, up, intervals);
    trace(chain, shape, samples, knots, intervals, motion);
    return true;
  };

  const sigma = (terms: readonly MotionTerm[]): number => {
    if (!state.solved) return Number.POSITIVE_INFINITY;
    return Math.sqrt(chain.variance(functionalOf(terms, shape, samples, knots, knotOf)));
  };

  return { rests, motion, solve, sigma, sensor };
}

function lookUpKnots(knots: Int32Array, count: number): Int32Array {
  const out = new Int32Array(count);
  let k = 0;
  for (let i = 0; i < count; i++) {
    while (k < knots.length - 2 && (knots[k + 1] as number) <= i) k++;
    out[i] = k;
  }
  return out;
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
    turnInWorld(attitude, 4 * k, tx, ty, 0, attitude, 4 * k);
  }
}

/** Heights and velocities of the samples between knots; what the knots disagree with is spread evenly. */
function trace(
  chain: BorderedChain,
  shape: Shape,
  samples: SetSamples,
  knots: Int32Array,
  intervals: Intervals,
  into: SetMotion,
): void {
  const { t_s } = samples;
  const { x } = chain;
  const m = shape.local;
  for (let k = 0; k < knots.length - 1; k++) {
    const i0 = knots[k] as number;
    const i1 = knots[k + 1] as number;
    const at = FIELDS * k;
    const span = intervals.data[at + Field.dt] as number;
    const p0 = x[k * m] as number;
    const v0 = x[k * m + 1] as number;
    const extra = x[k * m + 2] as number;
    const dv = (x[(k + 1) * m + 1] as number) - v0;
    const missV = (dv - (intervals.data[at + Field.dv] as number)) / span;
    const dp = (x[(k + 1) * m] as number) - p0;
    const missP = dp - (v0 * span + (intervals.data[at + Field.dp] as number) + (missV * span * span) / 2);
    let v = 0;
    let p = 0;
    for (let i = i0; i <= i1; i++) {
      const now = intervals.vertical[i] as number;
      const t = (t_s[i] as number) - (t_s[i0] as number);
      if (i > i0) {
        const dt = (t_s[i] as number) - (t_s[i - 1] as number);
        const before = intervals.vertical[i - 1] as number;
        p += v * dt + ((2 * before + now) / 6) * dt * dt;
        v += ((before + now) / 2) * dt;
      }
      into.height_m[i] = p0 + v0 * t + p + (missV * t * t) / 2 + (missP * t) / span;
      into.velocity_mps[i] = v0 + v + missV * t;
    }
    for (let i = i0; i < i1; i++) intervals.vertical[i] = (intervals.vertical[i] as number) + extra;
  }
}

function functionalOf(
  terms: readonly MotionTerm[],
  shape: Shape,
  samples: SetSamples,
  knots: Int32Array,
  knotOf: Int32Array,
): LinearFunctional {
  const at = new Map<number, Float64Array>();
  const coefficients = (k: number): Float64Array => {
    const known = at.get(k);
    if (known !== undefined) return known;
    const fresh = new Float64Array(shape.local);
    at.set(k, fresh);
    return fresh;
  };
  for (const term of terms) {
    const { k, share } = placeOf(term.sample, samples, knots, knotOf);
    for (const [knot, weight] of [
      [k, 1 - share],
      [k + 1, share],
    ] as const) {
      if (weight === 0) continue;
      const c = coefficients(knot);
      c[LOCAL.height] = (c[LOCAL.height] as number) + weight * term.height;
      c[LOCAL.velocity] = (c[LOCAL.velocity] as number) + weight * term.velocity;
    }
  }
  const order = [...at.keys()].sort((a, b) => a - b);
  return { knots: order, at: order.map((k) => coefficients(k)), shared: new Float64Array(shape.shared) };
}

/** Interval of a sample and how far along it lies, 0..1. */
function placeOf(
  sample: number,
  samples: SetSamples,
  knots: Int32Array,
  knotOf: Int32Array,
): { k: number; share: number } {
  const k = knotOf[sample] as number;
  const t0 = samples.t_s[knots[k] as number] as number;
  const t1 = samples.t_s[knots[k + 1] as number] as number;
  return { k, share: ((samples.t_s[sample] as number) - t0) / (t1 - t0) };
}

function createAnchorAdder(
  chain: BorderedChain,
  shape: Shape,
  samples: SetSamples,
  knots: Int32Array,
  knotOf: Int32Array,
  motion: SetMotion,
) {
  const index = new Int32Array(8);
  const coef = new Float64Array(8);
  const pin = (k: number, unknown: number, weight: number): void => {
    index[0] = unknown;
    coef[0] = 1;
    chain.add(k, index, coef, 1, 0, weight);
  };
  return {
    still(anchor: StillAnchor): void {
      const first = knotOf[anchor.from] as number;
      const last = knotOf[anchor.to] as number;
      const weight = 1 / anchor.sigma_mps ** 2;
      for (let k = first; k <= last + 1 && k < knots.length; k++) {
        const i = knots[k] as number;
        if (i < anchor.from || i > anchor.to) continue;
        pin(k, LOCAL.velocity, weight);
        if (shape.tilts) {
          pin(k, LOCAL.sideX, weight);
          pin(k, LOCAL.sideY, weight);
        }
      }
      // height: neighbouring knots only, so that the chain stays a chain
      const step = 1 / (anchor.sigma_m ** 2 / Math.max(1, last - first));
      for (let k = first + 1; k < last; k++) {
        index[0] = LOCAL.height;
        index[1] = shape.local + LOCAL.height;
        coef[0] = -1;
        coef[1] = 1;
        chain.add(k, index, coef, 2, 0, step);
      }
    },
    level(anchor: LevelAnchor): void {
      const { k, share } = placeOf(anchor.sample, samples, knots, knotOf);
      const h0 = motion.height_m[knots[k] as number] as number;
      const h1 = motion.height_m[knots[k + 1] as number] as number;
      const bulge = (motion.height_m[anchor.sample] as number) - (1 - share) * h0 - share * h1;
      index[0] = LOCAL.height;
      index[1] = shape.local + LOCAL.height;
      index[2] = chain.sharedAt + shape.levelAt + anchor.level;
      coef[0] = 1 - share;
      coef[1] = share;
      coef[2] = -1;
      chain.add(k, index, coef, 3, -bulge, 1 / anchor.sigma_m ** 2);
    },
  };
}
