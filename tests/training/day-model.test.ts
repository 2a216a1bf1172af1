import { expect, test } from 'vitest';
import type { DayPoint } from '../../src/training/line/day-model.ts';
import { robustFit } from '../../src/training/line/robust-fit.ts';
import { tQuantile } from '../../src/training/line/student-t.ts';

/** No expectation, no re-weighting: restricted maximum likelihood as R's nlme does it. */
const PLAIN = { day: { sd: 5, worth: 0 }, scatter: { sd: 5, worth: 0 }, limit: Number.POSITIVE_INFINITY };

/** Travel times of ultrasonic waves in six rails (Devore 2000), `Rail` of the R package nlme. */
const RAIL = [
  [55, 53, 54],
  [26, 37, 32],
  [78, 91, 85],
  [92, 100, 96],
  [49, 51, 50],
  [80, 85, 83],
];

/** Distances in the heads of 27 children at 8, 10, 12 and 14 years (Potthoff and Roy 1964), `Orthodont` of nlme. */
const ORTHODONT = `
26 25 29 31|21.5 22.5 23 26.5|23 22.5 24 27.5|25.5 27.5 26.5 27|20 23.5 22.5 26|24.5 25.5 27 28.5
22 22 24.5 26.5|24 21.5 24.5 25.5|23 20.5 31 26|27.5 28 31 31.5|23 23 23.5 25|21.5 23.5 24 28
17 24.5 26 29.5|22.5 25.5 25.5 26|23 24.5 26 30|22 21.5 23.5 25|21 20 21.5 23|21 21.5 24 25.5
20.5 24 24.5 26|23.5 24.5 25 26.5|21.5 23 22.5 23.5|20 21 21 22.5|21.5 22.5 23 25|23 23 23.5 24
20 21 22 21.5|16.5 19 19 19.5|24.5 25 28 28`
  .trim()
  .split(/[|\n]/)
  .map((child) => child.split(' ').map(Number));

const rows = (of: readonly (readonly number[])[], x: (place: number) => readonly number[]): DayPoint[] =>
  of.flatMap((values, day) => values.map((y, place) => ({ x: x(place), y, sigma: 0, day })));

// Pinheiro and Bates, Mixed-Effects Models in S and S-PLUS (2000), section 1.1: lme(travel ~ 1, random = ~ 1 | Rail)
test('gives what lme of R gives for the six rails', () => {
  const { beta, covariance, spread } = robustFit(
    rows(RAIL, () => [1]),
    { ...PLAIN, precision: [0] },
  );
  expect(beta[0]).toBeCloseTo(66.5, 6);
  expect(Math.sqrt(covariance[0]?.[0] ?? 0)).toBeCloseTo(10.171, 2);
  expect(spread.day / 24.80547).toBeCloseTo(1, 2);
  expect(spread.scatter / 4.020779).toBeCloseTo(1, 2);
});

// The same, section 1.4: lme(distance ~ age, data = Orthodont, random = ~ 1 | Subject)
test('gives what lme of R gives for a line through repeated measures', () => {
  const { beta, covariance, spread } = robustFit(
    rows(ORTHODONT, (place) => [1, 8 + 2 * place]),
    { ...PLAIN, precision: [0, 0] },
  );
  expect(beta[0]).toBeCloseTo(16.761111, 5);
  expect(beta[1]).toBeCloseTo(0.660185, 5);
  expect(Math.sqrt(covariance[0]?.[0] ?? 0) / 0.8023952).toBeCloseTo(1, 2);
  expect(Math.sqrt(covariance[1]?.[1] ?? 0) / 0.0616059).toBeCloseTo(1, 2);
  expect(spread.day / 2.114724).toBeCloseTo(1, 2);
  expect(spread.scatter / 1.431592).toBeCloseTo(1, 2);
});

test('a wild point moves the line less than it moves least squares', () => {
  const points = Array.from(
    { length: 24 },
    (_, i): DayPoint => ({
      x: [1, i % 8],
      y: 1 - 0.1 * (i % 8) + 0.01 * Math.sin(7 * i) - (i === 23 ? 0.3 : 0),
      sigma: 0.01,
      day: Math.floor(i / 8),
    }),
  );
  const options = { day: { sd: 0.03, worth: 4 }, scatter: { sd: 0.02, worth: 4 }, precision: [0, 0] };
  const slope = (limit: number): number => robustFit(points, { ...options, limit }).beta[1] ?? 0;
  const [least, robust] = [slope(Number.POSITIVE_INFINITY), slope(1.345)].map((b) => Math.abs(b + 0.1));
  expect(robust).toBeLessThan(0.5 * (least ?? 0));
});

// Upper points of Student's t as in NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, and as R's qt() gives them.
test.each([
  [0.975, 1, 12.7062],
  [0.975, 4, 2.7764],
  [0.95, 6, 1.9432],
  [0.975, 30, 2.0423],
  [0.9, 2, 1.8856],
  [0.995, 10, 3.1693],
  [0.05, 100, -1.6602],
])('t of %d with %d degrees of freedom is %d', (probability, degrees, t) => {
  expect(tQuantile(probability, degrees)).toBeCloseTo(t, 4);
});
