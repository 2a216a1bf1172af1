import { describe, expect, test } from 'vitest';
import { liftOf } from '../../src/lifts/catalogue.ts';
import type { LiftId } from '../../src/lifts/lift.ts';
import { findRises } from '../../src/reps/definition/rises.ts';
import { selectReps } from '../../src/reps/whole-set/select-reps.ts';
import { motion, type Piece, rise, stop } from './motions.ts';

function counted(lift: LiftId, pieces: readonly Piece[]): number {
  const trace = motion(pieces, 200);
  const expected = { lift: liftOf(lift), min_rise_m: 0.05, reference_m: null, sigma: () => 0.005 };
  return selectReps(trace, findRises(trace), expected).length;
}

describe('after the last row', () => {
  const row = [rise(0.45, 0.7), stop(0.3), rise(-0.45, 1.2), stop(0.4)];
  const reps = [...row, ...row, ...row];
  const putDown = [stop(0.5), rise(-0.5, 2), stop(3)];
  const floor = [stop(3), rise(0.3, 1), stop(1.5)];

  test('the lifter straightens up before the bar is put down: no row', () => {
    expect(counted('row', [...floor, ...reps, rise(0.25, 1.6), ...putDown])).toBe(3);
  });

  test('a half row as brisk as the others, put down from its top, is one', () => {
    expect(counted('row', [...floor, ...reps, rise(0.25, 0.5), ...putDown])).toBe(4);
  });

  test('a slow half row that is lowered to where it hung is one', () => {
    expect(counted('row', [...floor, ...reps, rise(0.25, 1.6), stop(0.3), rise(-0.25, 1.2), stop(3)])).toBe(
      4,
    );
  });
});

describe('after the last bench press', () => {
  const press = [rise(-0.27, 1.2), stop(0.2), rise(0.27, 1), stop(0.8)];
  const reps = [...press, ...press, ...press];

  test('a lift into the hooks is no press', () => {
    expect(counted('bench-press', [stop(3), ...reps, rise(-0.025, 0.4), rise(0.1, 1.2), stop(5)])).toBe(3);
  });

  test('a half press is one', () => {
    const half = [rise(-0.1, 0.8), rise(0.1, 0.8), stop(5)];
    expect(counted('bench-press', [stop(3), ...reps, ...half])).toBe(4);
  });
});
