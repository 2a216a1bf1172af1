import { describe, expect, test } from 'vitest';
import type { Recording } from '../../../src/recording/samples.ts';
import { simulatedSet } from '../../../src/recording/synthetic/simulate.ts';
import { DEG_PER_RAD, RAD_PER_DEG } from '../../../src/recording/units.ts';
import { replayLive } from '../../../src/reps/live/replay.ts';
import { createLiveTracker } from '../../../src/reps/live/tracker.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { plausibilityOf } from '../../../src/signal/plausibility-of.ts';
import { contextFor } from '../../accuracy/context.ts';
import { cut } from '../batches.ts';

type Three = [number, number, number];

const { recording, truth } = simulatedSet({ seed: 5011, lift: 'hip-thrust', reps: 5 });
const context = contextFor('hip-thrust', truth);

function changed(of: Float64Array, change: (v: Three) => Three): Float64Array {
  const out = of.slice();
  for (let j = 0; j < out.length; j += 3)
    out.set(change([out[j] as number, out[j + 1] as number, out[j + 2] as number]), j);
  return out;
}
const gyro = (change: (v: Three) => Three): Recording => ({
  ...recording,
  gyro_dps: changed(recording.gyro_dps as Float64Array, change),
});
const swapped = ([x, y, z]: Three): Three => [y, x, z];

const PUT_RIGHT: readonly (readonly [string, Recording, RegExp])[] = [
  ['all of it the wrong way round', gyro(([x, y, z]) => [-x, -y, -z]), /wrong way round: turned round/],
  [
    'two axes of both sensors swapped, which is a mirror',
    { ...gyro(swapped), accel_g: changed(recording.accel_g, swapped) },
    /wrong way round: turned round/,
  ],
  [
    'degrees called radians',
    gyro(([x, y, z]) => [x * DEG_PER_RAD, y * DEG_PER_RAD, z * DEG_PER_RAD]),
    /degrees per second where radians/,
  ],
  [
    'radians called degrees',
    gyro(([x, y, z]) => [x * RAD_PER_DEG, y * RAD_PER_DEG, z * RAD_PER_DEG]),
    /radians per second where degrees/,
  ],
];

describe.each(PUT_RIGHT)('a gyroscope with %s', (_, wrong, said) => {
  test('is put right and said: the set is as without the fault', () => {
    const right = analyzeSet(recording, context);
    const analysis = analyzeSet(wrong, context);
    expect(analysis.recording.quality).toBe('fair');
    expect(analysis.recording.reasons.join(' ')).toMatch(said);
    expect(analysis.reps).toHaveLength(right.reps.length);
    analysis.reps.forEach((rep, k) => {
      expect(rep.mcv_mps ?? 0).toBeCloseTo(right.reps[k]?.mcv_mps ?? 1, 2);
      expect(rep.rom_m ?? 0).toBeCloseTo(right.reps[k]?.rom_m ?? 1, 2);
    });
  });

  test('is put right while the set runs, before it has gone far', () => {
    const right = replayLive(recording, context).analysis;
    const { analysis } = replayLive(wrong, context);
    expect(analysis.recording.reasons.join(' ')).toMatch(said);
    expect(analysis.reps).toHaveLength(right.reps.length);
    analysis.reps.forEach((rep, k) => {
      expect(Math.abs((rep.mcv_mps ?? 0) - (right.reps[k]?.mcv_mps ?? 1))).toBeLessThan(0.02);
    });
  });

  test('gives the same live set in any batches', () => {
    const events = (sizes: readonly number[]): unknown[] => {
      const tracker = createLiveTracker(wrong.sensor, context);
      return [...cut(wrong, sizes)].flatMap((batch) => tracker.push(batch));
    };
    expect(events([1])).toEqual(events([7, 64, 3]));
  });
});

const USELESS: readonly (readonly [string, Recording, RegExp])[] = [
  ['that gives zeros', gyro(() => [0, 0, 0]), /same number whatever the bar does/],
  ['that stands at one number', gyro(() => [1.5, -0.5, 3]), /same number whatever the bar does/],
];

test.each(USELESS)('a gyroscope %s is left out with a warning: three axes', (_, wrong, said) => {
  const analysis = analyzeSet(wrong, context);
  expect(analysis.recording.quality).toBe('fair');
  expect(analysis.recording.reasons.join(' ')).toMatch(said);
  const three = analyzeSet({ ...recording, gyro_dps: null }, context);
  expect(analysis.reps.map((rep) => rep.mcv_mps)).toEqual(three.reps.map((rep) => rep.mcv_mps));
  for (const rep of analysis.reps) expect(rep.reasons).toContain('3-axis only');
  expect(replayLive(wrong, context).analysis.recording.reasons.join(' ')).toMatch(said);
});

test.each([
  ['reads five times too much', (rate_dps: number) => 5 * rate_dps],
  ['is mirrored', (rate_dps: number) => -rate_dps],
])('on a bar that hardly turns a gyroscope that %s is not relied on', (_, read) => {
  const set = simulatedSet({ seed: 5012, reps: 5, roll_deg: 2 });
  const wrong = { ...set.recording, gyro_dps: set.recording.gyro_dps?.map(read) ?? null };
  const known = contextFor('hip-thrust', set.truth);
  const analysis = analyzeSet(wrong, known);
  expect(analysis.reps).toHaveLength(5);
  expect(replayLive(wrong, known).analysis.reps).toHaveLength(5);
  analysis.reps.forEach((rep, k) => {
    expect(rep.reasons).toContain('gyroscope unsure');
    expect(Math.abs((rep.mcv_mps ?? 0) - (set.truth.reps[k]?.mcv_mps ?? 1))).toBeLessThan(0.03);
  });
});

test('a gyroscope that is right is let be, whatever the lift', () => {
  for (const lift of ['hip-thrust', 'deadlift', 'bench-press', 'row'] as const) {
    for (const seed of [5021, 5022, 5023]) {
      const set = simulatedSet({ seed, lift, reps: 3 });
      const odd = plausibilityOf(set.recording).oddities.filter(({ kind }) => kind.startsWith('gyro'));
      expect(odd, `${lift} ${seed}`).toEqual([]);
    }
  }
});
