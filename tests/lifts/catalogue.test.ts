import { expect, test } from 'vitest';
import { CATALOGUE, liftOf, variationOf } from '../../src/lifts/catalogue.ts';
import { GOALS } from '../../src/lifts/goals.ts';
import { HIP_THRUST_VARIATIONS, LIFT_IDS } from '../../src/lifts/lift.ts';

test('every lift is in the catalogue once, the hip thrust first', () => {
  expect(CATALOGUE.map((lift) => lift.id)).toEqual([...LIFT_IDS]);
});

test('every hip-thrust variation has its profile', () => {
  expect(liftOf('hip-thrust').variations.map((variation) => variation.id)).toEqual([
    ...HIP_THRUST_VARIATIONS,
  ]);
  expect(variationOf('hip-thrust', 'single-leg').unilateral).toBe(true);
  expect(variationOf('hip-thrust', 'banded').muscles).toContain('gluteus medius');
});

test('the defaults that docs/definitions.md names', () => {
  for (const lift of CATALOGUE) {
    for (const { targets } of lift.variations) {
      expect(targets).toMatchObject({
        full_ratio: 0.85,
        partial_ratio: 0.7,
        hover_m: 0.05,
        constant_tension: false,
      });
    }
  }
  const { targets } = variationOf('hip-thrust', 'barbell');
  expect(targets).toMatchObject({ hold_s: 1, eccentric_s: 1, dropped_mps: 1 });
  expect(variationOf('squat', 'barbell').targets.hold_s).toBeNull();
});

test('which phase opens a rep', () => {
  const opening = (id: (typeof LIFT_IDS)[number]) => liftOf(id).opening;
  for (const id of ['hip-thrust', 'deadlift', 'row', 'other'] as const)
    expect(opening(id)).toBe('concentric-first');
  for (const id of ['squat', 'bench-press', 'overhead-press', 'romanian-deadlift'] as const)
    expect(opening(id)).toBe('eccentric-first');
});

test('every number says where it is from', () => {
  for (const lift of CATALOGUE) {
    expect(lift.evidence).not.toBe('');
    expect(lift.max_rise_m.evidence).not.toBe('');
    expect(lift.velocity_at_1rm_mps?.evidence ?? 'unknown').not.toBe('');
  }
  for (const goal of GOALS) expect(goal.evidence).not.toBe('');
  expect(liftOf('hip-thrust').velocity_at_1rm_mps?.value).toBe(0.25);
});

test('a lift without the asked variation gives its own', () => {
  expect(variationOf('squat', 'kas-bridge').id).toBe('barbell');
});
