import { expect, test } from 'vitest';
import type { LiftedSet } from '../../src/training/lifted.ts';
import { outcomeOf } from '../../src/training/outcome.ts';
import { breakAlong, byRep, byWeek, type MappedSet, worstColumn } from '../../src/training/technique.ts';
import { mondayOf } from '../../src/training/weeks.ts';
import { DAY_MS, FIRST_DAY, someAthlete, trainTrueSeason } from './true-season.ts';

const mapped = (sets: readonly LiftedSet[]): MappedSet[] =>
  sets.map(({ set_id, at_epoch_ms, load_kg, reps }) => ({
    ...{ set_id, at_epoch_ms, load_kg },
    outcomes: reps.map(outcomeOf),
  }));

const LOADS = [90, 100, 110, 115, 120];
const plans = Array.from({ length: 8 }, (_, i) => ({ days: 3.5 * i, loads_kg: LOADS }));
const strong = { ...someAthlete(5), one_rep_max_kg: 170, weekly: 0 };

test('the map shows that half reps begin above 110 kg', () => {
  const cells = byRep(mapped(trainTrueSeason({ ...strong, half_reps_above_kg: 110 }, plans, 5)));
  const found = breakAlong(cells, ({ load_kg }) => load_kg);
  expect(found).toMatchObject({ from: 115, before: { bad: 0 } });
  expect((found?.there.bad ?? 0) / (found?.there.of ?? 1)).toBeCloseTo(0.5);
  const half = cells.filter(({ counts }) => counts.half > 0);
  expect([...new Set(half.map(({ load_kg }) => load_kg))].sort()).toEqual([115, 120]);
  expect([...new Set(half.map(({ column }) => column))]).toEqual([2, 4, 6, 8]);
});

test('a lifter who drops the bar does so from the seventh rep on', () => {
  const cells = byRep(mapped(trainTrueSeason({ ...strong, drops: true }, plans, 6)));
  expect(breakAlong(cells, ({ column }) => column)).toMatchObject({ from: 7, before: { bad: 0 } });
  expect(breakAlong(cells, ({ load_kg }) => load_kg)?.before.of).toBe(0);
});

test('clean reps break nowhere, whatever the seed', () => {
  for (let seed = 0; seed < 20; seed++) {
    const cells = byRep(mapped(trainTrueSeason(strong, plans, seed)));
    expect(breakAlong(cells, ({ load_kg }) => load_kg)).toBeNull();
    expect(worstColumn(cells)).toBeNull();
  }
});

test('the worst week is named by its Monday, and a cell knows its sets', () => {
  const set = (set_id: number, days: number, outcomes: MappedSet['outcomes']): MappedSet => ({
    ...{ set_id, at_epoch_ms: FIRST_DAY + days * DAY_MS, load_kg: 100, outcomes },
  });
  const cells = byWeek([
    set(1, 0, ['full', 'full', 'full', 'full']),
    set(2, 9, ['full', 'half', 'missed-hold', 'unsure']),
    set(3, 10, ['full', 'full', 'short', 'dropped']),
  ]);
  expect(worstColumn(cells)).toEqual({
    column: mondayOf(FIRST_DAY + 7 * DAY_MS),
    share: { bad: 4, of: 7 },
  });
  expect(cells.at(-1)).toMatchObject({ reps: 8, set_ids: [2, 3], counts: { full: 3, unsure: 1 } });
});

test('a rep counts as the first of what was wrong with it, and as full only when nothing is in doubt', () => {
  const rep = { range: 'full', hold: 'met', lowering: 'controlled' } as const;
  expect(outcomeOf(rep)).toBe('full');
  expect(outcomeOf({ ...rep, hold: null, lowering: null })).toBe('full');
  expect(outcomeOf({ ...rep, range: 'partial', hold: 'no-lockout', lowering: 'dropped' })).toBe('half');
  expect(outcomeOf({ ...rep, hold: 'missed', lowering: 'dropped' })).toBe('missed-hold');
  expect(outcomeOf({ ...rep, range: 'unsure' })).toBe('unsure');
  expect(outcomeOf({ ...rep, hold: 'unsure' })).toBe('unsure');
  expect(outcomeOf({ ...rep, range: 'unsure', lowering: 'dropped' })).toBe('dropped');
});
