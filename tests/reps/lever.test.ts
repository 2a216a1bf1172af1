import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/recording/samples.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { LiveEvent } from '../../src/reps/live/events.ts';
import { createLiveTracker } from '../../src/reps/live/tracker.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';
import { liveReps } from '../accuracy/live-score.ts';
import { cut } from '../signal/batches.ts';
import { anyMount } from '../signal/lever/bar.ts';

const twisted = (seed: number, lever_m: number) =>
  simulatedSet({
    seed,
    reps: 5,
    hold_s: [1],
    roll_deg: 30,
    lever_m,
    sensor: UNCALIBRATED_SENSOR,
    before: [
      { kind: 'still', duration_s: 2 },
      { kind: 'twist', swings: 4 },
      { kind: 'still', duration_s: 2 },
    ],
  });

function follow(recording: Recording, sizes: readonly number[]) {
  const tracker = createLiveTracker(recording.sensor, contextFor('hip-thrust', null));
  const events: LiveEvent[] = [];
  for (const batch of cut(recording, sizes)) events.push(...tracker.push(batch));
  return { tracker, events };
}

describe.each([1, 2, 3])('a sensor 5 cm off the axis, the bar twisted before the set (%i)', (seed) => {
  const { recording, truth } = twisted(seed, 0.05);
  const context = contextFor('hip-thrust', truth);
  const analysis = analyzeSet(recording, context);

  test('has its lever measured, and gives the range of the bar, not its own', () => {
    expect(analysis.recording.lever_m).toBeCloseTo(0.05, 2);
    expect(analysis.reps).toHaveLength(5);
    analysis.reps.forEach((rep, i) => {
      expect(Math.abs((rep.rom_m ?? 0) - (truth.reps[i]?.rom_m ?? 0))).toBeLessThan(0.015);
      expect(rep.reasons).toEqual([]);
    });
  });

  test('says how well the lever is known', () => {
    const onAxis = analyzeSet(twisted(seed, 0).recording, context);
    expect(onAxis.recording.lever_m).toBeNull();
    const sigma = (reps: typeof analysis.reps) => Math.max(...reps.map((rep) => rep.rom_repeat_sigma_m ?? 0));
    expect(sigma(analysis.reps)).toBeGreaterThan(sigma(onAxis.reps));
    expect(sigma(analysis.reps)).toBeLessThan(0.01);
  });

  test('gives the same however the sensor is turned in its clip', () => {
    const m = anyMount(seed);
    const turn = (values: Float64Array): Float64Array =>
      values.map((_, i) => {
        const k = i - (i % 3);
        return [0, 1, 2].reduce((sum, c) => sum + (m[3 * (i % 3) + c] ?? 0) * (values[k + c] ?? 0), 0);
      });
    const { accel_g, gyro_dps } = recording;
    const turned = analyzeSet(
      { ...recording, accel_g: turn(accel_g), gyro_dps: turn(gyro_dps ?? new Float64Array(0)) },
      context,
    );
    expect(turned.recording.lever_m).toBeCloseTo(analysis.recording.lever_m ?? 0, 5);
    analysis.reps.forEach((rep, i) => {
      expect(Math.abs((turned.reps[i]?.rom_m ?? 0) - (rep.rom_m ?? 0))).toBeLessThan(0.001);
    });
  });

  test('live it is the same, in any batches, and the twist leaves no rep behind', () => {
    const { tracker, events } = follow(recording, [8]);
    expect(tracker.summary.lever_m).toBeCloseTo(analysis.recording.lever_m ?? 0, 4);
    const reps = liveReps(events);
    expect(reps).toHaveLength(5);
    reps.forEach((rep, i) => {
      expect(Math.abs((rep.rom_m ?? 0) - (truth.reps[i]?.rom_m ?? 0))).toBeLessThan(0.03);
    });
    expect(follow(recording, [1]).events).toEqual(events);
    expect(follow(recording, [3, 41, 1, 7]).events).toEqual(events);
  });

  test('the next set has to be twisted for anew: what is stored of it must tell it', () => {
    const { tracker } = follow(recording, [8]);
    tracker.nextSet(context);
    expect(tracker.summary.lever_m).toBeNull();
  });
});
