import { expect, test } from 'vitest';
import { comparedSet, type SetAtLoad } from '../../src/training/compared.ts';

/** Sets in the order they were lifted; a session has a hundred of them at most. */
const set = (set_id: number, what: Partial<SetAtLoad> = {}): SetAtLoad => ({
  set_id,
  session_id: Math.floor(set_id / 100),
  at_epoch_ms: set_id * 1000,
  best_mcv_mps: 0.5,
  hold_s: 1.2,
  rom_m: 0.3,
  power_w: 500,
  peak_power_w: 900,
  reps: 8,
  ...what,
});

test('stands beside the set in its place of the last session at this load, and the best of all before', () => {
  const sets = [
    set(101, { best_mcv_mps: 0.61, reps: 5 }),
    set(201, { hold_s: 1.6, reps: 9 }),
    set(202, { rom_m: 0.32 }),
    set(301, { best_mcv_mps: 0.55 }),
    set(302, { power_w: 640, peak_power_w: 1100 }),
    set(303),
    // what came later is no best of before
    set(401, { best_mcv_mps: 0.9, reps: 20 }),
  ];
  const best = { best_mcv_mps: 0.61, hold_s: 1.6, rom_m: 0.32, power_w: 500, reps: 9 };
  expect(comparedSet(301, sets)).toMatchObject({
    figures: { best_mcv_mps: 0.55, reps: 8 },
    last: { at_epoch_ms: 201_000, hold_s: 1.6, reps: 9 },
    best,
  });
  expect(comparedSet(302, sets)).toMatchObject({
    last: { at_epoch_ms: 202_000, rom_m: 0.32 },
    peak_power_w: 1100,
    best,
  });
  // the third set of today beside the last one of a session that had two
  expect(comparedSet(303, sets)).toMatchObject({ last: { at_epoch_ms: 202_000 }, best: { power_w: 640 } });
});

test('the first set at a load is beside nothing; today’s own sets are a best, and no last time', () => {
  const sets = [set(101, { power_w: null }), set(102)];
  expect(comparedSet(101, sets)).toMatchObject({ last: null, best: null });
  expect(comparedSet(102, sets)).toMatchObject({ last: null, best: { reps: 8, power_w: null } });
  expect(comparedSet(7, sets)).toBeNull();
});
