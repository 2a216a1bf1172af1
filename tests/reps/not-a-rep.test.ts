import { describe, expect, test } from 'vitest';
import type { LiftId } from '../../src/lifts/lift.ts';
import type { Scene } from '../../src/recording/synthetic/scenes.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';

const still = (duration_s: number): Scene => ({ kind: 'still', duration_s });
const SEEDS = [1, 2, 3, 4, 5];

function counted(spec: SetSpec, lift: LiftId = 'hip-thrust'): { reps: number; failed: number } {
  const { recording, truth } = simulatedSet({ sensor: UNCALIBRATED_SENSOR, ...spec, lift });
  const { reps, failed } = analyzeSet(recording, contextFor(lift, truth));
  return { reps: reps.length, failed: failed.length };
}

describe('what is no rep', () => {
  test.each([
    [3, 0.65],
    [6, 0.7],
    [9, 0.8],
  ])('a bar picked up, carried %d m and put down', (distance_m, height_m) => {
    for (const seed of SEEDS) {
      const before: Scene[] = [still(3), { kind: 'pick-up', height_m }, { kind: 'walk', distance_m }];
      const carried = counted({
        seed,
        reps: 0,
        before: [...before, { kind: 'put-down' }],
        after: [still(3)],
      });
      expect(carried.reps, `seed ${seed}`).toBe(0);
    }
  });

  test('a bar lifted in two goes and set down again', () => {
    for (const seed of SEEDS) {
      const before: Scene[] = [
        still(3),
        { kind: 'pick-up', height_m: 0.35 },
        { kind: 'pick-up', height_m: 0.2 },
      ];
      const lifted = counted({ seed, reps: 0, before: [...before, { kind: 'put-down' }], after: [still(3)] });
      expect(lifted.reps, `seed ${seed}`).toBe(0);
    }
  });

  test('carrying the bar to its place costs the set that follows nothing', () => {
    for (const seed of SEEDS) {
      const before: Scene[] = [
        still(3),
        { kind: 'pick-up', height_m: 0.7 },
        { kind: 'walk', distance_m: 5 },
        { kind: 'put-down' },
        still(3),
      ];
      expect(counted({ seed, reps: 6, hold_s: [1], before }).reps, `seed ${seed}`).toBe(6);
    }
  });
});

describe('what is one', () => {
  test.each([0.4, 0.5, 0.6])(
    'the first row after a pick-up of %d m, as high as the row itself',
    (height_m) => {
      for (const seed of SEEDS) {
        const before: Scene[] = [still(3), { kind: 'pick-up', height_m }, still(2)];
        expect(counted({ seed, reps: 6, before }, 'row').reps, `seed ${seed}`).toBe(6);
      }
    },
  );

  test.each([
    ['a lone hip thrust', 'hip-thrust', {}],
    ['a lone slow one', 'hip-thrust', { mcv_mps: 0.12 }],
    ['a lone half one', 'hip-thrust', { half_reps: [1] }],
    ['a lone row after the pick-up', 'row', {}],
    ['a lone half Romanian deadlift after the pick-up', 'romanian-deadlift', { half_reps: [1] }],
  ] as const)('%s', (_name, lift, spec) => {
    for (const seed of SEEDS)
      expect(counted({ seed, reps: 1, hold_s: [1], ...spec }, lift).reps, `seed ${seed}`).toBe(1);
  });

  test('half reps held below lockout are no failed attempts, the attempt that grinds to a stop is one', () => {
    for (const seed of SEEDS) {
      const spec: SetSpec = {
        seed,
        reps: 6,
        hold_s: [1],
        mcv_mps: 0.3,
        half_reps: [2, 5],
        failed_attempts: 1,
      };
      expect(counted(spec), `seed ${seed}`).toEqual({ reps: 6, failed: 1 });
    }
  });
});
