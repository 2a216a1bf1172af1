import { describe, expect, test } from 'vitest';
import type { NewSet, Store } from '../../main/store/index.ts';
import type { Rep } from '../../src/reps/rep.ts';
import { isoWeek } from '../../src/training/weeks.ts';
import {
  aClock,
  anAnalysis,
  anAthlete,
  aRep,
  aSet,
  aStore,
  DAY_MS,
  HOUR_MS,
  NOON,
  reps,
  someLabels,
  value,
  verdict,
} from './given.ts';

const MISSED = { verdict: verdict({ hold: 'missed' }) };
const HALF = { verdict: verdict({ range: 'partial', hold: 'unsure' }) };

function lift(
  store: Store,
  athlete_id: number,
  days_ago: number,
  of: readonly Rep[],
  labels: Partial<NewSet['labels']> = {},
): number {
  const set = aSet(athlete_id, {
    analysis: anAnalysis(of),
    labels: someLabels(athlete_id, labels),
    started_epoch_ms: NOON - days_ago * DAY_MS,
  });
  return value(store.sets.insert(set)).set_id;
}

const hipThrusts = (store: Store, athlete_id: number, more = {}) => {
  const history = store.history({ athlete_id, lift: 'hip-thrust', ...more });
  if (!history) throw new Error('no such athlete');
  return history;
};

describe('history', () => {
  test('has a point for every set, oldest first, and the sets newest first', () => {
    const store = aStore();
    const id = anAthlete(store);
    const later = lift(store, id, 1, [aRep(1, { mcv_mps: 0.5 }), aRep(2, { mcv_mps: 0.4, ...HALF })]);
    const earlier = lift(store, id, 8, reps(5), { kind: 'warm-up', load_kg: 60 });
    lift(store, id, 2, reps(5), { lift: 'squat' });
    const history = hipThrusts(store, id);
    expect(history.points.map((point) => point.set_id)).toEqual([earlier, later]);
    expect(history.points[1]).toMatchObject({
      load_kg: 100,
      best_mcv_mps: 0.5,
      reps: 2,
      partial: 1,
      holds_met: 1,
      holds_judged: 1,
      kind: 'work',
    });
    expect(history.sets.map((row) => row.id)).toEqual([later, earlier]);
    expect(store.history({ athlete_id: 99, lift: 'squat' })).toBeNull();
  });

  test('can be of one variation and since a day', () => {
    const store = aStore();
    const id = anAthlete(store);
    lift(store, id, 40, reps(5));
    const recent = lift(store, id, 3, reps(5));
    const kas = lift(store, id, 2, reps(5), { variation: 'kas-bridge' });
    const history = hipThrusts(store, id, { variation: 'barbell', since_epoch_ms: NOON - 30 * DAY_MS });
    expect(history.variations).toEqual(['barbell', 'kas-bridge']);
    expect(history.points.map((point) => point.set_id)).toEqual([recent]);
    expect(hipThrusts(store, id, { variation: 'kas-bridge' }).sets.map((row) => row.id)).toEqual([kas]);
  });

  test('follows the speed at the most used work load from the first session to the last', () => {
    const store = aStore();
    const id = anAthlete(store);
    const at = (days_ago: number, load_kg: number, mcv_mps: number, kind: 'work' | 'warm-up' = 'work') =>
      lift(store, id, days_ago, reps(5, { mcv_mps }), { load_kg, kind });
    at(42, 100, 0.6);
    at(42, 100, 0.64);
    at(20, 120, 0.5);
    at(20, 100, 0.68);
    at(0, 100, 0.71);
    for (const days_ago of [30, 20, 10, 9, 8]) at(days_ago, 60, 1, 'warm-up');
    const { speed } = hipThrusts(store, id).tiles;
    expect(speed).toMatchObject({ load_kg: 100, weeks: 6 });
    expect(speed?.mcv_mps).toBeCloseTo(0.71);
    expect(speed?.change_mps).toBeCloseTo(0.71 - 0.62);
  });

  test('has no trend after a single session', () => {
    const store = aStore();
    const id = anAthlete(store);
    lift(store, id, 1, reps(5));
    expect(hipThrusts(store, id).tiles.speed).toMatchObject({ change_mps: null, weeks: 0 });
  });

  test('counts holds, half reps, this week and days since the last session', () => {
    const store = aStore();
    const id = anAthlete(store);
    // Noon is a Wednesday: Monday is this week, Sunday is not.
    lift(store, id, 2, [aRep(1), aRep(2), aRep(3, MISSED), aRep(4, HALF)]);
    lift(store, id, 3, [aRep(1), aRep(2), aRep(3), aRep(4, HALF)]);
    lift(store, id, 2, reps(9, HALF), { kind: 'warm-up' });
    const { tiles } = hipThrusts(store, id);
    expect(tiles).toMatchObject({
      reps: 8,
      partial: 2,
      partial_pct: 25,
      sets_this_week: 1,
      hold_target_s: 1,
    });
    expect(tiles.holds_met_pct).toBeCloseTo((100 * 5) / 6);
    expect(tiles.days_since_last).toBe(2);
  });

  test('of yesterday evening, seen this morning, is one day ago', () => {
    const evening = new Date(NOON - DAY_MS).setHours(22);
    const store = aStore({ clock: aClock(evening + 9 * HOUR_MS) });
    const id = anAthlete(store);
    value(store.sets.insert(aSet(id, { started_epoch_ms: evening })));
    expect(hipThrusts(store, id).tiles.days_since_last).toBe(1);
  });

  test('sums work sets by week', () => {
    const store = aStore();
    const id = anAthlete(store);
    lift(store, id, 0, reps(8), { load_kg: 100 });
    lift(store, id, 1, [...reps(3), aRep(4, HALF)], { load_kg: 110 });
    lift(store, id, 1, reps(10), { load_kg: 20, kind: 'warm-up' });
    lift(store, id, 7, reps(6), { load_kg: null });
    const monday = (day: number) => new Date(2026, 10, day).getTime();
    const holds = { holds_met: 6, holds_judged: 6 };
    expect(hipThrusts(store, id).weeks).toEqual([
      {
        ...{ monday_epoch_ms: monday(9), sets: 1, volume_kg: 0, ...holds },
        ...{ reps: 6, full: 6, short: 0, partial: 0, unsure: 0 },
      },
      {
        ...{ monday_epoch_ms: monday(16), sets: 2, volume_kg: 1240, holds_met: 11, holds_judged: 11 },
        ...{ reps: 12, full: 11, short: 0, partial: 1, unsure: 0 },
      },
    ]);
  });

  test('lists a simulated set of a real athlete but counts it nowhere', () => {
    const store = aStore();
    const id = anAthlete(store);
    const played = lift(store, id, 0, reps(8), { simulated: true });
    const history = hipThrusts(store, id);
    expect(history.sets.map((row) => [row.id, row.simulated])).toEqual([[played, true]]);
    expect(history).toMatchObject({ points: [], weeks: [], tiles: { reps: 0, days_since_last: null } });
  });

  test('is empty, not zero, before the first set', () => {
    const store = aStore();
    expect(hipThrusts(store, anAthlete(store))).toMatchObject({
      points: [],
      variations: [],
      tiles: {
        speed: null,
        holds_met_pct: null,
        partial_pct: null,
        days_since_last: null,
        sets_this_week: 0,
      },
    });
  });
});

test.each([
  [2026, 11, 18, '2026-W47'],
  [2021, 1, 3, '2020-W53'],
  [2021, 1, 4, '2021-W01'],
  [2024, 12, 30, '2025-W01'],
  [2027, 1, 1, '2026-W53'],
  [2016, 2, 29, '2016-W09'],
])('%i-%i-%i is in ISO week %s', (year, month, day, week) => {
  for (const hour of [0, 12, 23])
    expect(isoWeek(new Date(year, month - 1, day, hour, 59).getTime())).toBe(week);
});
