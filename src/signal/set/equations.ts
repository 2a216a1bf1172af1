import type { BorderedChain } from './bordered-chain.ts';
import { AXIS_SUMS, FIELDS, Field, type Intervals, type SensorState } from './intervals.ts';
import * as model from './model.ts';
import { tiltBetween } from './rotation.ts';

/** Places of a knot's unknowns; a 3-axis sensor has the first three only. */
export const LOCAL = { height: 0, velocity: 1, residual: 2, sideX: 3, sideY: 4, tiltX: 5, tiltY: 6 } as const;

export interface Shape {
  readonly tilts: boolean;
  readonly calibrated: boolean;
  readonly local: number;
  readonly shared: number;
  /** Where the two level unknowns stand among the shared ones (offset 0..2, scale 3..5, skew 6..8, gyro bias 9..11). */
  readonly levelAt: number;
}

export function shapeOf(hasGyro: boolean, calibrated: boolean): Shape {
  const levelAt = hasGyro ? 12 : 9;
  return { tilts: hasGyro, calibrated, local: hasGyro ? 7 : 3, shared: levelAt + 2, levelAt };
}

/** One equation in the making: which unknowns, and by how much. */
interface Terms {
  readonly index: Int32Array;
  readonly coef: Float64Array;
  count: number;
}

const MAX_TERMS = 6;

function term(terms: Terms, unknown: number, value: number): void {
  terms.index[terms.count] = unknown;
  terms.coef[terms.count] = value;
  terms.count++;
}

/** How each knot follows from the one before. */
export function addDynamics(
  chain: BorderedChain,
  shape: Shape,
  intervals: Intervals,
  attitude: Float64Array,
  knots: number,
): void {
  const terms: Terms = { index: new Int32Array(MAX_TERMS), coef: new Float64Array(MAX_TERMS), count: 0 };
  const tilt = new Float64Array(2);
  for (let k = 0; k < knots - 1; k++) {
    addVertical(chain, shape, intervals.data, k, terms);
    if (!shape.tilts) continue;
    tiltBetween(attitude, 4 * (k + 1), intervals.data, FIELDS * k + Field.end, tilt);
    addSideways(chain, shape, intervals.data, k, terms, tilt);
  }
}

/** Height, velocity and the slow residual at the next knot. */
function addVertical(chain: BorderedChain, shape: Shape, data: Float64Array, k: number, terms: Terms): void {
  const m = shape.local;
  const shared = chain.sharedAt;
  const { index, coef } = terms;
  const at = FIELDS * k;
  const sums = at + Field.sums + 2 * AXIS_SUMS;
  const dt = data[at + Field.dt] as number;
  const fx = data[at + Field.fx] as number;
  const fy = data[at + Field.fy] as number;
  const varV = data[at + Field.varV] as number;

  terms.count = 0;
  term(terms, LOCAL.height, -1);
  term(terms, LOCAL.velocity, -dt);
  term(terms, LOCAL.residual, (-dt * dt) / 2);
  if (shape.tilts) {
    term(terms, LOCAL.tiltX, (-fy * dt) / 2);
    term(terms, LOCAL.tiltY, (fx * dt) / 2);
  }
  term(terms, m + LOCAL.height, 1);
  const varP = (varV * dt * dt) / 9 + 1e-10;
  const dp = data[at + Field.dp] as number;
  chain.addRun(k, index, coef, terms.count, dp, 1 / varP, data, sums, AXIS_SUMS, shared, dt / 2);

  terms.count = 0;
  term(terms, LOCAL.velocity, -1);
  term(terms, LOCAL.residual, -dt);
  if (shape.tilts) {
    term(terms, LOCAL.tiltX, -fy);
    term(terms, LOCAL.tiltY, fx);
  }
  term(terms, m + LOCAL.velocity, 1);
  const dv = data[at + Field.dv] as number;
  chain.addRun(k, index, coef, terms.count, dv, 1 / varV, data, sums, AXIS_SUMS, shared, 1);

  const residual = shape.tilts ? model.RESIDUAL_MPS2.sixAxis : model.RESIDUAL_MPS2.threeAxis;
  const keep = Math.exp(-dt / model.RESIDUAL_S);
  terms.count = 0;
  term(terms, LOCAL.residual, -keep);
  term(terms, m + LOCAL.residual, 1);
  chain.add(k, index, coef, terms.count, 0, 1 / (residual * residual * (1 - keep * keep)));
}

/** Sideways velocity and tilt at the next knot. */
function addSideways(
  chain: BorderedChain,
  shape: Shape,
  data: Float64Array,
  k: number,
  terms: Terms,
  tilt: Float64Array,
): void {
  const m = shape.local;
  const shared = chain.sharedAt;
  const { index, coef } = terms;
  const at = FIELDS * k;
  const fz = data[at + Field.fz] as number;
  for (let axis = 0; axis < 2; axis++) {
    const sums = at + Field.sums + axis * AXIS_SUMS;
    terms.count = 0;
    term(terms, LOCAL.sideX + axis, -1);
    term(terms, axis === 0 ? LOCAL.tiltY : LOCAL.tiltX, axis === 0 ? -fz : fz);
    term(terms, m + LOCAL.sideX + axis, 1);
    const gained = data[at + Field.fx + axis] as number;
    const weight = 1 / (data[at + Field.varV] as number);
    chain.addRun(k, index, coef, terms.count, gained, weight, data, sums, AXIS_SUMS, shared, 1);

    terms.count = 0;
    term(terms, LOCAL.tiltX + axis, -1);
    term(terms, m + LOCAL.tiltX + axis, 1);
    const off = -(tilt[axis] as number);
    const sure = 1 / (data[at + Field.varTilt] as number);
    // the gyro's bias turns with the sensor: the first three sums are those of the rotation matrix
    chain.addRun(k, index, coef, terms.count, off, sure, data, sums, 3, shared + AXIS_SUMS, 1);
  }
}

function pin(chain: BorderedChain, knot: number, unknown: number, target: number, sigma: number): void {
  chain.pin(knot, unknown, target, 1 / sigma ** 2);
}

/** What is believed before the set: weak limits on where a bar goes, and the sensor's data sheet. */
export function addPriors(
  chain: BorderedChain,
  shape: Shape,
  intervals: Intervals,
  sensor: SensorState,
  gyroBias: Float64Array,
  rested: boolean,
  knots: number,
): void {
  const shared = chain.sharedAt;
  const level = shape.calibrated ? 'calibrated' : 'raw';
  for (let axis = 0; axis < 3; axis++) {
    pin(chain, 0, shared + axis, -(sensor.offset[axis] as number), model.OFFSET_MPS2[level]);
    pin(chain, 0, shared + 3 + axis, -(sensor.scale[axis] as number), model.SCALE[level]);
    pin(chain, 0, shared + 6 + axis, -(sensor.skew[axis] as number), model.SKEW[level]);
    if (shape.tilts) {
      const sigma = rested ? model.GYRO_BIAS_RADS.rested : model.GYRO_BIAS_RADS.unknown;
      pin(chain, 0, shared + 9 + axis, (gyroBias[axis] as number) - (sensor.gyroBias[axis] as number), sigma);
    }
  }
  for (let level = 0; level < 2; level++) pin(chain, 0, shared + shape.levelAt + level, 0, 2);
  pin(chain, 0, LOCAL.residual, 0, shape.tilts ? model.RESIDUAL_MPS2.sixAxis : model.RESIDUAL_MPS2.threeAxis);
  pin(chain, 0, LOCAL.velocity, 0, model.ENDS_MPS);
  pin(chain, knots - 1, LOCAL.velocity, 0, model.ENDS_MPS);
  if (shape.tilts) {
    pin(chain, 0, LOCAL.tiltX, 0, model.FIRST_TILT_RAD);
    pin(chain, 0, LOCAL.tiltY, 0, model.FIRST_TILT_RAD);
  }
  for (let k = 0; k < knots; k++) {
    const dt = Math.max(1e-3, intervals.data[FIELDS * Math.min(k, knots - 2) + Field.dt] as number);
    pin(chain, k, LOCAL.height, 0, model.STRAY_M * Math.sqrt(model.STRAY_EVERY_S / dt));
    if (!shape.tilts) continue;
    const sideways = model.SIDEWAYS_MPS * Math.sqrt(model.SIDEWAYS_EVERY_S / dt);
    pin(chain, k, LOCAL.sideX, 0, sideways);
    pin(chain, k, LOCAL.sideY, 0, sideways);
  }
}
