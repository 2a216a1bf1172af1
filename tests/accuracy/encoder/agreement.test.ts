import { describe, expect, test } from 'vitest';
import { agreementOf } from './agreement.ts';
import { alignReps } from './align.ts';

// peak expiratory flow of 17 people by two meters: Bland and Altman, Lancet 1986, table 1, first readings
const LARGE = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
const MINI = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];

describe('agreement of two instruments', () => {
  test('gives the published bias and limits for two flow meters', () => {
    const found = agreementOf(LARGE, MINI);
    expect(found?.bias).toBeCloseTo(-2.1, 1);
    expect(found?.sd).toBeCloseTo(38.8, 1);
    // the paper takes two standard deviations, -79.7 and 75.5, where the limits here take 1.96
    expect(found?.lower).toBeCloseTo(-2.1 - 1.96 * 38.77, 0);
    expect(found?.upper).toBeCloseTo(-2.1 + 1.96 * 38.77, 0);
    // concordance of the same data
    expect(found?.ccc).toBeGreaterThan(0.93);
    expect(found?.ccc).toBeLessThan(0.95);
  });

  test('a constant offset is bias, not scatter, and costs concordance', () => {
    const found = agreementOf([1.1, 2.1, 3.1, 4.1], [1, 2, 3, 4]);
    expect(found?.bias).toBeCloseTo(0.1);
    expect(found?.sd).toBeCloseTo(0);
    expect(found?.see).toBeCloseTo(0);
    expect(found?.slope).toBeCloseTo(0);
    expect(found?.ccc).toBeLessThan(1);
  });

  test('a scale error is a proportional bias', () => {
    expect(agreementOf([1.1, 2.2, 3.3, 4.4], [1, 2, 3, 4])?.slope).toBeCloseTo(0.1 / 1.05);
  });

  test('two pairs say nothing', () => {
    expect(agreementOf([1, 2], [1, 2])).toBeNull();
  });
});

describe('which rep of ours is which of theirs', () => {
  const reps = (...values: readonly number[]) => values.map((mcv_mps) => ({ mcv_mps, rom_m: 0.5 }));

  test('pairs equal lists one by one', () => {
    expect(alignReps(reps(0.5, 0.4), reps(0.52, 0.41)).pairs).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test('a movement before the set is a ghost, not a badly measured rep', () => {
    const found = alignReps([{ mcv_mps: 0.2, rom_m: 0.2 }, ...reps(0.5, 0.4)], reps(0.52, 0.41));
    expect(found).toEqual({
      pairs: [
        [1, 0],
        [2, 1],
      ],
      ghosts: 1,
      missed: 0,
    });
  });

  test('a rep we lack is missed', () => {
    expect(alignReps(reps(0.5, 0.3), reps(0.5, 0.4, 0.3)).missed).toBe(1);
  });
});
