import { expect, test } from 'vitest';
import { liftOf } from '../../src/lifts/catalogue.ts';
import { bestsOf } from '../../src/training/bests.ts';
import type { LiftedRep, LiftedSet } from '../../src/training/lifted.ts';
import { inShort } from '../../src/training/set-in-short.ts';
import { plansOf, someAthlete, trainTrueSeason, trueMax } from './true-season.ts';

const rep = (what: Partial<LiftedRep> = {}): LiftedRep => ({
  ...{
    mcv_mps: 0.5,
    mcv_sigma_mps: 0.01,
    quality: 'good',
    range: 'full',
    hold: 'met',
    lowering: 'controlled',
  },
  ...what,
});
const reps = (count: number, what: Partial<LiftedRep> = {}): LiftedRep[] =>
  Array.from({ length: count }, () => rep(what));

let id = 0;
const set = (load_kg: number, of: readonly LiftedRep[], what: Partial<LiftedSet> = {}): LiftedSet => ({
  ...{
    set_id: ++id,
    session_id: id,
    at_epoch_ms: id * 86_400_000,
    load_kg,
    kind: 'work',
    goal_reps: 8,
    failed: 0,
  },
  ...what,
  reps: of,
});

test('bests are of full reps in work sets, and know their set', () => {
  const light = set(80, [rep({ mcv_mps: 0.7 }), rep({ mcv_mps: 0.9, range: 'partial' })]);
  const strict = set(100, reps(6));
  const loose = set(100, [...reps(7), rep({ hold: 'missed', mcv_mps: 0.55 })]);
  const half = set(140, reps(3, { range: 'partial' }));
  const warm = set(150, reps(3), { kind: 'warm-up' });
  const bests = bestsOf([light, strict, loose, half, warm].map(inShort), null);
  expect(bests.heaviest).toMatchObject({ load_kg: 100, set_id: strict.set_id });
  expect(bests.fastest.map(({ load_kg, mcv_mps, set_id }) => [load_kg, mcv_mps, set_id])).toEqual([
    [100, 0.55, loose.set_id],
    [80, 0.7, light.set_id],
  ]);
  expect(bests.strictest).toMatchObject({ reps: 6, set_id: strict.set_id });
  expect(bests.surest_1rm).toBeNull();
});

test('the surest 1RM of half a year is seldom above what the athlete could lift', () => {
  const at_1rm = liftOf('hip-thrust').velocity_at_1rm_mps;
  const held = Array.from({ length: 10 }, (_, i) => {
    const athlete = { ...someAthlete(3000 + i), weekly: 0 };
    const plans = plansOf(athlete, 24, i);
    const best = bestsOf(trainTrueSeason(athlete, plans, i).map(inShort), at_1rm).surest_1rm;
    return best !== null && best.load_kg <= trueMax(athlete, 24) * (1 + 2 * athlete.day_share);
  });
  expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(8);
});

test('nothing lifted, no bests', () => {
  expect(bestsOf([], null)).toEqual({ heaviest: null, fastest: [], strictest: null, surest_1rm: null });
});
