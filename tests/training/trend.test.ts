import { expect, test } from 'vitest';
import { differenceOf, directionOf, trendAt, trendBand, trendOf } from '../../src/training/trend.ts';

/** R's data set `cars` (Ezekiel 1930): speed, mph, and stopping distance, ft. */
const SPEED = [
  4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16,
  17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
];
const DISTANCE = [
  2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32,
  40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
];

/** R's data set `sleep` (Cushny 1905, Student 1908): hours of extra sleep under two drugs. */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

test('a trend and its interval are those of lm and confint of R', () => {
  const trend = trendOf(SPEED.map((speed, i) => ({ at_epoch_ms: speed, value: DISTANCE[i] as number })));
  // coef(lm(dist ~ speed, cars)): 3.932409; confint: 3.096964, 4.767853
  expect(trend?.per_ms).toBeCloseTo(3.932409, 6);
  expect((trend?.low ?? 0) / 21).toBeCloseTo(3.096964, 6);
  expect((trend?.high ?? 0) / 21).toBeCloseTo(4.767853, 6);
});

test('a band is that of predict of R', () => {
  const trend = trendOf(SPEED.map((speed, i) => ({ at_epoch_ms: speed, value: DISTANCE[i] as number })));
  if (!trend) throw new Error('there is a trend');
  // predict(lm(dist ~ speed, cars), data.frame(speed = 10), interval = "confidence"): 21.74499, 15.46192, 28.02807
  expect(trendAt(trend, 10)).toBeCloseTo(21.74499, 4);
  expect(trendBand(trend, 10)).toBeCloseTo(28.02807 - 21.74499, 4);
});

test('a difference is that of t.test of R', () => {
  // t.test(extra ~ group, data = sleep): 95 percent confidence interval -3.3654832 0.2054832
  const found = differenceOf(FIRST, SECOND);
  expect(found?.low).toBeCloseTo(-3.3654832, 6);
  expect(found?.high).toBeCloseTo(0.2054832, 6);
  expect(found && directionOf(found)).toBe('none');
});

test('three sessions, or four of one moment, have no trend; one session beside another no difference', () => {
  const at = (at_epoch_ms: number) => ({ at_epoch_ms, value: 0.5 });
  expect(trendOf([at(1), at(2), at(3)])).toBeNull();
  expect(trendOf([at(1), at(1), at(1), at(1)])).toBeNull();
  expect(differenceOf([0.5], [0.6, 0.7])).toBeNull();
});
