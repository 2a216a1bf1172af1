import { describe, expect, test } from 'vitest';
import { findRests, type Rest } from '../../../src/signal/set/rests.ts';

const RATE_HZ = 100;
const LIES_S = 3;

/** Lies for three seconds, goes up by 0.27 m in `rise_s` without any tremor, lies again. */
function smoothLift(rise_s: number): { rests: readonly Rest[]; t_s: Float64Array } {
  const count = Math.round((2 * LIES_S + rise_s) * RATE_HZ);
  const t_s = Float64Array.from({ length: count }, (_, i) => i / RATE_HZ);
  const accel_mps2 = new Float64Array(3 * count);
  t_s.forEach((t, i) => {
    const u = (t - LIES_S) / rise_s;
    const push = u > 0 && u < 1 ? (0.27 / rise_s ** 2) * 60 * u * (1 - u) * (1 - 2 * u) : 0;
    // the noise of a good sensor, 0.01 m/s2, alike in every run
    accel_mps2[3 * i + 2] = 9.81 + push + 0.014 * Math.sin(12.9898 * i * i);
  });
  const samples = {
    t_s,
    accel_mps2,
    rate_rads: new Float64Array(3 * count),
    flags: new Uint8Array(count),
    count,
  };
  return { rests: findRests(samples), t_s };
}

describe('a lift without any tremor', () => {
  test.each([1.6, 2.2, 2.6, 3.5])('of %d s is no rest', (rise_s) => {
    const { rests, t_s } = smoothLift(rise_s);
    const end_s = LIES_S + rise_s;
    expect(rests.length).toBeGreaterThanOrEqual(2);
    for (const rest of rests) {
      const from_s = t_s[rest.from] as number;
      const to_s = t_s[rest.to] as number;
      // where it has moved by less than a centimetre nobody can tell
      expect(to_s < LIES_S + 0.22 * rise_s || from_s > end_s - 0.22 * rise_s, `${from_s} to ${to_s}`).toBe(
        true,
      );
    }
  });
});
