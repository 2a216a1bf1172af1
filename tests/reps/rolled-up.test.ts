import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import type { Turn } from '../../src/reps/measure/turning.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { rolledUp } from '../../src/reps/whole-set/rolled-up.ts';
import { contextFor } from '../accuracy/context.ts';
import { rolledUp as rolledOverThighs } from '../accuracy/scenes.ts';

/** A rise of a bar that rolls about its own axis by so much. */
function rise(rise_m: number, rolls_rad: number, from_rad = 0.3): Turn {
  const up = (angle: number): Turn['start'] => [0, Math.sin(angle), Math.cos(angle)];
  return { rise_m, start: up(from_rad), top: up(from_rad + rolls_rad) };
}
const reps = [rise(0.31, 0.4), rise(0.3, 0.42), rise(0.3, 0.38)];

describe('a bar that is rolled over the thighs before the first rep', () => {
  test('is told by how it turned, as often as it rose', () => {
    expect(rolledUp([rise(0.08, 1.4), ...reps])).toBe(1);
    expect(rolledUp([rise(0.06, -1), rise(0.08, 1.4), ...reps])).toBe(2);
  });

  test('is no half rep, which turns half as far', () => {
    expect(rolledUp([rise(0.14, 0.2), ...reps])).toBe(0);
  });

  test('rises less than a rep: one that turned otherwise is still one', () => {
    expect(rolledUp([rise(0.3, 1.4), ...reps])).toBe(0);
  });

  test('is not told where every rep turns otherwise, nor by a single rep', () => {
    expect(rolledUp([rise(0.08, 1.4), rise(0.3, 0.9), rise(0.3, -0.8), rise(0.3, 0.1)])).toBe(0);
    expect(rolledUp([rise(0.08, 1.4), rise(0.3, 0.4)])).toBe(0);
  });

  test('is no rep, live too, and the review says why', () => {
    const seed = 5012;
    const spec = { seed, ...rolledOverThighs(createRandom(seed).fork('rung')) };
    const { recording, truth } = simulatedSet(spec);
    const context = contextFor('hip-thrust', truth);
    const { reps: found, movements } = analyzeSet(recording, context);
    expect(found).toHaveLength(truth.reps.length);
    expect(movements.map(({ why_not }) => why_not)).toContain('rolled-up');
    expect(replayLive(recording, context).analysis.reps).toHaveLength(truth.reps.length);
  });
});
