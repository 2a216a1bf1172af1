import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../main/store/index.ts';
import { ExportFile } from '../../src/contract/export-file.ts';
import {
  A_PROFILE,
  aFolder,
  anAnalysis,
  anAthlete,
  aRep,
  aSet,
  aStore,
  NOON,
  problem,
  reps,
  SIMULATED_RANGE,
  value,
} from './given.ts';

const dump = (store: Store, athletes?: readonly number[]): string =>
  [...store.everything.dump({ lockout: '1.2.3', athletes })].join('');
const DAY_MS = 86_400_000;

/** One athlete's sets, with all that may hang on them. */
const season = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((name) => name.trim() !== ''),
    sets: fc.array(
      fc.record({
        reps: fc.integer({ min: 1, max: 4 }),
        load_kg: fc.option(fc.double({ min: 0, max: 300, noNaN: true })),
        mcv_mps: fc.double({ min: 0.1, max: 2, noNaN: true }),
        note: fc.string({ unit: 'grapheme', maxLength: 20 }),
        later_ms: fc.integer({ min: 0, max: 3 * DAY_MS }),
        fate: fc.constantFrom('kept', 'kept', 'edited', 'rep deleted', 'deleted'),
      }),
      { maxLength: 3 },
    ),
    imported: fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 2 }),
    range: fc.boolean(),
    profile: fc.constantFrom('none', 'open', 'kept'),
  }),
  { minLength: 1, maxLength: 3 },
);

type Season = typeof season extends fc.Arbitrary<infer T> ? T : never;

function live(store: Store, lives: Season): void {
  let at = NOON - 200 * DAY_MS;
  for (const { name, sets, imported, range, profile } of lives) {
    const athlete_id = anAthlete(store, name);
    for (const { reps: count, load_kg, mcv_mps, note, later_ms, fate } of sets) {
      at += later_ms + 1;
      const analysis = anAnalysis(Array.from({ length: count }, (_, i) => aRep(i + 1, { mcv_mps })));
      const set = aSet(athlete_id, { analysis, note, started_epoch_ms: at });
      const { set_id, rep_ids } = value(store.sets.insert({ ...set, labels: { ...set.labels, load_kg } }));
      if (fate === 'edited') value(store.sets.update(set_id, { note: `${note}!` }));
      if (fate === 'rep deleted') value(store.sets.setRepDeleted(set_id, rep_ids[0] ?? 0, true));
      if (fate === 'deleted') value(store.sets.delete(set_id));
    }
    if (range)
      value(
        store.references.put(
          { athlete_id, lift: 'squat', variation: 'barbell', bench: '', side: null },
          SIMULATED_RANGE,
        ),
      );
    const subject = { athlete_id, lift: 'hip-thrust', variation: 'barbell', side: null } as const;
    if (profile !== 'none') {
      const begun = value(store.speedProfiles.begin(subject, [60.5, 80, 100]));
      if (profile === 'kept') value(store.speedProfiles.keep(athlete_id, begun, A_PROFILE));
    }
    const fresh = [...new Set(imported)];
    if (fresh.length > 0)
      value(
        store.imports.addHistory({
          file: 'log.csv',
          digest: name,
          tool: 'Strong',
          exercises: new Map([[fresh[0] ?? '', null]]),
          sets: fresh.map((exercise) => ({
            athlete: { id: athlete_id },
            lift: null,
            same_as: exercise,
            set: {
              row: 1,
              athlete: null,
              day: '2026-01-02',
              time: null,
              exercise,
              number: null,
              kind: 'work',
              load_kg: 10.1,
              reps: 5,
              measured: [],
              rpe: null,
              note: '',
            },
          })),
        }),
      );
  }
}

describe('everything', () => {
  test('comes back as it was: into a new place, and after it was deleted', () => {
    fc.assert(
      fc.property(season, (lives) => {
        const store = aStore();
        live(store, lives);
        const out = dump(store);
        expect(ExportFile.parse(JSON.parse(out)).database).toBeGreaterThan(8);
        const elsewhere = aStore();
        value(elsewhere.everything.load(out));
        expect(dump(elsewhere)).toBe(out);

        // what is there already does not come twice
        const again = value(elsewhere.everything.load(out));
        expect(again).toMatchObject({ athletes: 0, sets: 0, imported_sets: 0 });
        expect(dump(elsewhere)).toBe(out);

        for (const { id } of store.athletes.list()) value(store.athletes.delete(id));
        value(store.everything.load(out));
        expect(dump(store)).toBe(out);
        store.close();
        elsewhere.close();
      }),
      { numRuns: 6, seed: 14 },
    );
  });

  test('joins what another station has, under numbers that are free', () => {
    const [one, two] = [aStore(), aStore()];
    const maja = anAthlete(one, 'Maja');
    value(one.sets.insert(aSet(maja)));
    const tom = anAthlete(two, 'Tom');
    value(two.sets.insert(aSet(tom, { analysis: anAnalysis(reps(2)) })));
    value(two.sets.update(1, { note: 'heavy' }));
    expect(value(one.everything.load(dump(two)))).toMatchObject({ athletes: 1, sets: 1, there: 0 });
    const [newest] = one.sets.list({ limit: 5, athlete_id: one.athletes.list()[1]?.id ?? 0 });
    expect(newest).toMatchObject({ athlete_name: 'Tom', note: 'heavy' });
    const theirs = one.sets.get(newest?.id ?? 0);
    expect(theirs?.reps).toHaveLength(2);
    expect(theirs?.edits).toEqual(two.sets.get(1)?.edits);
    expect(value(one.sets.recording(newest?.id ?? 0))).toEqual(value(two.sets.recording(1)));
  });

  test('of one athlete is theirs alone, with what it rests on', () => {
    const store = aStore();
    const [maja, tom] = [anAthlete(store, 'Maja'), anAthlete(store, 'Tom')];
    for (const id of [maja, tom, tom]) value(store.sets.insert(aSet(id)));
    const elsewhere = aStore();
    expect(value(elsewhere.everything.load(dump(store, [tom])))).toMatchObject({ athletes: 1, sets: 2 });
    expect(elsewhere.athletes.list().map(({ name }) => name)).toEqual(['Tom']);
    expect(elsewhere.info()).toMatchObject({ sets: 2, reps: 16 });
  });

  test('a set deleted since comes back with its numbers', () => {
    const store = aStore();
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
    const out = dump(store);
    value(store.sets.delete(set_id));
    value(store.everything.load(out));
    expect(store.info()).toMatchObject({ sets: 1, reps: 8 });
  });

  test('of an older program is read', () => {
    const file = path.join(import.meta.dirname, '../fixtures/store/v1.sqlite');
    const db = new Database(file, { readonly: true });
    const names = ['athletes', 'calibrations', 'sessions', 'sets', 'reps', 'recordings', 'edits'];
    const tables = Object.fromEntries(
      names.map((name) => {
        const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all();
        const columns = Object.keys(rows[0] ?? {});
        const cell = (each: unknown) =>
          each instanceof Uint8Array ? { base64: Buffer.from(each).toString('base64') } : each;
        return [name, { columns, rows: rows.map((row) => columns.map((column) => cell(row[column]))) }];
      }),
    );
    db.close();
    const old = { lockout_export: 1, lockout: '0.0.1', database: 1, exported_utc: '', tables };
    const store = aStore();
    expect(value(store.everything.load(JSON.stringify(old))).sets).toBe(1);
    const [row] = store.sets.list({ limit: 1 });
    expect(store.sets.get(row?.id ?? 0)?.reps).toHaveLength(3);
    expect(value(store.sets.recording(row?.id ?? 0)).t_s).toHaveLength(400);
  });

  test('that is damaged, foreign or newer changes nothing', () => {
    const folder = aFolder();
    const store = aStore({ folder });
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
    const out = dump(store);
    const file = JSON.parse(out) as ExportFile;
    const loaded = (change: object) =>
      problem(aStore().everything.load(JSON.stringify({ ...file, ...change })));
    expect(problem(store.everything.load(out.slice(0, -20))).code).toBe('damaged-export');
    expect(loaded({ database: 99 }).code).toBe('newer-export');
    expect(loaded({ lockout_export: 7 }).code).toBe('damaged-export');
    expect(loaded({ tables: { ...file.tables, athletes: { columns: [], rows: [] } } }).code).toBe(
      'damaged-export',
    );
    expect(loaded({ tables: { ...file.tables, strange: { columns: [], rows: [] } } }).message).toContain(
      'strange',
    );
    expect(store.sets.get(set_id)?.reps).toHaveLength(8);
    expect(fs.existsSync(path.join(folder, 'lockout.sqlite'))).toBe(true);
  });
});
