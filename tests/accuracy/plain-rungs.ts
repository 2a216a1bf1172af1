import { type PlainSpec, plainSet } from './plain-world.ts';
import type { Goal, Rung } from './rung.ts';

const plainRung = (name: string, says: string, change: Partial<PlainSpec>, goal?: Goal): Rung => ({
  name,
  says,
  ...(goal === undefined ? {} : { goal }),
  make: (seed) => ({ lift: 'hip-thrust', ...plainSet(seed, { ...PLAIN, ...change }) }),
});

const PLAIN: PlainSpec = {
  reps: 8,
  roll_deg: 30,
  offset_g: 0.04,
  scale: 0.01,
  rate_hz: 100,
  hold_s: (r) => r.uniform(0.9, 1.3),
  bottom_s: (r) => r.uniform(0.3, 1.2),
  rise_s: (r) => r.uniform(0.5, 1),
  half: 0,
};

/** The ladder's main questions asked again in the plain world. */
export const PLAIN_RUNGS: readonly Rung[] = [
  plainRung(
    'plain-calibrated',
    'plain world: 4 mg, 0.2 %, 1 s holds',
    { offset_g: 0.004, scale: 0.002 },
    {
      mcv_rmse_mps: 0.008,
      rom_mae_m: 0.008,
      hold_mae_s: 0.04,
      exact_share: 1,
    },
  ),
  plainRung(
    'plain-uncalibrated',
    'plain world: 40 mg, 1 %, 1 s holds',
    {},
    {
      mcv_rmse_mps: 0.02,
      rom_mae_m: 0.02,
      hold_mae_s: 0.06,
      exact_share: 0.99,
    },
  ),
  plainRung(
    'plain-touch-and-go',
    'plain world: 20 reps without a stop',
    { reps: 20, hold_s: () => 0, bottom_s: () => 0 },
    { mcv_rmse_mps: 0.03, rom_mae_m: 0.03, exact_share: 0.99 },
  ),
  plainRung('plain-long-holds', 'plain world: holds of 5-12 s without any movement', {
    reps: 4,
    hold_s: (r) => r.uniform(5, 12),
  }),
  plainRung(
    'plain-slow',
    'plain world: reps of 1.8-2.6 s without any tremor',
    { reps: 5, rise_s: (r) => r.uniform(1.8, 2.6) },
    { mcv_rmse_mps: 0.015, rom_mae_m: 0.025, hold_mae_s: 0.08, exact_share: 0.98 },
  ),
  plainRung('plain-half-reps', 'plain world: a third of the reps half', { half: 0.35, reps: 10 }),
];
