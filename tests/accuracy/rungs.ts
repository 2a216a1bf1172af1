import type { LiftId } from '../../src/lifts/lift.ts';
import { BURSTY_ARRIVAL, DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import type { Random } from '../../src/recording/synthetic/random.ts';
import {
  CALIBRATED_SENSOR,
  IDEAL_SENSOR,
  UNCALIBRATED_SENSOR,
} from '../../src/recording/synthetic/sensor-model.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { BAD_READING_RUNG } from './bad-reading-rung.ts';
import { GYRO_RUNGS } from './gyro-rungs.ts';
import { LOST_LINK_RUNG } from './lost-link-rung.ts';
import { MOUNT_RUNGS } from './mount-rungs.ts';
import { PLAIN_RUNGS } from './plain-rungs.ts';
import { QUICK_RUNGS } from './quick-rungs.ts';
import { REAL_PATH_RUNGS } from './real-paths/rungs.ts';
import { type Draw, type Rung, rung } from './rung.ts';
import {
  busyGym,
  nothingLifted,
  onlyCarried,
  onlyWalked,
  rolledUp,
  struck,
  takenOff,
  twistedBefore,
  walkedOff,
} from './scenes.ts';
import { TEMPO_RUNGS } from './tempo-rungs.ts';

/** Eight hip thrusts with a one-second hold, the bar turning 30 degrees, on the sensor's own clock. */
const plain: Partial<SetSpec> = {
  reps: 8,
  hold_s: [1],
  roll_deg: 30,
  sensor: UNCALIBRATED_SENSOR,
  delivery: DEVICE_CLOCK,
};
const holds = (random: Random): Partial<SetSpec> => ({
  ...plain,
  hold_s: Array.from({ length: 8 }, () => random.uniform(0.85, 1.4)),
});
const touchAndGo =
  (reps: number): Draw =>
  (random) => ({
    ...plain,
    reps,
    hold_s: Array.from({ length: reps }, () => random.uniform(0, 0.12)),
    bottom: random.pick(['touch', 'rebound']),
    mcv_mps: random.uniform(0.35, 0.8),
    lowering_s: random.uniform(0.6, 1.1),
  });
const held50 = { ...UNCALIBRATED_SENSOR, held: 2, bandwidth_hz: 20, gyro_dead_band_dps: 0.3 };
const withHalfReps = (random: Random): Partial<SetSpec> => {
  const half_reps: number[] = [];
  for (let rep = 1; rep <= 10; rep++) if (random.chance(0.35)) half_reps.push(rep);
  return { ...holds(random), reps: 10, half_reps };
};
const otherLift = (lift: LiftId): Rung =>
  rung(`lift-${lift}`, `${lift}, 6 reps, uncalibrated, rack, floor or hang included`, () => ({
    sensor: UNCALIBRATED_SENSOR,
    delivery: DEVICE_CLOCK,
    lift,
    reps: 6,
  }));

export const RUNGS: readonly Rung[] = [
  rung('clean', 'perfect 6-axis sensor, 100 Hz, 30 deg roll, 1 s holds', (r) => ({
    ...holds(r),
    sensor: IDEAL_SENSOR,
  })),
  rung(
    'calibrated',
    'calibrated (4 mg, 0.2 %), 30 deg roll, 1 s holds',
    (r) => ({ ...holds(r), sensor: CALIBRATED_SENSOR }),
    { mcv_rmse_mps: 0.008, rom_mae_m: 0.008, hold_mae_s: 0.04, exact_share: 1 },
  ),
  rung('uncalibrated-roll-0', 'uncalibrated (40 mg, 1 %), no roll, 1 s holds', (r) => ({
    ...holds(r),
    roll_deg: 0,
  })),
  rung('uncalibrated-roll-15', 'uncalibrated, 15 deg roll, 1 s holds', (r) => ({
    ...holds(r),
    roll_deg: 15,
  })),
  rung('uncalibrated-roll-30', 'uncalibrated, 30 deg roll, 1 s holds', holds, {
    mcv_rmse_mps: 0.02,
    rom_mae_m: 0.02,
    hold_mae_s: 0.06,
    exact_share: 0.99,
  }),
  rung('touch-and-go-5', 'uncalibrated, 30 deg roll, touch-and-go, 5 reps', touchAndGo(5)),
  rung('touch-and-go-10', 'uncalibrated, 30 deg roll, touch-and-go, 10 reps', touchAndGo(10)),
  rung('touch-and-go-20', 'uncalibrated, 30 deg roll, touch-and-go, 20 reps', touchAndGo(20), {
    mcv_rmse_mps: 0.03,
    rom_mae_m: 0.03,
    exact_share: 0.99,
  }),
  rung('paused', 'uncalibrated, 30 deg roll, 1-3 s holds, 0-2 s at the bottom', (r) => ({
    ...plain,
    hold_s: Array.from({ length: 8 }, () => r.uniform(1, 3)),
    bottom_s: r.uniform(0, 2),
  })),
  rung('constant-tension', 'uncalibrated, hovering 3-5 cm over the floor, 1 s holds', (r) => ({
    ...holds(r),
    bottom: 'hover',
  })),
  rung(
    'slow-grind',
    'uncalibrated, 30 deg roll, mean velocity 0.10-0.25 m/s',
    (r) => ({ ...holds(r), mcv_mps: r.uniform(0.13, 0.25), fatigue: r.uniform(0, 0.25), reps: 5 }),
    { mcv_rmse_mps: 0.015, rom_mae_m: 0.025, hold_mae_s: 0.08, exact_share: 0.98 },
  ),
  rung('explosive', 'uncalibrated, 30 deg roll, peaks to 2 m/s', (r) => ({
    ...holds(r),
    mcv_mps: r.uniform(0.7, 1.15),
    fatigue: 0.1,
  })),
  rung('rate-200', 'uncalibrated, 200 Hz', (r) => ({
    ...holds(r),
    sensor: { ...UNCALIBRATED_SENSOR, rate_hz: 200, bandwidth_hz: 80 },
  })),
  rung('rate-50-held', '50 Hz readings sent twice, device clock', (r) => ({ ...holds(r), sensor: held50 })),
  rung('rate-10', '10 Hz', (r) => ({
    ...holds(r),
    sensor: { ...UNCALIBRATED_SENSOR, rate_hz: 10, bandwidth_hz: 20 },
    delivery: { ...DEVICE_CLOCK, frames: 1 },
  })),
  rung('arrival', 'arrival times only, bursts of 4-16 frames', (r) => ({
    ...holds(r),
    delivery: BURSTY_ARRIVAL,
  })),
  rung('loss', 'arrival times only, 2 % of notifications lost', (r) => ({
    ...holds(r),
    delivery: { ...BURSTY_ARRIVAL, lost: 0.02 },
  })),
  rung('glitches', 'power-of-two glitches, one every two seconds', (r) => ({
    ...holds(r),
    sensor: { ...UNCALIBRATED_SENSOR, glitches_hz: 0.5 },
  })),
  rung(
    'witmotion',
    '50 Hz held, bursty arrival only, glitches (0.25/s)',
    (r) => ({ ...holds(r), sensor: { ...held50, glitches_hz: 0.25 }, delivery: BURSTY_ARRIVAL }),
    { mcv_rmse_mps: 0.025, rom_mae_m: 0.025, hold_mae_s: 0.08, exact_share: 0.99 },
  ),
  rung('clipping', 'range 8 g, plates set down hard, drops', (r) => ({
    ...holds(r),
    sensor: { ...UNCALIBRATED_SENSOR, accel_range_g: 8, bandwidth_hz: 80, rate_hz: 200 },
    dropped_reps: [r.integer(2, 4), r.integer(5, 7)],
  })),
  rung('dropped', 'two of eight lowerings dropped', (r) => ({
    ...holds(r),
    dropped_reps: [r.integer(2, 4), r.integer(5, 7)],
  })),
  rung('over-extended', 'two of eight reps 3-5 cm past lockout', (r) => ({
    ...holds(r),
    over_extended_reps: [r.integer(2, 4), r.integer(5, 7)],
  })),
  rung('missed-holds', 'holds of 0.3-1.7 s', (r) => ({
    ...plain,
    hold_s: Array.from({ length: 8 }, () => r.uniform(0.3, 1.7)),
  })),
  rung('floor-rests', 'constant tension with rests on the floor', (r) => ({
    ...holds(r),
    bottom: 'hover',
    floor_rest_reps: [r.integer(2, 4), r.integer(5, 7)],
  })),
  rung(
    'three-axis',
    '3-axis only, 30 deg roll',
    (r) => ({ ...holds(r), sensor: { ...UNCALIBRATED_SENSOR, axes: 3 } }),
    { mcv_rmse_mps: 0.04, rom_mae_m: 0.035, hold_mae_s: 0.1, exact_share: 0.97 },
  ),
  rung('three-axis-perfect', '3-axis only, perfect otherwise, 30 deg roll', (r) => ({
    ...holds(r),
    sensor: { ...IDEAL_SENSOR, axes: 3 },
  })),
  rung('lever-2cm', 'uncalibrated, clipped 2 cm off the axis', (r) => ({ ...holds(r), lever_m: 0.02 })),
  rung('lever-5cm', 'uncalibrated, clipped 5 cm off the axis', (r) => ({ ...holds(r), lever_m: 0.05 })),
  rung('lever-5cm-twisted', 'uncalibrated, clipped 5 cm off the axis, bar twisted before the set', (r) => ({
    ...holds(r),
    ...twistedBefore(r),
    lever_m: 0.05,
  })),
  rung('twisted', 'uncalibrated, bar twisted before the set', (r) => ({ ...holds(r), ...twistedBefore(r) })),
  rung('no-rest-before', 'recording begins 0.2 s before the first rep', (r) => ({
    ...holds(r),
    before: [{ kind: 'still', duration_s: 0.2 }],
  })),
  rung('half-reps', 'uncalibrated, a third of the reps half', withHalfReps),
  rung('failed', 'uncalibrated, the last attempt fails', (r) => ({
    ...holds(r),
    reps: 5,
    mcv_mps: r.uniform(0.25, 0.35),
    failed_attempts: 1,
  })),
  rung('busy-gym', 'plates loaded, bar rolled and settled before, stripped after', (r) => ({
    ...holds(r),
    ...busyGym(r),
  })),
  rung('nothing-lifted', 'racking, walking, loading plates, 10 min still: no rep at all', nothingLifted, {
    exact_share: 1,
  }),
  rung('taken-off', 'four lifts, the sensor taken off after the set and carried about', takenOff, {
    exact_share: 0.99,
  }),
  rung('only-carried', 'a sensor in a hand that walks: no rep at all', onlyCarried, { exact_share: 1 }),
  rung('walked-off', 'seven lifts, the sensor taken off and walked with by every kind of hand', walkedOff, {
    exact_share: 0.99,
  }),
  rung('only-walked', 'a sensor in any kind of hand that walks: no rep at all', onlyWalked, {
    exact_share: 1,
  }),
  rung('struck', 'four lifts, the resting bar struck before and after the set', struck, {
    exact_share: 0.99,
  }),
  rung('rolled-up', 'the bar rolled up over the thighs before the first rep', rolledUp, {
    exact_share: 0.99,
  }),
  ...PLAIN_RUNGS,
  ...TEMPO_RUNGS,
  otherLift('squat'),
  otherLift('deadlift'),
  otherLift('romanian-deadlift'),
  otherLift('bench-press'),
  otherLift('overhead-press'),
  otherLift('row'),
  ...QUICK_RUNGS,
  BAD_READING_RUNG,
  ...GYRO_RUNGS,
  LOST_LINK_RUNG,
  ...MOUNT_RUNGS,
  ...REAL_PATH_RUNGS,
];

export function findRung(name: string): Rung | undefined {
  return RUNGS.find((candidate) => candidate.name === name);
}
