import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import type { Random } from '../../src/recording/synthetic/random.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { type Goal, type Rung, rung } from './rung.ts';

const GOAL: Goal = { mcv_rmse_mps: 0.02, rom_mae_m: 0.02, hold_mae_s: 0.06, exact_share: 0.99 };

/** Each axis' bias changes by so much from the beginning of the recording to its end. */
const drifting =
  (least_dps: number, most_dps: number) =>
  (r: Random): Partial<SetSpec> => {
    const rate_hz = r.pick([50, 100, 200]);
    const reps = r.integer(5, 14);
    const gyro_drift_dps = r.uniform(least_dps, most_dps);
    return {
      reps,
      roll_deg: r.uniform(5, 30),
      hold_s: Array.from({ length: reps }, () => r.uniform(0.3, 2)),
      sensor: { ...UNCALIBRATED_SENSOR, rate_hz, bandwidth_hz: 0.4 * rate_hz, gyro_drift_dps },
      delivery: DEVICE_CLOCK,
    };
  };

/** The only rest is before the set, and no rep of it stops. */
const driftingOn = (r: Random): Partial<SetSpec> => ({
  ...drifting(0.5, 1.5)(r),
  hold_s: 0.1,
  bottom: r.pick(['touch', 'rebound']),
  after: [{ kind: 'still', duration_s: 0.5 }],
});

/** What is wrong with a gyroscope. */
export const GYRO_RUNGS: readonly Rung[] = [
  rung('gyro-drift-1dps', 'gyro bias that drifts by 0.5-1.5 deg/s in the set', drifting(0.5, 1.5), GOAL),
  rung('gyro-drift-3dps', 'gyro bias that drifts by 2-4 deg/s in the set', drifting(2, 4)),
  rung('gyro-drift-unseen', 'the same without a stop, the recording ends with the last rep', driftingOn),
];
