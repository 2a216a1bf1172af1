import { describe, expect, test } from 'vitest';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { Rep } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from './context.ts';
import { met } from './goals.ts';
import { matchReps } from './match.ts';
import { scoreReps } from './score.ts';
import { coverage, meanAbsolute, quantile, rms } from './statistics.ts';
import { yardstick } from './strapdown.ts';

const { recording, truth } = simulatedSet({ seed: 3, reps: 4, hold_s: [1.2] });
const analysis = analyzeSet(recording, contextFor('hip-thrust', truth));

const moved = (rep: Rep, by_s: number): Rep => ({
  ...rep,
  concentric: {
    ...rep.concentric,
    start_s: rep.concentric.start_s + by_s,
    end_s: rep.concentric.end_s + by_s,
  },
});

describe('what the ladder counts', () => {
  test('a rep that was found is a pair, one that was not is missed, one too many is a phantom', () => {
    const { pairs, missed, phantom } = matchReps(truth.reps, analysis.reps);
    expect([pairs.length, missed.length, phantom.length]).toStrictEqual([4, 0, 0]);
    expect(matchReps(truth.reps, analysis.reps.slice(1)).missed).toStrictEqual([truth.reps[0]]);
    const doubled = analysis.reps.flatMap((rep) => [rep, rep]);
    expect(matchReps(truth.reps, doubled).phantom).toHaveLength(4);
  });

  test('a rep found at the wrong time is both missed and a phantom', () => {
    const late = analysis.reps.map((rep, i) => (i === 2 ? moved(rep, 0.8 * rep.concentric.duration_s) : rep));
    const { missed, phantom } = matchReps(truth.reps, late);
    expect([missed.length, phantom.length]).toStrictEqual([1, 1]);
  });

  test('errors are found minus true, and nothing where either side has no number', () => {
    const wrong = analysis.reps.map((rep, i) => ({
      ...rep,
      mcv_mps: i === 0 ? null : (truth.reps[i]?.mcv_mps ?? 0) + 0.1,
    }));
    const { errors } = scoreReps(3, truth, wrong, []);
    expect(errors[0]?.mcv_mps).toBeNull();
    for (const error of errors.slice(1)) expect(error.mcv_mps).toBeCloseTo(0.1, 9);
  });

  test('the yardstick, told every phase, is near the truth on a good sensor', () => {
    const errors = yardstick(recording, truth) ?? [];
    expect(errors).toHaveLength(4);
    expect(rms(errors.map((e) => e.mcv_mps))).toBeLessThan(0.08);
    expect(meanAbsolute(errors.map((e) => e.rom_m))).toBeLessThan(0.06);
  });
});

describe('its statistics', () => {
  test('coverage is the share within two stated sigmas, of those that stated one', () => {
    expect(coverage([1, -2, 2.1, null, 5], [1, 1, 1, 1, null])).toBeCloseTo(2 / 3, 9);
    expect(coverage([1], [null])).toBeNull();
  });

  test('quantiles and means of nothing are nothing', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect([quantile([], 0.5), rms([]), meanAbsolute([])]).toStrictEqual([null, null, null]);
  });

  test('a goal has a lower end, an upper end, or both', () => {
    const check = { rung: 'any', what: 'any', value: 0.95 };
    expect(met({ ...check, least: 0.9, most: 0.99 })).toBe(true);
    expect(met({ ...check, least: 0.96, most: null })).toBe(false);
    expect(met({ ...check, least: null, most: 0.9 })).toBe(false);
  });
});
