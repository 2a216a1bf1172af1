import type { Carrier } from '../../src/recording/synthetic/carrier.ts';
import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import type { Random } from '../../src/recording/synthetic/random.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { type Goal, type Rung, rung } from './rung.ts';

const GOAL: Goal = { exact_share: 0.97 };

/** Sets of 5 to 10 reps on the sensor's own clock, two rates. */
const base = (r: Random): Partial<SetSpec> => ({
  delivery: DEVICE_CLOCK,
  reps: r.integer(5, 10),
  sensor: r.pick([UNCALIBRATED_SENSOR, { ...UNCALIBRATED_SENSOR, rate_hz: 50, bandwidth_hz: 20 }]),
});
const carriedBy =
  (carrier: Carrier, more: (r: Random) => Partial<SetSpec> = () => ({})) =>
  (r: Random): Partial<SetSpec> => ({ ...base(r), ...more(r), carrier });
const anyLift = (r: Random): Partial<SetSpec> => ({
  lift: r.pick(['hip-thrust', 'deadlift', 'squat', 'bench-press', 'row']),
});

/** Sensors that are not on the bar's axis, or not on the bar: the height asked for is the bar's all the same. */
export const MOUNT_RUNGS: readonly Rung[] = [
  rung('plate', 'on a plate that turns on its sleeve, five lifts', carriedBy('plate', anyLift), GOAL),
  rung('belt', "on the belt of a hip thrust: the body's arc", carriedBy('belt'), GOAL),
  rung(
    'bodyweight-pad',
    'on the hips without a bar',
    carriedBy('pad', () => ({ variation: 'bodyweight' })),
    GOAL,
  ),
  rung(
    'dumbbell',
    'on a dumbbell that turns a little about every axis',
    carriedBy('dumbbell', (r) =>
      r.pick<Partial<SetSpec>>([{ variation: 'dumbbell' }, { lift: 'row' }, { lift: 'overhead-press' }]),
    ),
    GOAL,
  ),
  rung(
    'sleeve',
    '3-5 cm off the axis, 5-30 deg of roll, four lifts',
    (r) => ({
      ...base(r),
      lift: r.pick(['hip-thrust', 'deadlift', 'squat', 'bench-press']),
      lever_m: r.uniform(0.03, 0.05),
      roll_deg: r.uniform(5, 30),
    }),
    GOAL,
  ),
];
