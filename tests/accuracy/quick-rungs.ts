import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import type { Random } from '../../src/recording/synthetic/random.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { type Rung, rung } from './rung.ts';

/** Six axes at 25, 100 and 200 Hz, and three axes. */
const seenBy = (random: Random): Partial<SetSpec> => ({
  delivery: DEVICE_CLOCK,
  sensor: random.pick([
    { ...UNCALIBRATED_SENSOR, rate_hz: 25, bandwidth_hz: 20 },
    UNCALIBRATED_SENSOR,
    { ...UNCALIBRATED_SENSOR, rate_hz: 200, bandwidth_hz: 80 },
    { ...UNCALIBRATED_SENSOR, axes: 3 },
  ]),
});
const each = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

/** Lifts done as fast as they can be: sharp pulls that are no knocks, turns that are no stops. */
export const QUICK_RUNGS: readonly Rung[] = [
  rung('banded-explosive', 'a quarter of a second up and never a pause, four kinds of sensor', (r) => ({
    ...seenBy(r),
    variation: 'banded',
    reps: 15,
    hold_s: [0],
    bottom: r.pick(['touch', 'rebound']),
    bottom_s: 0,
    mcv_mps: r.uniform(1, 1.4),
    lowering_s: r.uniform(0.3, 0.6),
    roll_deg: r.uniform(5, 30),
    fatigue: 0.1,
  })),
  rung('speed-squat', 'squats at 0.9-1.4 m/s, four kinds of sensor', (r) => ({
    ...seenBy(r),
    lift: 'squat',
    reps: 6,
    hold_s: each(6, () => r.uniform(0.05, 0.5)),
    bottom_s: r.uniform(0, 0.1),
    mcv_mps: r.uniform(0.9, 1.4),
    lowering_s: r.uniform(0.6, 1),
  })),
  rung('quick-bench', 'bench presses at 0.6-1.1 m/s that turn at once, four kinds of sensor', (r) => ({
    ...seenBy(r),
    lift: 'bench-press',
    reps: 10,
    hold_s: each(10, () => r.uniform(0, 0.2)),
    bottom_s: r.uniform(0, 0.1),
    mcv_mps: r.uniform(0.6, 1.1),
    lowering_s: r.uniform(0.4, 0.8),
  })),
  rung('paused-bench', 'bench presses with 1-2.5 s on the chest, four kinds of sensor', (r) => ({
    ...seenBy(r),
    lift: 'bench-press',
    reps: 6,
    hold_s: each(6, () => r.uniform(0.2, 1)),
    bottom_s: r.uniform(1, 2.5),
    mcv_mps: r.uniform(0.2, 0.5),
    lowering_s: r.uniform(1, 2),
  })),
];
