import type { Random } from './random.ts';
import type { Readings } from './readings.ts';

/**
 * The power-of-two glitches of WitMotion sensors: the whole acceleration vector of one or two frames is
 * multiplied, direction unchanged. Weights are the counts found in 19 gym recordings (signal notes 0.1).
 */
const FORMS: readonly (readonly [weight: number, factors: readonly number[]])[] = [
  [110, [0.5]],
  [22, [2, 8]],
  [17, [0.5, 0.5]],
  [16, [4]],
  [7, [2, 2]],
  [4, [4, 16]],
  [2, [0.25, 0.25]],
];
const TOTAL = FORMS.reduce((sum, [weight]) => sum + weight, 0);

function drawForm(random: Random): readonly number[] {
  let at = random.unit() * TOTAL;
  for (const [weight, factors] of FORMS) {
    at -= weight;
    if (at < 0) return factors;
  }
  return [0.5];
}

/** Returns readings with glitches at `perSecond_hz` on average, limited to the range. */
export function addGlitches(
  readings: Readings,
  random: Random,
  perSecond_hz: number,
  range_g: number,
): Readings {
  const accel_g = readings.accel_g.slice();
  const duration_s = readings.t_s[readings.count - 1] ?? 0;
  const expected = perSecond_hz * duration_s;
  const events = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
  for (let event = 0; event < events; event++) {
    const at = random.integer(0, Math.max(0, readings.count - 3));
    drawForm(random).forEach((factor, offset) => {
      for (let axis = 0; axis < 3; axis++) {
        const i = 3 * (at + offset) + axis;
        accel_g[i] = Math.min(range_g, Math.max(-range_g, factor * (accel_g[i] ?? 0)));
      }
    });
  }
  return { ...readings, accel_g };
}
