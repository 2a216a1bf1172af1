import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { SETS_OF_LIFT } from '../../main/store/history/index.ts';
import { TEAM_SETS } from '../../main/store/history/team.ts';
import { IN_SHORT, LIFTED } from '../../main/store/history/training-record.ts';
import { HARD_SETS } from '../../main/store/history/volume.ts';
import type { NewSet, Store } from '../../main/store/index.ts';
import { SUM_UP_REPS } from '../../main/store/schema/v14.ts';
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

const FAILED = aRep(1, { verdict: verdict({ flags: ['failed'] }) });
const SETS: readonly (readonly Rep[])[] = [
  [],
  [aRep(1, { mcv_mps: null, quality: 'unusable', eccentric: null }), HALF],
  [
    aRep(1, { mcv_mps: 0.4, mcv_repeat_sigma_mps: 0.01 }),
    aRep(2, { mcv_mps: 0.6 }),
    HALF,
    aRep(4, { mcv_mps: 0.6 }),
  ],
  [
    aRep(1, { pcv_mps: null }),
    aRep(2, { mean_power_w: null, mcv_sigma_mps: null, mcv_repeat_sigma_mps: null }),
  ],
  (['full', 'short', 'partial', 'unsure'] as const).flatMap((range) =>
    ([null, 'met', 'missed', 'no-lockout', 'unsure'] as const).flatMap((hold) =>
      ([null, 'controlled', 'dropped'] as const).map((lowering, i) =>
        aRep(i + 1, { mcv_mps: 0.5 + i / 10, verdict: verdict({ range, hold, lowering }) }),
      ),
    ),
  ),
];

/** What stands in the columns of the sets that no rep has to be read for. */
const sumsOf = (folder: string): Record<string, unknown>[] => {
  const db = new Database(path.join(folder, 'lockout.sqlite'), { readonly: true });
  const rows = db
    .prepare<[], Record<string, unknown>>(`
      SELECT id, outcomes, compared_pcv_mps, compared_power_w, compared_hold_s, compared_rom_m, compared_lowering_s,
        fastest_mcv_mps, fastest_sigma_mps, slowest_mcv_mps FROM sets ORDER BY id`)
    .all();
  db.close();
  return rows;
};

test('what is stored beside a set is what its stored reps say: older files are filled alike', () => {
  const folder = aFolder();
  const store = aStore({ folder });
  const id = anAthlete(store);
  for (const [days, set] of SETS.entries())
    value(
      store.sets.insert(
        aSet(id, {
          analysis: anAnalysis(
            set.map((rep, index) => ({ ...rep, index })),
            { failed: [FAILED] },
          ),
          started_epoch_ms: NOON - days * DAY_MS,
        }),
      ),
    );
  store.close();
  const written = sumsOf(folder);
  expect(written[2]).toMatchObject({ outcomes: 'ffhf', fastest_mcv_mps: 0.6, slowest_mcv_mps: 0.4 });
  const db = new Database(path.join(folder, 'lockout.sqlite'));
  db.exec(`UPDATE sets SET outcomes = '?', compared_rom_m = 9, fastest_mcv_mps = 9; ${SUM_UP_REPS}`);
  db.close();
  for (const [i, row] of sumsOf(folder).entries())
    for (const [column, was] of Object.entries(written[i] ?? {}))
      if (typeof was === 'number') expect(row[column], column).toBeCloseTo(was, 9);
      else expect(row[column], column).toEqual(was);
});

test('an edit is in the history as soon as it is made: a rep taken away and brought back', () => {
  const store = aStore();
  const id = anAthlete(store);
  const set = lift(store, id, 1, [aRep(1, { pcv_mps: 0.9, mcv_mps: 0.7 }), aRep(2, { pcv_mps: 0.7 })]);
  const asked = { athlete_id: id, lift: 'hip-thrust', variation: 'barbell', side: null } as const;
  const told = () => ({
    pcv_mps: store.history(asked)?.points[0]?.pcv_mps,
    outcomes: store.history(asked)?.points[0]?.outcomes.length,
    fastest_mps: store.inShort(asked)?.[0]?.fastest?.mcv_mps,
  });
  const before = told();
  expect(before).toMatchObject({ outcomes: 2, fastest_mps: 0.7 });
  const first = store.sets.get(set)?.reps[0]?.id ?? 0;
  value(store.sets.setRepDeleted(set, first, true));
  expect(told()).toEqual({ pcv_mps: 0.7, outcomes: 1, fastest_mps: aRep(2).mcv_mps });
  value(store.sets.setRepDeleted(set, first, false));
  expect(told()).toEqual(before);
  value(store.sets.update(set, { analysis: anAnalysis([HALF]) }));
  expect(told()).toMatchObject({ pcv_mps: null, outcomes: 1, fastest_mps: undefined });
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
  const [maja, lukasz] = [anAthlete(store), anAthlete(store, 'Łukasz Ferreira')];
  const noted = lift(store, maja, 3, reps(5), {}, 'Hips shifted LEFT on rep 5');
  const named = lift(store, lukasz, 2, reps(5));
  const deleted = lift(store, maja, 1, reps(5), {}, 'hips');
  value(store.sets.delete(deleted));
  const found = (text: string) => store.sets.search(text).map(({ id }) => id);
  expect(found('left hips')).toEqual([noted]);
  expect(found('lukasz ferr')).toEqual([named]);
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
  for (const sql of [SETS_OF_LIFT, IN_SHORT]) expect(plan(sql)).not.toMatch(/reps/);
  expect(plan(IN_SHORT)).toMatch(/SEARCH sets USING INDEX sets_of \(athlete_id=\? AND lift=\?\)/);
  expect(plan(LIFTED)).toMatch(
    /SEARCH sets USING INDEX sets_of \(athlete_id=\? AND lift=\? AND started_at>\?\)/,
  );
  expect(plan(LIFTED)).toMatch(/SEARCH reps USING INDEX reps_of \(set_id=\? AND failed=\?\)/);
  expect(plan(HARD_SETS)).toMatch(ofLift);
  expect(plan(TEAM_SETS)).toMatch(/SEARCH sets USING INDEX sets_by_time \(started_at>\?\)/);
  expect(plan(TEAM_SETS)).toMatch(/SEARCH reps USING INDEX reps_dropped \(set_id=\?\)/);
  expect(plan(NOTES)).toMatch(/SCAN sets USING INDEX sets_noted$/m);
  for (const sql of [SETS_OF_LIFT, IN_SHORT, LIFTED, HARD_SETS, TEAM_SETS, NOTES])
    expect(plan(sql)).not.toMatch(/SCAN (sets|reps)$|USE TEMP B-TREE/m);
  db.close();
});
