import { expect, test } from 'vitest';
import { loadingInWords } from '../../renderer/format/loading-words.ts';
import { loadingOf, smallestStep } from '../../renderer/format/plates.ts';
import { KG_PER_LB, rackAfter, USUAL_RACK } from '../../src/lifts/rack.ts';

const { kg, lb } = USUAL_RACK;

test('a gym that counts in pounds has a 45 lb bar and plates in pounds', () => {
  expect(rackAfter(kg, 'lb')).toEqual(lb);
  expect(rackAfter(lb, 'kg')).toEqual(kg);
  expect(loadingInWords('lb', lb, 225 * KG_PER_LB)).toBe('2 × 45 each side, bar 45 lb');
  expect(loadingInWords('lb', lb, 185 * KG_PER_LB)).toBe('45 + 25 each side, bar 45 lb');
  expect(loadingOf(187 * KG_PER_LB, lb).rest_kg).toBeCloseTo(2 * KG_PER_LB, 9);
  expect(smallestStep(lb)).toBeCloseTo(5 * KG_PER_LB, 9);
});

test('bars and plates a gym typed itself stay when the unit on show changes', () => {
  const own = { bar_kg: 15, plates_kg: [20, 10] };
  expect(rackAfter(own, 'lb')).toEqual(own);
  expect(rackAfter({ ...kg, bar_kg: 15 }, 'lb')).toEqual({ ...kg, bar_kg: 15 });
});
