import { AXIS_SUMS, FIELDS, Field, type Intervals } from './interval-fields.ts';
import type { LeverSwings } from './lever-swings.ts';
import * as model from './model.ts';
import { tiltBetween } from './rotation.ts';
import type { BorderedChain } from './solver/bordered-chain.ts';
import { createEquation, type Equation } from './solver/equation.ts';

// The physics of the smoother as equations: how the unknowns at one knot follow from those at the knot before.

/** Places of a knot's unknowns; a 3-axis sensor has the first three only. */
export const LOCAL = { height: 0, velocity: 1, residual: 2, sideX: 3, sideY: 4, tiltX: 5, tiltY: 6 } as const;

export interface Shape {
  readonly tilts: boolean;
  readonly calibrated: boolean;
  readonly local: number;
  readonly shared: number;
  /** Where the two level unknowns stand among the shared ones (offset 0..2, scale 3..5, skew 6..8, gyro bias 9..11). */
  readonly levelAt: number;
  /** Where the three of a lever do; null where the sensor is taken to sit where the height is asked for. */
  readonly leverAt: number | null;
}

export function shapeOf(hasGyro: boolean, calibrated: boolean, asksLever: boolean): Shape {
  const levelAt = hasGyro ? 12 : 9;
  const leverAt = hasGyro && asksLever ? levelAt + 2 : null;
  const shared = levelAt + (leverAt === null ? 2 : 5);
  return { tilts: hasGyro, calibrated, local: hasGyro ? 7 : 3, shared, levelAt, leverAt };
}

/** Most unknowns in one equation: six of the two knots and a lever. */
const MOST_TERMS = 9;

function term(equation: Equation, unknown: number, value: number): void {
  equation.index[equation.count] = unknown;
  equation.coef[equation.count] = value;
  equation.count++;
}

function begin(equation: Equation, target: number, weight: number): void {
  equation.count = 0;
  equation.target = target;
  equation.weight = weight;
}

/** How each knot follows from the one before, with so large a slow vertical residual. */
export function addDynamics(
  chain: BorderedChain,
  shape: Shape,
  intervals: Intervals,
  attitude: Float64Array,
  knots: number,
  residual_mps2: number,
  swings: LeverSwings | null,
): void {
  const { data } = intervals;
  const shared = chain.sharedAt;
  const equation = createEquation(MOST_TERMS);
  const tilt = new Float64Array(2);
  // of the equations with the sums of a world axis in them: weight, and weight times target
  const sensor = new Float64Array(6);
  const gyro = new Float64Array(6);
  for (let k = 0; k < knots - 1; k++) {
    const sums = FIELDS * k + Field.sums;
    addVertical(chain, shape, data, k, residual_mps2, equation, sensor, swings);
    if (shape.tilts) {
      tiltBetween(attitude, 4 * (k + 1), data, FIELDS * k + Field.end, tilt);
      addSideways(chain, shape, data, k, equation, sensor, swings);
      addTilt(chain, shape, data, k, equation, tilt, gyro);
      chain.addRuns(data, sums, AXIS_SUMS, 3, shared + AXIS_SUMS, gyro);
    }
    chain.addRuns(data, sums, AXIS_SUMS, AXIS_SUMS, shared, sensor);
  }
}

/** Height, velocity and the slow residual at the next knot. */
function addVertical(
  chain: BorderedChain,
  shape: Shape,
  data: Float64Array,
  k: number,
  residual_mps2: number,
  equation: Equation,
  sensor: Float64Array,
  swings: LeverSwings | null,
): void {
  const m = shape.local;
  const shared = chain.sharedAt;
  const at = FIELDS * k;
  const sums = at + Field.sums + 2 * AXIS_SUMS;
  const dt = data[at + Field.dt] as number;
  const dp = data[at + Field.dp] as number;
  const dv = data[at + Field.dv] as number;
  const fx = data[at + Field.fx] as number;
  const fy = data[at + Field.fy] as number;
  const varV = data[at + Field.varV] as number;
  const sureV = 1 / varV;
  const sureP = 1 / ((varV * dt * dt) / 9 + 1e-10);

  begin(equation, dp, sureP);
  term(equation, LOCAL.height, -1);
  term(equation, LOCAL.velocity, -dt);
  term(equation, LOCAL.residual, (-dt * dt) / 2);
  if (shape.tilts) {
    term(equation, LOCAL.tiltX, (-fy * dt) / 2);
    term(equation, LOCAL.tiltY, (fx * dt) / 2);
  }
  term(equation, m + LOCAL.height, 1);
  if (swings !== null) swings.addHeight(equation, shared + (shape.leverAt ?? 0), k, dt);
  chain.add(k, equation);
  chain.addAcross(k, equation, data, sums, AXIS_SUMS, shared, dt / 2);

  begin(equation, dv, sureV);
  term(equation, LOCAL.velocity, -1);
  term(equation, LOCAL.residual, -dt);
  if (shape.tilts) {
    term(equation, LOCAL.tiltX, -fy);
    term(equation, LOCAL.tiltY, fx);
  }
  term(equation, m + LOCAL.velocity, 1);
  if (swings !== null) swings.addVelocity(equation, shared + (shape.leverAt ?? 0), k, 2);
  chain.add(k, equation);
  chain.addAcross(k, equation, data, sums, AXIS_SUMS, shared, 1);
  // both have the sums of the vertical axis in them
  sensor[2] = (sureP * dt * dt) / 4 + sureV;
  sensor[5] = (sureP * dt * dp) / 2 + sureV * dv;

  const keep = Math.exp(-dt / model.RESIDUAL_S);
  begin(equation, 0, 1 / (residual_mps2 * residual_mps2 * (1 - keep * keep)));
  term(equation, LOCAL.residual, -keep);
  term(equation, m + LOCAL.residual, 1);
  chain.add(k, equation);
}

/** Sideways velocity at the next knot. */
function addSideways(
  chain: BorderedChain,
  shape: Shape,
  data: Float64Array,
  k: number,
  equation: Equation,
  sensor: Float64Array,
  swings: LeverSwings | null,
): void {
  const at = FIELDS * k;
  const fz = data[at + Field.fz] as number;
  const sure = 1 / (data[at + Field.varV] as number);
  for (let axis = 0; axis < 2; axis++) {
    const sums = at + Field.sums + axis * AXIS_SUMS;
    const gained = data[at + Field.fx + axis] as number;
    begin(equation, gained, sure);
    term(equation, LOCAL.sideX + axis, -1);
    term(equation, axis === 0 ? LOCAL.tiltY : LOCAL.tiltX, axis === 0 ? -fz : fz);
    term(equation, shape.local + LOCAL.sideX + axis, 1);
    if (swings !== null) swings.addVelocity(equation, chain.sharedAt + (shape.leverAt ?? 0), k, axis);
    chain.add(k, equation);
    chain.addAcross(k, equation, data, sums, AXIS_SUMS, chain.sharedAt, 1);
    sensor[axis] = sure;
    sensor[3 + axis] = sure * gained;
  }
}

/** Tilt at the next knot. The gyro's bias turns with the sensor: its coefficients are the sums of the rotation matrix. */
function addTilt(
  chain: BorderedChain,
  shape: Shape,
  data: Float64Array,
  k: number,
  equation: Equation,
  tilt: Float64Array,
  gyro: Float64Array,
): void {
  const at = FIELDS * k;
  const sure = 1 / ((data[at + Field.varTilt] as number) + (data[at + Field.unseenTilt] as number));
  for (let axis = 0; axis < 2; axis++) {
    const sums = at + Field.sums + axis * AXIS_SUMS;
    const off = -(tilt[axis] as number);
    begin(equation, off, sure);
    term(equation, LOCAL.tiltX + axis, -1);
    term(equation, shape.local + LOCAL.tiltX + axis, 1);
    chain.add(k, equation);
    chain.addAcross(k, equation, data, sums, 3, chain.sharedAt + AXIS_SUMS, 1);
    gyro[axis] = sure;
    gyro[3 + axis] = sure * off;
  }
}
