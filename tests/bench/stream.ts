import type { SampleBatch, SensorInfo } from '../../src/recording/samples.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { createSimulatedMotion } from '../../src/recording/synthetic/stream.ts';
import type { SetContext } from '../../src/reps/rep.ts';

export const RATE_HZ = 200;

export interface Stretch {
  readonly sensor: SensorInfo;
  readonly batches: readonly SampleBatch[];
  readonly samples: number;
  readonly duration_s: number;
}

/** A stretch of training at 200 Hz as notifications: sets of eight hip thrusts with rests between. */
export function stretchOf(duration_s: number, rest_s: number, reps = 8): Stretch {
  const motion = createSimulatedMotion(1, {
    reps,
    rest_s,
    sensor: { ...UNCALIBRATED_SENSOR, rate_hz: RATE_HZ, bandwidth_hz: 80 },
  });
  const batches: SampleBatch[] = [];
  let samples = 0;
  for (;;) {
    const { batch } = motion.next();
    if ((batch.t_s[0] ?? 0) > duration_s) break;
    batches.push(batch);
    samples += batch.count;
  }
  return { sensor: motion.sensor, batches, samples, duration_s };
}

export const BENCH_CONTEXT: SetContext = {
  lift: 'hip-thrust',
  variation: 'barbell',
  load_kg: 100,
  targets: {
    hold_s: 1,
    eccentric_s: 1,
    dropped_mps: 1,
    full_ratio: 0.85,
    partial_ratio: 0.7,
    constant_tension: false,
    hover_m: 0.05,
  },
  reference: null,
  calibration: null,
  set_end_s: 8,
};
