import { expect, test } from 'vitest';
import { createRandom } from '../../../src/recording/synthetic/random.ts';
import { createMiddleOfNewest } from '../../../src/signal/plausibility/middle-of-newest.ts';

test('the middle of the newest seven is that of the same numbers sorted, equal ones and infinities among them', () => {
  const random = createRandom(5001);
  const middle = createMiddleOfNewest(7);
  const kept: number[] = [];
  for (let at = 0; at < 200; at++) {
    const value = at % 31 === 30 ? Number.POSITIVE_INFINITY : random.integer(0, 9) / 4;
    middle.keep(value, at);
    kept[at % 7] = value;
    const sorted = kept.toSorted((a, b) => a - b);
    expect(middle.count).toBe(sorted.length);
    expect(middle.middle).toBe(sorted[sorted.length >> 1]);
  }
});

test('what is no number takes a place above all others and goes again', () => {
  const middle = createMiddleOfNewest(3);
  for (const [at, value] of [Number.NaN, 1, Number.NaN, 2, 3].entries()) middle.keep(value, at);
  expect(middle.middle).toBe(3);
  middle.keep(1, 2);
  expect(middle.middle).toBe(2);
});
