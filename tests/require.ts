import { describe, expect, test } from 'vitest';

/**
 * `describe` when what a suite needs is there. When it is not, the suite is skipped with the words
 * that say how to get it, and counted; in CI a skip is a failure.
 */
export function requirement(
  name: string,
  present: boolean,
  how: string,
): typeof describe | typeof describe.skip {
  if (present) return describe;
  if (process.env.CI) {
    test(`${name} is there`, () => {
      expect.fail(`${name} is missing: ${how}`);
    });
  } else console.warn(`Skipped without ${name}: ${how}`);
  return describe.skip;
}
