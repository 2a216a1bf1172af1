import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aFolder, anAnalysis, anAthlete, aRep, aSet, aStore, reps, value } from './given.ts';

const TABLES = ['athletes', 'references', 'sessions', 'sets', 'reps', 'edits', 'sensors', 'calibrations'];

/** Identities of a table as text, in the order of its rows. */
function identities(folder: string, table: string): string[] {
  const db = new Database(path.join(folder, 'lockout.sqlite'), { readonly: true });
  const all = db.prepare<[], string>(`SELECT lower(hex(uuid)) FROM "${table}" ORDER BY rowid`).pluck().all();
  db.close();
  return all;
}

const V7 = /^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/;

test('every row of an old file has an identity of its own time, and every new one gets one', () => {
  const folder = aFolder();
  fs.copyFileSync(
    path.join(import.meta.dirname, '../fixtures/store/v1.sqlite'),
    path.join(folder, 'lockout.sqlite'),
  );
  const store = aStore({ folder });
  const [set] = store.sets.list({ limit: 1 });
  const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
  value(store.sets.update(set_id, { note: 'heavy' }));
  for (const table of TABLES) {
    const all = identities(folder, table);
    expect(all.length, table).toBeGreaterThan(0);
    for (const each of all) expect(each, table).toMatch(V7);
    expect(new Set(all).size, table).toBe(all.length);
  }
  const old = Number.parseInt(identities(folder, 'sets')[0]?.slice(0, 12) ?? '', 16);
  expect(old).toBe(set?.started_epoch_ms);
});

test('a rep is the same one in a new analysis of its moment, another moment is another rep', () => {
  const folder = aFolder();
  const store = aStore({ folder });
  const { set_id } = value(store.sets.insert(aSet(anAthlete(store), { analysis: anAnalysis(reps(3)) })));
  const before = identities(folder, 'reps');
  // the second is not found any more, a later one is
  value(store.sets.update(set_id, { analysis: anAnalysis([aRep(1), aRep(3), aRep(9)]) }));
  const after = identities(folder, 'reps');
  expect(after.slice(0, 2)).toEqual([before[0], before[2]]);
  expect(before).not.toContain(after[2]);
});

test('an export finds an athlete and a set by who they are, whatever they are called meanwhile', () => {
  const store = aStore();
  const athlete_id = anAthlete(store, 'Maja');
  const { set_id } = value(store.sets.insert(aSet(athlete_id)));
  const out = [...store.everything.dump({ lockout: '1.2.3' })].join('');
  value(store.athletes.update({ id: athlete_id, name: 'Maja Novak', body_mass_kg: null }));
  const other = anAthlete(store, 'Tom');
  value(store.sets.update(set_id, { labels: { athlete_id: other } }));
  expect(value(store.everything.load(out))).toMatchObject({ athletes: 0, sets: 0, there: 1 });
  expect(store.athletes.list().map(({ name }) => name)).toEqual(['Maja Novak', 'Tom']);
  expect(store.sets.get(set_id)?.row.athlete_name).toBe('Tom');
});
