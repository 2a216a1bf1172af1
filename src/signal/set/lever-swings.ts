import { axesOf } from './rotation.ts';
import type { SetSamples } from './set-samples.ts';
import type { Equation } from './solver/equation.ts';

/**
 * How a sensor that sits off the place whose height is asked for moves about it: with Q its attitude, w its rate and r the
 * lever, by Q r and at (Q w x) r. Both are known at every knot but for the lever, so that it is one more unknown of the set.
 */
export interface LeverSwings {
  /** The lever's terms in the equation of the height gained in interval `k`, and in that of the velocity along a world axis. */
  addHeight(equation: Equation, unknown: number, k: number, dt_s: number): void;
  addVelocity(equation: Equation, unknown: number, k: number, axis: number): void;
}

const NINE = 9;
/** Row of the world's upright axis in a rotation matrix. */
const UP = 6;

export function leverSwings(
  samples: SetSamples,
  knots: Int32Array,
  attitude: Float64Array,
  gyroBias: Float64Array,
): LeverSwings {
  const { rate_rads: rate } = samples;
  const axes = new Float64Array(NINE * knots.length);
  const swing = new Float64Array(NINE * knots.length);
  for (let k = 0; k < knots.length; k++) {
    const at = NINE * k;
    axesOf(attitude, 4 * k, axes, at);
    const j = 3 * (knots[k] as number);
    const [x, y, z] = [0, 1, 2].map((axis) => (rate?.[j + axis] as number) - (gyroBias[axis] as number)) as [
      number,
      number,
      number,
    ];
    // row . (w x r) = (row x w) . r
    for (let row = at; row < at + NINE; row += 3) {
      const a = axes[row] as number;
      const b = axes[row + 1] as number;
      const c = axes[row + 2] as number;
      swing[row] = b * z - c * y;
      swing[row + 1] = c * x - a * z;
      swing[row + 2] = a * y - b * x;
    }
  }
  const put = (equation: Equation, unknown: number, value: number): void => {
    equation.index[equation.count] = unknown;
    equation.coef[equation.count] = value;
    equation.count++;
  };
  const of = (values: Float64Array, k: number, row: number, axis: number): number =>
    values[NINE * k + row + axis] as number;
  return {
    addHeight(equation, unknown, k, dt_s) {
      for (let axis = 0; axis < 3; axis++)
        put(
          equation,
          unknown + axis,
          of(axes, k + 1, UP, axis) - of(axes, k, UP, axis) - dt_s * of(swing, k, UP, axis),
        );
    },
    addVelocity(equation, unknown, k, world) {
      for (let axis = 0; axis < 3; axis++)
        put(equation, unknown + axis, of(swing, k + 1, 3 * world, axis) - of(swing, k, 3 * world, axis));
    },
  };
}
