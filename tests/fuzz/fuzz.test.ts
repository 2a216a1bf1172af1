import { expect, test } from 'vitest';
import { fuzz, TARGETS } from './run.ts';

// `npm run fuzz` in short: the same inputs every time.

/** Enough to find what is found at once; the whole is a million. */
const INPUTS = 6000;

test.each(TARGETS)('$name: no input upsets it', async (target) => {
  const { wrong } = await fuzz(target, Math.ceil(INPUTS * target.share), 1_130);
  expect(wrong).toEqual([]);
});
