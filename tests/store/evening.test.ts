import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { SETS_OF_LIFT } from '../../main/store/history/index.ts';
import { REP_METRICS } from '../../main/store/history/points.ts';
import { TEAM_SETS } from '../../main/store/history/team.ts';
import { HARD_SETS } from '../../main/store/history/volume.ts';
import type { NewSet, Store } from '../../main/store/index.ts';
import { NOTES } from '../../main/store/sets/search.ts';
import type { Rep } from '../../src/reps/rep.ts';
import {
  aFolder,
  anAnalysis,
  anAthlete,
  aRep,
  aSet,
  aStore,
  DAY_MS,
  NOON,
  reps,
  someLabels,
  value,
  verdict,
} from './given.ts';

function lift(
  store: Store,
  athlete_id: number,
  days_ago: number,
  of: readonly Rep[],
  labels: Partial<NewSet['labels']> = {},
  note = '',
): number {
  const set = aSet(athlete_id, {
    analysis: anAnalysis(of),
    labels: someLabels(athlete_id, labels),
    started_epoch_ms: NOON - days_ago * DAY_MS,
    note,
  });
  return value(store.sets.insert(set)).set_id;
}

const HALF = aRep(2, {
  pcv_mps: 0.2,
  rom_m: 0.1,
  verdict: verdict({ range: 'partial', hold: 'no-lockout' }),
});

test('a point tells what its reps were and the means of those that can be compared', () => {
  const store = aStore();
  const id = anAthlete(store);
  lift(store, id, 1, [aRep(1, { pcv_mps: 0.9 }), HALF, aRep(3, { pcv_mps: 0.7, mean_power_w: null })]);
  const [point] = store.history({ athlete_id: id, lift: 'hip-thrust' })?.points ?? [];
  expect(point?.outcomes).toEqual(['full', 'half', 'full']);
  expect(point?.pcv_mps).toBeCloseTo(0.8);
  expect(point?.rom_m).toBeCloseTo(0.31);
  expect(point).toMatchObject({ power_w: 512.5, lowering_s: 1.2, side: null });
});

test('history can be of one side and of a stretch of time; "days since" looks beyond it', () => {
  const store = aStore();
  const id = anAthlete(store);
  const side = (which: 'left' | 'right') => ({ variation: 'single-leg', side: which }) as const;
  lift(store, id, 30, reps(5), side('left'));
  const left = lift(store, id, 9, reps(5), side('left'));
  lift(store, id, 9, reps(5), side('right'));
  lift(store, id, 1, reps(5), side('left'));
  const history = store.history({
    ...{ athlete_id: id, lift: 'hip-thrust', variation: 'single-leg', side: 'left' },
    ...{ since_epoch_ms: NOON - 20 * DAY_MS, until_epoch_ms: NOON - 5 * DAY_MS },
  });
  expect(history?.points.map(({ set_id }) => set_id)).toEqual([left]);
  expect(history?.sides).toEqual(['left', 'right']);
  expect(history?.tiles.days_since_last).toBe(1);
});

test('volume lists every week between, with hard sets by muscle and tonnage of all lifts', () => {
  const store = aStore();
  const id = anAthlete(store);
  lift(store, id, 15, reps(5), { load_kg: 100 });
  lift(store, id, 1, reps(8), { load_kg: 50, lift: 'squat' });
  lift(store, id, 1, reps(8), { load_kg: 60, kind: 'warm-up' });
  const volume = store.volume({ athlete_id: id });
  expect(volume?.weeks.map(({ sets, tonnage_kg }) => [sets, tonnage_kg])).toEqual([
    [1, 500],
    [0, 0],
    [1, 400],
  ]);
  expect(volume?.weeks[0]?.muscles[0]).toEqual({ muscle: 'gluteus maximus', prime: 1, assisting: 0 });
  expect(volume?.sessions).toBe(2);
  expect(store.volume({ athlete_id: id, since_epoch_ms: NOON })?.weeks).toEqual([]);
  expect(store.volume({ athlete_id: 99 })).toBeNull();
});

test('search finds words in notes and names, whatever their case and accents', () => {
  const store = aStore();
  const [maja, tomas] = [anAthlete(store), anAthlete(store, 'Tomás Ferreira')];
  const noted = lift(store, maja, 3, reps(5), {}, 'Hips shifted LEFT on rep 5');
  const named = lift(store, tomas, 2, reps(5));
  const deleted = lift(store, maja, 1, reps(5), {}, 'hips');
  value(store.sets.delete(deleted));
  const found = (text: string) => store.sets.search(text).map(({ id }) => id);
  expect(found('left hips')).toEqual([noted]);
  expect(found('tomas')).toEqual([named]);
  expect(found('100 %')).toEqual([]);
});

test('the team is who trained, without the demo athlete and simulated sets; drops are counted', () => {
  const store = aStore();
  const [maja, tomas] = [anAthlete(store), anAthlete(store, 'Tomás')];
  anAthlete(store, 'Nobody yet');
  const dropped = aRep(1, { verdict: verdict({ lowering: 'dropped' }) });
  lift(store, maja, 1, reps(4));
  lift(store, maja, 1, reps(4), { kind: 'warm-up' });
  lift(store, tomas, 3, [dropped, dropped, aRep(3), aRep(4)]);
  lift(store, maja, 0, [dropped, dropped], { simulated: true });
  const { rows, idle } = store.team();
  expect(
    rows.map(({ athlete, drops, flags }) => [athlete.name, drops, flags.map(({ kind }) => kind)]),
  ).toEqual([
    ['Tomás', { bad: 2, of: 4 }, ['drops']],
    ['Maja', { bad: 0, of: 4 }, []],
  ]);
  expect(rows[1]?.subject).toEqual({ lift: 'hip-thrust', variation: 'barbell', side: null });
  expect(idle).toBe(1);
});

test('what is asked in the evening goes by indices', () => {
  const folder = aFolder();
  aStore({ folder });
  const db = new Database(path.join(folder, 'lockout.sqlite'), { readonly: true });
  const given = {
    ...{ athlete_id: 1, lift: 'squat', variation: null, side: null, simulated: 0, lifts: '["squat"]' },
    ...{ since: 0, until: 1 },
  };
  const plan = (sql: string): string =>
    db
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(given)
      .map(({ detail }) => detail)
      .join('\n');
  const ofLift =
    /SEARCH sets USING INDEX sets_of \(athlete_id=\? AND lift=\? AND started_at>\? AND started_at<\?\)/;
  expect(plan(SETS_OF_LIFT)).toMatch(ofLift);
  expect(plan(REP_METRICS)).toMatch(ofLift);
  expect(plan(REP_METRICS)).toMatch(/SEARCH reps USING INDEX reps_of \(set_id=\? AND failed=\?\)/);
  expect(plan(HARD_SETS)).toMatch(ofLift);
  expect(plan(TEAM_SETS)).toMatch(/SEARCH sets USING INDEX sets_by_time \(started_at>\?\)/);
  expect(plan(TEAM_SETS)).toMatch(/SEARCH reps USING INDEX reps_dropped \(set_id=\?\)/);
  expect(plan(NOTES)).toMatch(/SCAN sets USING INDEX sets_noted$/m);
  for (const sql of [SETS_OF_LIFT, REP_METRICS, HARD_SETS, TEAM_SETS, NOTES])
    expect(plan(sql)).not.toMatch(/SCAN (sets|reps)$|USE TEMP B-TREE/m);
  db.close();
});
