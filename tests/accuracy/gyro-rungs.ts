import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { createRandom, type Random } from '../../src/recording/synthetic/random.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
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

/** What a wrong gyroscope makes of the rates of the three axes. */
function wrongly(random: Random): (rate_dps: number, axis: number) => number {
  const flipped = random.integer(0, 2);
  const times = random.uniform(2, 10) ** random.sign();
  return random.pick([
    (rate_dps: number) => -rate_dps,
    (rate_dps: number, axis: number) => (axis === flipped ? -rate_dps : rate_dps),
    (rate_dps: number) => times * rate_dps,
  ]);
}

/** The bar turns so little that nothing certain can be said against the gyroscope. */
const HARDLY_TURNED: Rung = {
  name: 'gyro-hardly-turned',
  says: 'a bar that rolls by 0-8 deg, its gyroscope mirrored, with one axis flipped, or 2-10 times off',
  goal: { mcv_rmse_mps: 0.02, rom_mae_m: 0.02, exact_share: 0.99, silent_share: 0 },
  make(seed) {
    const random = createRandom(seed).fork('rung');
    const roll_deg = random.uniform(0, 8);
    const { recording, truth, felt } = simulatedSet({ seed, reps: 8, roll_deg, sensor: UNCALIBRATED_SENSOR });
    const read = wrongly(random);
    const gyro_dps = recording.gyro_dps?.map((rate_dps, i) => read(rate_dps, i % 3)) ?? null;
    return { lift: 'hip-thrust', recording: { ...recording, gyro_dps }, truth, height_m: felt.height_m };
  },
};

/** What is wrong with a gyroscope. */
export const GYRO_RUNGS: readonly Rung[] = [
  rung('gyro-drift-1dps', 'gyro bias that drifts by 0.5-1.5 deg/s in the set', drifting(0.5, 1.5), GOAL),
  rung('gyro-drift-3dps', 'gyro bias that drifts by 2-4 deg/s in the set', drifting(2, 4)),
  rung('gyro-drift-unseen', 'the same without a stop, the recording ends with the last rep', driftingOn),
  HARDLY_TURNED,
];
