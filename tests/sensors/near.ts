import { expect } from 'vitest';

/** Every number within `tolerance` of the expected one, and as many of them. */
export function expectNear(actual: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(
      Math.abs((actual[i] ?? Number.NaN) - value),
      `[${i}] ${actual[i]} against ${value}`,
    ).toBeLessThanOrEqual(tolerance);
  });
}
