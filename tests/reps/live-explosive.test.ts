import { expect, test } from 'vitest';
import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { contextFor } from '../accuracy/context.ts';
import { matchReps } from '../accuracy/match.ts';

const SENSORS = [
  { says: '100 Hz', least: 15, most_mps: 0.06, sensor: UNCALIBRATED_SENSOR },
  {
    says: '200 Hz',
    least: 15,
    most_mps: 0.06,
    sensor: { ...UNCALIBRATED_SENSOR, rate_hz: 200, bandwidth_hz: 80 },
  },
  {
    says: '100 Hz, three axes',
    least: 14,
    most_mps: 0.25,
    sensor: { ...UNCALIBRATED_SENSOR, axes: 3 as const },
  },
];

test.each(SENSORS)(
  'explosive reps, a quarter of a second up and never a pause, are counted as they come: $says',
  ({ sensor, least, most_mps }) => {
    for (const seed of [5101, 5102]) {
      const { recording, truth } = simulatedSet({
        seed,
        reps: 15,
        hold_s: [0],
        bottom: 'rebound',
        bottom_s: 0,
        mcv_mps: 1.2,
        lowering_s: 0.35,
        roll_deg: 15,
        fatigue: 0.1,
        sensor,
        delivery: DEVICE_CLOCK,
      });
      const { reps } = replayLive(recording, contextFor('hip-thrust', truth)).analysis;
      const { pairs, phantom } = matchReps(truth.reps, reps);
      expect(pairs.length, `seed ${seed}`).toBeGreaterThanOrEqual(least);
      expect(phantom, `seed ${seed}`).toHaveLength(0);
      const off_mps = pairs.map(({ truth: t, found }) => Math.abs((found.mcv_mps ?? 0) - t.mcv_mps));
      expect(off_mps.sort((a, b) => a - b)[7], `seed ${seed}, median error`).toBeLessThan(most_mps);
    }
  },
);
