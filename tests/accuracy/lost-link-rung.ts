import { createRandom } from '../../src/recording/synthetic/random.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { without } from '../without.ts';
import type { Rung } from './rung.ts';

/** The link is lost from the lowering of one rep until the lowering of the next or the one after it: those rises are gone, no other. */
export const LOST_LINK_RUNG: Rung = {
  name: 'lost-link',
  says: 'uncalibrated, the bar turning 30 degrees, nothing received from one lowering until the next or the one after it',
  goal: { mcv_rmse_mps: 0.02, rom_mae_m: 0.02, hold_mae_s: 0.06, exact_share: 0.97 },
  make(seed) {
    const random = createRandom(seed).fork('rung');
    const { recording, truth, felt } = simulatedSet({
      seed,
      reps: 9,
      hold_s: 1.2,
      roll_deg: 30,
      sensor: UNCALIBRATED_SENSOR,
    });
    const first = random.integer(3, 5);
    const last = first + random.integer(0, 1);
    // while the bar comes down it turns too, and nobody knows how far it will have turned
    const loweringOf = (k: number): number => {
      const { start_s, end_s } = truth.reps[k]?.eccentric ?? { start_s: Number.NaN, end_s: Number.NaN };
      return random.uniform(start_s, end_s);
    };
    const reps = truth.reps.filter((_rep, k) => k < first || k > last);
    return {
      lift: 'hip-thrust',
      recording: without(recording, loweringOf(first - 1), loweringOf(last)),
      truth: { ...truth, reps },
      height_m: felt.height_m,
    };
  },
};
