import type { MountId } from '../../src/lifts/mount.ts';
import type { Carrier } from '../../src/recording/synthetic/carrier.ts';
import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import type { Random } from '../../src/recording/synthetic/random.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { type Draw, type Goal, type Rung, rung } from './rung.ts';

const GOAL: Goal = { exact_share: 0.99, mcv_rmse_mps: 0.03, rom_mae_m: 0.03, silent_share: 0.02 };

/** Sets of 5 to 10 reps on the sensor's own clock, at 100 and 50 Hz. */
const set = (r: Random): Partial<SetSpec> => ({
  delivery: DEVICE_CLOCK,
  reps: r.integer(5, 10),
  sensor: r.pick([UNCALIBRATED_SENSOR, { ...UNCALIBRATED_SENSOR, rate_hz: 50, bandwidth_hz: 20 }]),
});
const carriedBy =
  (carrier: Carrier, more: Draw = () => ({})): Draw =>
  (r) => ({ ...set(r), ...more(r), carrier });
const anyLift: Draw = (r) => ({ lift: r.pick(['hip-thrust', 'deadlift', 'squat', 'bench-press', 'row']) });
const withDumbbells: Draw = (r) =>
  r.pick<Partial<SetSpec>>([{ variation: 'dumbbell' }, { lift: 'row' }, { lift: 'overhead-press' }]);
const offSleeve: Draw = (r) => ({
  ...set(r),
  lift: r.pick(['hip-thrust', 'deadlift', 'squat', 'bench-press']),
  lever_m: r.uniform(0.03, 0.05),
  roll_deg: r.uniform(5, 30),
});
const asked = (name: string, says: string, draw: Draw, mount?: MountId): Rung =>
  rung(name, says, draw, GOAL, mount);

/** Sensors that are not on the bar's axis, or not on the bar: the height asked for is the bar's all the same. */
export const MOUNT_RUNGS: readonly Rung[] = [
  asked(
    'plate',
    'on a plate that turns on its sleeve, five lifts, nobody said so',
    carriedBy('plate', anyLift),
  ),
  asked('belt', "on the belt of a hip thrust: the body's arc", carriedBy('belt'), 'belt'),
  rung('belt-unsaid', 'the same, and nobody said so', carriedBy('belt'), {
    exact_share: 0.99,
    silent_share: 0.02,
  }),
  asked(
    'bodyweight-pad',
    'on the hips without a bar',
    carriedBy('pad', () => ({ variation: 'bodyweight' })),
  ),
  asked(
    'dumbbell',
    'on a dumbbell that turns about every axis',
    carriedBy('dumbbell', withDumbbells),
    'dumbbell',
  ),
  asked('sleeve', '3-5 cm off the axis, 5-30 deg of roll, four lifts', offSleeve, 'sleeve'),
];
