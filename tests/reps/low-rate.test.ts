import { expect, test } from 'vitest';
import { analyzeSet } from '../../src/reps/analyze.ts';
import type { Rep } from '../../src/reps/rep.ts';
import { contextFor } from '../accuracy/context.ts';
import { plainSet } from '../accuracy/plain-world.ts';

function reps(rate_hz: number): readonly Rep[] {
  const { recording, truth } = plainSet(3, {
    reps: 5,
    roll_deg: 0,
    offset_g: 0.004,
    scale: 0.002,
    rate_hz,
    hold_s: () => 1,
    bottom_s: () => 0.6,
    rise_s: () => 2.6,
    half: 0,
  });
  return analyzeSet(recording, contextFor('hip-thrust', truth)).reps;
}

test('ten readings a second say how far, not how fast: the velocity of even a slow rep is not given', () => {
  const found = reps(10);
  expect(found.length).toBeGreaterThanOrEqual(4);
  for (const rep of found) {
    expect(rep.mcv_mps).toBeNull();
    expect(rep.reasons).toContain('low rate');
  }
});

test('twenty do, with a word of warning', () => {
  for (const rep of reps(20)) {
    expect(rep.mcv_mps).not.toBeNull();
    expect(rep.reasons).toContain('low rate');
  }
});
