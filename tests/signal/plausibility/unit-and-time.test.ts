import { expect, test } from 'vitest';
import type { Recording } from '../../../src/recording/samples.ts';
import { CALIBRATED_SENSOR } from '../../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../../src/recording/synthetic/simulate.ts';
import { G_MPS2 } from '../../../src/recording/units.ts';
import { replayLive } from '../../../src/reps/live/replay.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { plausibilityOf } from '../../../src/signal/plausibility-of.ts';
import { contextFor } from '../../accuracy/context.ts';
import { recordingOf } from '../batches.ts';

const { recording } = simulatedSet({ seed: 5001, reps: 4, sensor: CALIBRATED_SENSOR });
const { recording: squats } = simulatedSet({ seed: 5002, reps: 3, lift: 'squat' });

const times = (factor: number, of: Recording = recording): Recording => ({
  ...of,
  accel_g: of.accel_g.map((a) => a * factor),
});
const clocked = (factor: number): Recording => ({
  ...recording,
  clock: 'device',
  t_s: recording.t_s.map((_, i) => (i / 100) * factor),
});
/** As a telephone exports it: the slow part of every axis taken off. */
function withoutGravity(of: Recording): Recording {
  const accel_g = of.accel_g.slice();
  const slow = [...accel_g.subarray(0, 3)];
  for (let j = 0; j < accel_g.length; j++) {
    slow[j % 3] = 0.98 * (slow[j % 3] as number) + 0.02 * (of.accel_g[j] as number);
    accel_g[j] = (of.accel_g[j] as number) - (slow[j % 3] as number);
  }
  return { ...of, accel_g };
}

const WRONG: readonly (readonly [string, Recording, RegExp])[] = [
  ['m/s2 called g', times(G_MPS2), /these numbers are m\/s2/],
  ['g called m/s2', times(1 / G_MPS2), /these numbers are g and not m\/s2/],
  ['mg called g', times(1000), /thousandths of a g/],
  ['mg called m/s2', times(1000 / G_MPS2), /thousandths of a g/],
  ['raw counts of a 16 g sensor', times(2048), /raw counts .* about 2,048 to 1 g/],
  ['twice the range', times(2), /range is wrong/],
  ['squats in m/s2 called g', times(G_MPS2, squats), /these numbers are m\/s2/],
  ['gravity removed', withoutGravity(recording), /gravity was removed/],
  ['gravity removed, three axes', { ...withoutGravity(squats), gyro_dps: null }, /gravity was removed/],
  ['milliseconds in a column of seconds', clocked(1000), /one reading every 10\.0 s.* 1,000 times too large/],
  ['seconds in a column of milliseconds', clocked(1e-3), /100,000 readings a second.* 1,000 times too small/],
  ['nanoseconds in a column of seconds', clocked(1e9), /1,000,000,000 times too large/],
];

test.each(WRONG)('%s: no number, and the reason in a sentence, final and live', (_, wrong, said) => {
  const context = contextFor('hip-thrust', null);
  for (const analysis of [analyzeSet(wrong, context), replayLive(wrong, context).analysis]) {
    expect(analysis.recording.quality).toBe('unusable');
    expect(analysis.recording.reasons.join(' ')).toMatch(said);
    expect(analysis.reps).toEqual([]);
  }
  expect(plausibilityOf(wrong).hopeless).toBe(true);
});

test('a scale 8 % off is said, and every number of it is in doubt by as much', () => {
  const analysis = analyzeSet(times(1.08), contextFor('hip-thrust', null));
  expect(analysis.recording.quality).toBe('fair');
  expect(analysis.recording.reasons.join(' ')).toMatch(/reads 1\.\d+ g instead of 1 g/);
  const right = analyzeSet(recording, contextFor('hip-thrust', null));
  expect(analysis.reps).toHaveLength(right.reps.length);
  analysis.reps.forEach((rep, k) => {
    expect(rep.quality).toBe('fair');
    const off = Math.abs((rep.mcv_mps ?? 0) - (right.reps[k]?.mcv_mps ?? 0));
    expect(off).toBeLessThan(2 * (rep.mcv_sigma_mps ?? 0));
  });
});

test('a sensor held upside down, or one that calls what it feels negative, is no fault', () => {
  expect(plausibilityOf(times(-1)).oddities).toEqual([]);
  expect(plausibilityOf(recording).oddities).toEqual([]);
});

test('a bar shaken up and down by 4 cm has no rep, and its recording is not called good', () => {
  const shaken = recordingOf({
    seconds: 12,
    gyro: (_, i) => [0.1 * (i % 3), 0.1 * (i % 5), 0.1 * (i % 7)],
    accel: (t) => [0, 0, 1 + (t > 3 && t < 9 ? (0.02 * 25 ** 2 * Math.sin(25 * (t - 3))) / G_MPS2 : 0)],
  });
  const analysis = analyzeSet(shaken, contextFor('hip-thrust', null));
  expect(analysis.reps).toEqual([]);
  expect(analysis.recording.quality).toBe('fair');
  expect(analysis.recording.reasons).toContain('The bar moved, but no rep was found.');
});
