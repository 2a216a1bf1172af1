import { describe, expect, test } from 'vitest';
import { runSet } from './run-set.ts';
import { findRung } from './rungs.ts';
import { total } from './totals.ts';

/**
 * A short climb of the ladder with every change: a dozen sets of the rungs that were given numbers. The whole
 * ladder is `npm run accuracy`.
 */
const SEEDS = Array.from({ length: 12 }, (_, i) => 1001 + i);
const NUMBERED = [
  'calibrated',
  'uncalibrated-roll-30',
  'touch-and-go-20',
  'witmotion',
  'slow-grind',
  'three-axis',
];
/** The worst of a dozen sets weighs more than of two hundred. */
const ROOM = 1.25;

describe.each(NUMBERED)('%s', (name) => {
  const rung = findRung(name);
  const goal = rung?.goal ?? {};
  const totals = rung === undefined ? null : total(SEEDS.map((seed) => runSet(rung, seed)));

  test('at most one set in twelve is miscounted, and none makes it fall over', () => {
    expect(totals?.crashed).toBe(0);
    expect(totals?.exact_share).toBeGreaterThanOrEqual(11 / 12);
  });

  test('speed, range and hold are within what was promised', () => {
    expect(totals?.mcv_rmse_mps).toBeLessThan(ROOM * (goal.mcv_rmse_mps ?? 0));
    expect(totals?.rom_mae_m).toBeLessThan(ROOM * (goal.rom_mae_m ?? 0));
    if (goal.hold_mae_s !== undefined) expect(totals?.hold_mae_s).toBeLessThan(ROOM * goal.hold_mae_s);
  });
});

test('holds of many seconds without any movement never end a set', () => {
  const rung = findRung('plain-long-holds');
  if (rung === undefined) throw new Error('the ladder has no such rung');
  const totals = total(SEEDS.slice(0, 6).map((seed) => runSet(rung, seed)));
  expect(totals.live?.early_ends).toBe(0);
});
