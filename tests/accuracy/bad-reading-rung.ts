import { createRandom } from '../../src/recording/synthetic/random.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { Rung } from './rung.ts';

/** One reading of a set is nonsense: 4 to 12 g in any direction. The goals are those of the set without it. */
export const BAD_READING_RUNG: Rung = {
  name: 'bad-reading',
  says: 'uncalibrated, 50 and 100 Hz, one reading of 4-12 g in any direction somewhere in the set',
  goal: { mcv_rmse_mps: 0.02, rom_mae_m: 0.02, hold_mae_s: 0.06, exact_share: 0.99 },
  make(seed) {
    const random = createRandom(seed).fork('rung');
    const rate_hz = random.pick([50, 100]);
    const sensor = { ...UNCALIBRATED_SENSOR, rate_hz, bandwidth_hz: 0.4 * rate_hz };
    const { recording, truth, felt } = simulatedSet({ seed, reps: 8, sensor });
    const height = random.uniform(-1, 1);
    const around = random.uniform(0, 2 * Math.PI);
    const flat = Math.sqrt(1 - height * height);
    const size_g = random.uniform(4, 12);
    const accel_g = recording.accel_g.slice();
    accel_g.set(
      [size_g * flat * Math.cos(around), size_g * flat * Math.sin(around), size_g * height],
      3 * random.integer(0, recording.t_s.length - 1),
    );
    return { lift: 'hip-thrust', recording: { ...recording, accel_g }, truth, height_m: felt.height_m };
  },
};
