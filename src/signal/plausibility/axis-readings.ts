import { DEG_PER_RAD, RAD_PER_DEG } from '../../recording/units.ts';

/** One way to read a gyroscope: which of its axes is which, which way round, and in which unit. */
export interface AxisReading {
  /** 3 x 3, row by row: multiplies the readings. */
  readonly matrix: Float64Array;
  readonly kind: 'right' | 'negated' | 'signs' | 'swapped';
  /** What the readings really are; `same`: what they were called. */
  readonly unit: 'same' | 'dps' | 'rads';
}

/** As they are, two axes swapped, all three moved on. */
const ORDERS = [
  [0, 1, 2],
  [1, 0, 2],
  [2, 1, 0],
  [0, 2, 1],
  [1, 2, 0],
  [2, 0, 1],
] as const;
/** As they are, all turned round, one of them, two of them: bits of the axes. */
const SIGNS = [0, 7, 1, 2, 4, 3, 5, 6];
const UNITS = [
  ['same', 1],
  ['dps', RAD_PER_DEG],
  ['rads', DEG_PER_RAD],
] as const;

function kindOf(order: number, signs: number): AxisReading['kind'] {
  if (order > 0) return 'swapped';
  return signs === 0 ? 'right' : signs === 7 ? 'negated' : 'signs';
}

/** Every order, every sign, degrees for radians either way: from the simplest to the strangest. */
export const AXIS_READINGS: readonly AxisReading[] = UNITS.flatMap(([unit, scale]) =>
  ORDERS.flatMap((order, o) =>
    SIGNS.map((signs): AxisReading => {
      const matrix = new Float64Array(9);
      for (let row = 0; row < 3; row++)
        matrix[3 * row + (order[row] as number)] = signs & (1 << row) ? -scale : scale;
      return { matrix, kind: kindOf(o, signs), unit };
    }),
  ),
);

/** The axes as they are. */
export const RIGHT = AXIS_READINGS[0] as AxisReading;
