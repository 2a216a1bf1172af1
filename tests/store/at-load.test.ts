import { expect, test } from 'vitest';
import type { NewSet, Store } from '../../main/store/index.ts';
import type { Rep } from '../../src/reps/rep.ts';
import {
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
  labels: Partial<NewSet['labels']>,
): number {
  const set = aSet(athlete_id, {
    analysis: anAnalysis(of),
    labels: someLabels(athlete_id, labels),
    started_epoch_ms: NOON - days_ago * DAY_MS,
  });
  return value(store.sets.insert(set)).set_id;
}

const HALF = aRep(2, { rom_m: 0.1, verdict: verdict({ range: 'partial', hold: 'no-lockout' }) });

test('work sets at one load are found in order, with the means of reps that can be compared', () => {
  const store = aStore();
  const id = anAthlete(store);
  const heavy = { load_kg: 120 };
  const first = lift(store, id, 9, [aRep(1, { rom_m: 0.3 }), HALF, aRep(3, { rom_m: 0.32 })], heavy);
  lift(store, id, 8, reps(5), { load_kg: 100 });
  lift(store, id, 7, reps(5), { ...heavy, kind: 'warm-up' });
  lift(store, id, 6, reps(5), { ...heavy, variation: 'banded' });
  const second = lift(store, id, 1, reps(5, { peak_power_w: 990 }), heavy);
  const none = lift(store, id, 0.5, [HALF], heavy);
  const query = { athlete_id: id, lift: 'hip-thrust', variation: 'barbell', side: null } as const;
  const simulated = someLabels(id).simulated;
  expect(store.atLoad({ ...query, ...heavy, simulated })).toMatchObject([
    { set_id: first, reps: 2, rom_m: expect.closeTo(0.31, 9), power_w: 512.5 },
    { set_id: second, reps: 5, peak_power_w: 990 },
    // half reps only: a set, and nothing in it to compare
    { set_id: none, reps: 0, rom_m: null },
  ]);
  value(store.sets.delete(second));
  expect(store.atLoad({ ...query, ...heavy, simulated })).toHaveLength(2);
  expect(store.atLoad({ ...query, load_kg: null, simulated })).toEqual([]);
  expect(store.atLoad({ ...query, ...heavy, simulated: !simulated })).toEqual([]);
});
