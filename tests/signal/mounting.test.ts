import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/recording/samples.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { createMounting } from '../../src/signal/mounting.ts';
import { cut, recordingOf } from './batches.ts';

function watch(recording: Recording) {
  const mounting = createMounting(recording.sensor);
  for (const batch of cut(recording, [8])) mounting.push(batch);
  return mounting;
}

const G = 9.80665;

describe('mounting advice', () => {
  test.each([1, 2, 3, 4])('a well-clipped sensor gets none through a set of hip thrusts (%i)', (seed) => {
    const { recording } = simulatedSet({
      seed,
      reps: 8,
      hold_s: 0.5,
      roll_deg: 30,
      sensor: UNCALIBRATED_SENSOR,
    });
    expect(watch(recording).advice).toEqual([]);
  });

  test('a rattling clip shows in accelerometer and gyro together', () => {
    const rattle = (i: number) => (i % 23 === 0 ? 1 : 0);
    const recording = recordingOf({
      seconds: 20,
      accel: (t, i) => [0.8 * rattle(i), 0.1, 1 + 0.3 * Math.sin(3 * t)],
      gyro: (t, i) => [90 * rattle(i), 20 * Math.sin(t), 0],
    });
    expect(watch(recording).advice).toContain('loose-clip');
  });

  test('a sleeve that spins is told', () => {
    const turning = recordingOf({
      seconds: 5,
      accel: (t) => [0, Math.sin(4 * t), Math.cos(4 * t)],
      gyro: () => [(4 * 180) / Math.PI, 0, 0],
    });
    expect(watch(turning).advice).toContain('spinning-part');
  });

  test('a quick twist of the bar tells how far off its axis the sensor sits', () => {
    // the bar lies for a second, is twisted by 0.35 rad at 3 Hz for two, and lies again; the sensor 6 cm from the axis
    const lever = 0.06;
    const w = 2 * Math.PI * 3;
    const twisted = (r: number) =>
      recordingOf({
        seconds: 4,
        accel: (t) => {
          const turning = t > 1 && t < 3 ? 0.35 : 0;
          const angle = turning * Math.sin(w * t);
          const rate = turning * w * Math.cos(w * t);
          const twist = -turning * w * w * Math.sin(w * t);
          // axis x, lever along y: tangential along z, centripetal along -y
          return [0, Math.sin(angle) - (rate * rate * r) / G, Math.cos(angle) + (twist * r) / G];
        },
        gyro: (t) => [((t > 1 && t < 3 ? 0.35 : 0) * w * Math.cos(w * t) * 180) / Math.PI, 0, 0],
      });
    const far = watch(twisted(lever));
    expect(far.lever_m).not.toBeNull();
    expect(Math.abs((far.lever_m ?? 0) - lever)).toBeLessThan(0.005);
    expect(far.advice).toContain('off-axis');
    expect(watch(twisted(0)).advice).not.toContain('off-axis');
  });
});
