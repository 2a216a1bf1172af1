import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { LIFTED } from '../../main/store/history/training-record.ts';
import type { NewSet, Store, TrainingRecord } from '../../main/store/index.ts';
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
} from './given.ts';

function lift(
  store: Store,
  athlete_id: number,
  days_ago: number,
  labels: Partial<NewSet['labels']> = {},
  of: readonly Rep[] = reps(5),
): number {
  const set = aSet(athlete_id, {
    analysis: anAnalysis(of),
    labels: someLabels(athlete_id, labels),
    started_epoch_ms: NOON - days_ago * DAY_MS,
  });
  return value(store.sets.insert(set)).set_id;
}

function training(store: Store, athlete_id: number, what = {}): TrainingRecord {
  const query = { athlete_id, lift: 'hip-thrust', variation: 'barbell', side: null, ...what } as const;
  const record = store.training(query);
  if (!record) throw new Error('no such athlete');
  return record;
}

describe('what a profile is made of', () => {
  test('sets of one lift, variation and side, oldest first, with their reps', () => {
    const store = aStore();
    const id = anAthlete(store);
    const second = lift(store, id, 1, {}, [aRep(1, { mcv_mps: 0.5 }), aRep(2, { mcv_mps: 0.4 })]);
    const first = lift(store, id, 8, { load_kg: 80, kind: 'warm-up' });
    lift(store, id, 2, { lift: 'squat' });
    lift(store, id, 2, { variation: 'single-leg', side: 'left' });
    const { sets, today, preset } = training(store, id);
    expect(sets.map(({ set_id, load_kg, kind }) => [set_id, load_kg, kind])).toEqual([
      [first, 80, 'warm-up'],
      [second, 100, 'work'],
    ]);
    expect(sets[1]?.reps.map(({ mcv_mps }) => mcv_mps)).toEqual([0.5, 0.4]);
    expect([today, preset]).toEqual([null, 'hypertrophy']);
    const left = training(store, id, { variation: 'single-leg', side: 'left' });
    expect(left.sets).toHaveLength(1);
  });

  test('not deleted sets and reps, failed attempts only as a number', () => {
    const store = aStore();
    const id = anAthlete(store);
    value(store.sets.delete(lift(store, id, 3)));
    const set = aSet(id, { analysis: anAnalysis(reps(3), { failed: [aRep(4)] }), deleted_reps: [1] });
    value(store.sets.insert(set));
    const { sets } = training(store, id);
    expect(sets.map(({ failed, reps: of }) => [failed, of.length])).toEqual([[1, 2]]);
  });

  test('a simulated set of a real athlete is none of theirs', () => {
    const store = aStore();
    const id = anAthlete(store);
    lift(store, id, 0, { simulated: true });
    expect(training(store, id)).toMatchObject({ sets: [], hard: [], subjects: [], today: null });
  });

  test('knows today’s session, and the sets of the week by muscle', () => {
    const store = aStore();
    const id = anAthlete(store);
    lift(store, id, 20);
    lift(store, id, 1, { lift: 'squat' });
    lift(store, id, 0);
    const { sets, today, hard, week, subjects } = training(store, id);
    expect(today).toBe(sets.at(-1)?.session_id);
    expect(hard.map(({ muscles }) => muscles[0]).sort()).toEqual(['gluteus maximus', 'quadriceps']);
    expect(hard.every((set) => set.week === week)).toBe(true);
    expect(subjects.map((subject) => subject.lift)).toEqual(['hip-thrust', 'squat']);
  });

  test('nobody is nobody', () => {
    expect(aStore().training({ athlete_id: 99, lift: 'squat', variation: 'barbell', side: null })).toBeNull();
  });
});

test('the query goes by the indices of sets and reps', () => {
  const folder = aFolder();
  aStore({ folder });
  const db = new Database(path.join(folder, 'lockout.sqlite'), { readonly: true });
  const plan = db
    .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${LIFTED}`)
    .all({ athlete_id: 1, lift: 'squat', variation: 'barbell', side: null, since: 0, simulated: 0 })
    .map(({ detail }) => detail);
  db.close();
  expect(plan.join('\n')).toMatch(
    /SEARCH sets USING INDEX sets_of \(athlete_id=\? AND lift=\? AND started_at>\?\)/,
  );
  expect(plan.join('\n')).toMatch(/SEARCH reps USING INDEX reps_of \(set_id=\? AND failed=\?\)/);
});
