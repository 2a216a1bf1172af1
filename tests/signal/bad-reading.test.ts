import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/recording/samples.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { conditionRecording } from '../../src/signal/condition-recording.ts';
import { FrameFlag } from '../../src/signal/frame.ts';
import { contextFor } from '../accuracy/context.ts';
import { recordingOf } from './batches.ts';

type Three = readonly [number, number, number];

const { recording, truth } = simulatedSet({ seed: 5011, lift: 'hip-thrust', reps: 3, hold_s: [1.2] });
const context = contextFor('hip-thrust', truth);
const inHold = Math.round(((truth.reps[1]?.lockout.start_s ?? Number.NaN) + 0.5) * 100);

function spoilt(readings: Readonly<Record<number, Three>>, column: 'accel_g' | 'gyro_dps'): Recording {
  const values = (recording[column] as Float64Array).slice();
  for (const [i, value] of Object.entries(readings)) values.set(value, 3 * Number(i));
  return { ...recording, [column]: values };
}

const BAD: readonly (readonly [string, Recording])[] = [
  ['of -5 g', spoilt({ [inHold]: [-5, -5, -5] }, 'accel_g')],
  ['of 8 g along one axis', spoilt({ [inHold]: [8, 0, 0] }, 'accel_g')],
  ['of 900 deg/s', spoilt({ [inHold]: [900, 0, 0] }, 'gyro_dps')],
];

describe.each(BAD)('one bad reading %s in a hold', (_, wrong) => {
  test.each([
    ['at the end of the set', analyzeSet],
    ['live', (of: Recording, by: typeof context) => replayLive(of, by).analysis],
  ] as const)('changes no rep %s', (_when, analysed) => {
    const right = analysed(recording, context).reps;
    const reps = analysed(wrong, context).reps;
    expect(reps).toHaveLength(right.length);
    reps.forEach((rep, k) => {
      expect(Math.abs((rep.mcv_mps ?? 0) - (right[k]?.mcv_mps ?? 9))).toBeLessThan(0.01);
      expect(Math.abs((rep.lockout.hold_s ?? 0) - (right[k]?.lockout.hold_s ?? 9))).toBeLessThan(0.05);
    });
  });
});

/** A bar at rest, with the readings from the hundredth on as given, g. */
const atRest = (readings: readonly Three[], rate_hz = 100) =>
  conditionRecording(
    recordingOf({
      seconds: 4,
      rate_hz,
      accel: (_t, i) => readings[i - 100] ?? [0, 0.01 * (i % 2), 1],
    }),
    null,
  );

test('two in a row are taken out together', () => {
  const { facts, accel_mps2 } = atRest([
    [5, 0, 1],
    [0, 0, -7],
  ]);
  expect(facts.despiked).toBe(2);
  expect(Math.max(...accel_mps2.map(Math.abs))).toBeLessThan(10);
});

test('where plates may land within one reading it is kept, and in doubt', () => {
  const { facts, accel_mps2, flags } = atRest([[0, 0, 6]], 50);
  expect(facts.despiked).toBe(0);
  expect(Math.max(...accel_mps2)).toBeGreaterThan(58);
  expect((flags[100] as number) & FrameFlag.doubtful).not.toBe(0);
});

test('a push from above or from the side is no landing, at 50 readings a second either', () => {
  expect(atRest([[0, 0, -5]], 50).facts.despiked).toBe(1);
  expect(atRest([[0, 6, 1]], 50).facts.despiked).toBe(1);
});
