import { describe, expect, test } from 'vitest';
import { scoreChimes } from './chimes.ts';

const SETS = 12;

describe.each([
  ['a sensor with its own clock', false],
  ['bursts of a radio', true],
])('the met chime with %s', (_delivery, bursts) => {
  test('sounds within 100 ms of the true moment and not for holds let go early', async () => {
    const score = await scoreChimes(SETS, bursts, 101);
    expect(score.held).toBeGreaterThan(30);
    expect(score.short).toBeGreaterThan(10);
    const within = score.late_ms.filter((ms) => Math.abs(ms) <= 100).length;
    expect(within / score.held).toBeGreaterThanOrEqual(0.93);
    // a hold that was a blink short may be heard as met, one that clearly was not must not
    const clearly = score.false_short_ms.filter((ms) => ms > 150).length;
    expect(clearly).toBe(0);
    expect(score.falseChimes / score.short).toBeLessThan(0.25);
  });
});
