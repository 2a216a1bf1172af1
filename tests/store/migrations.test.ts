import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../main/store/open.ts';
import { migrate, versionOf } from '../../main/store/schema/migrate.ts';
import { MIGRATIONS, type Migration } from '../../main/store/schema/migrations.ts';
import { packRecording } from '../../main/store/sets/recording-blob.ts';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { twistedBefore } from '../accuracy/scenes.ts';
import { aFolder, aStore, NOON, problem, value } from './given.ts';
import { aSmallDisk, CAN_MOUNT } from './small-disk.ts';
import { anAnalysis, aRep, verdict } from './values.ts';

/** Written by the first released schema; never made again (see tests/store/make-v1-fixture.ts). */
const V1_FILE = path.join(import.meta.dirname, '..', 'fixtures', 'store', 'v1.sqlite');

const withNickname: Migration = {
  version: 2,
  sql: `ALTER TABLE athletes ADD COLUMN nickname TEXT NOT NULL DEFAULT ''`,
};
const broken: Migration = {
  version: 3,
  sql: 'CREATE TABLE half_done (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1)',
};

/** The file and its rollback journal as they lie on the disk in the middle of a migration. */
function killedOverAMigration(): string {
  const [folder, left] = [v1Folder(), aFolder()];
  const db = new Database(path.join(folder, 'lockout.sqlite'));
  db.pragma('cache_size = 1');
  db.exec('BEGIN EXCLUSIVE');
  // more than fits into the cache, so that half of it is written before the end
  for (const step of MIGRATIONS.slice(1, -1)) db.exec(step.sql);
  const add = db.prepare('INSERT INTO athletes (name, created_at) VALUES (?, 0)');
  for (let i = 0; i < 500; i++) add.run('x'.repeat(1000));
  for (const name of fs.readdirSync(folder)) fs.copyFileSync(path.join(folder, name), path.join(left, name));
  db.close();
  return left;
}

function v1Folder(): string {
  const folder = aFolder();
  fs.copyFileSync(V1_FILE, path.join(folder, 'lockout.sqlite'));
  return folder;
}

describe('migrations', () => {
  test('a station killed over one starts again, with all that was there', () => {
    const folder = killedOverAMigration();
    expect(fs.readdirSync(folder).sort()).toEqual(['lockout.sqlite', 'lockout.sqlite-journal']);
    const store = aStore({ folder });
    expect(store.athletes.list().map(({ name }) => name)).toContain('Maja');
    expect(store.notices).toEqual([]);
    expect(store.sets.list({ limit: 1 })[0]).toMatchObject({ note: 'first set ever', load_kg: 102.5 });
  });

  test('versions rise one by one', () => {
    expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });

  test('an empty file becomes version 1 with every table STRICT', () => {
    const db = new Database(':memory:');
    migrate(db, MIGRATIONS.slice(0, 1));
    expect(versionOf(db)).toBe(1);
    const tables = db.prepare(`SELECT name, strict FROM pragma_table_list WHERE type = 'table'`).all() as {
      name: string;
      strict: number;
    }[];
    const ours = tables.filter((table) => !table.name.startsWith('sqlite_'));
    expect(ours.map((table) => table.name).sort()).toEqual([
      'athletes',
      'calibrations',
      'edits',
      'recordings',
      'references',
      'reps',
      'sensors',
      'sessions',
      'sets',
      'settings',
      'traces',
    ]);
    expect(ours.every((table) => table.strict === 1)).toBe(true);
  });

  test('an older file is copied to the backups, then brought up to date', () => {
    const folder = v1Folder();
    const { db } = value(
      openDatabase(folder, { now_epoch_ms: NOON, migrations: [...MIGRATIONS.slice(0, 1), withNickname] }),
    );
    expect(versionOf(db)).toBe(2);
    expect(db.prepare('SELECT name, nickname FROM athletes ORDER BY id LIMIT 1').get()).toEqual({
      name: 'Demo athlete',
      nickname: '',
    });
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
    const [copy] = fs.readdirSync(path.join(folder, 'backups'));
    expect(copy).toMatch(/before-v2\.sqlite$/);
    const old = new Database(path.join(folder, 'backups', copy as string), { readonly: true });
    expect(versionOf(old)).toBe(1);
    old.close();
  });

  test.skipIf(!CAN_MOUNT)('one without room for its copy changes nothing and leaves no half a backup', () => {
    const disk = aSmallDisk(2);
    const file = path.join(disk.folder, 'lockout.sqlite');
    fs.copyFileSync(V1_FILE, file);
    fs.mkdirSync(path.join(disk.folder, 'backups'));
    disk.fill();
    const steps = [...MIGRATIONS.slice(0, 1), withNickname];
    expect(problem(openDatabase(disk.folder, { now_epoch_ms: NOON, migrations: steps })).code).toBe(
      'disk-full',
    );
    expect(fs.readdirSync(path.join(disk.folder, 'backups'))).toEqual([]);
    expect(fs.readFileSync(file).equals(fs.readFileSync(V1_FILE))).toBe(true);
  });

  test('one that fails leaves the file as it was, earlier steps included', () => {
    const folder = v1Folder();
    const file = path.join(folder, 'lockout.sqlite');
    const before = fs.readFileSync(file);
    const steps = [...MIGRATIONS.slice(0, 1), withNickname, broken];
    expect(problem(openDatabase(folder, { now_epoch_ms: NOON, migrations: steps })).message).toContain(
      'cannot be opened',
    );
    expect(fs.readFileSync(file).equals(before)).toBe(true);
    expect(fs.existsSync(`${file}-wal`)).toBe(false);
    value(openDatabase(folder, { now_epoch_ms: NOON, migrations: MIGRATIONS.slice(0, 1) })).db.close();
  });

  test('one that would leave rows without their owner is refused', () => {
    const db = new Database(V1_FILE, { readonly: true });
    const copy = new Database(db.serialize());
    db.close();
    const orphaning: Migration = { version: 2, sql: 'DELETE FROM athletes' };
    expect(() => migrate(copy, [...MIGRATIONS.slice(0, 1), orphaning])).toThrow(/orphaned/);
    expect(versionOf(copy)).toBe(1);
    expect(copy.prepare('SELECT count(*) FROM athletes').pluck().get()).toBe(2);
  });
});

describe('a real file of version 1', () => {
  test('opens with everything in it', () => {
    const store = aStore({ folder: v1Folder() });
    expect(store.notices).toEqual([]);
    expect(store.athletes.list().map((athlete) => athlete.name)).toEqual(['Demo athlete', 'Maja']);
    const [row] = store.sets.list({ limit: 10 });
    const set = store.sets.get(row?.id ?? 0);
    expect(set?.reps).toHaveLength(3);
    expect(set?.reps[2]?.rep).toMatchObject({ mcv_mps: null, quality: 'unusable', eccentric: null });
    expect(set?.failed).toHaveLength(1);
    // what was not looked for then is not known now
    expect(set?.recording.lever_m).toBeNull();
    expect(set).toMatchObject({ live_reps: null, from_live: false });
    expect(set?.edits.map((edit) => edit.what)).toEqual(['load, kg: 100 → 102.5']);
    expect(set?.labels.calibration?.rests).toBe(14);
    expect(set?.trace?.t_s.length).toBeGreaterThan(100);
    const samples = value(store.sets.recording(row?.id ?? 0));
    expect(samples.t_s).toHaveLength(400);
    expect(samples.accel_g[7]).toBe(Math.sin(7 * 0.37) / 3);
    expect(store.sensors.known()[0]).toMatchObject({ name: 'Rack 2', rest_state: { version: 1 } });
    expect(store.settings.get().units).toBe('lb');
  });

  test('its pauses are judged again by where the bar stood, its velocities without the half rep', () => {
    const folder = v1Folder();
    const db = new Database(path.join(folder, 'lockout.sqlite'));
    db.exec(`
      UPDATE reps SET range = 'partial', range_ratio = 0.56, mcv_mps = 0.9 WHERE place = 2 AND failed = 0;
      UPDATE sets SET mean_mcv_mps = 0.71, best_mcv_mps = 0.9, partial_reps = 1, full_reps = 2;`);
    db.close();
    const store = aStore({ folder });
    const [row] = store.sets.list({ limit: 1 });
    const set = store.sets.get(row?.id ?? 0);
    expect(set?.reps.map(({ rep }) => rep.verdict.hold)).toEqual(['met', 'no-lockout', 'met']);
    expect(row).toMatchObject({ holds_met: 2, holds_judged: 3 });
    expect(row?.summary).toMatchObject({ mean_mcv_mps: 0.52, best_mcv_mps: 0.52 });
    // and the new word is one that can be stored
    const again = value(
      store.sets.update(row?.id ?? 0, {
        analysis: anAnalysis([aRep(1, { verdict: verdict({ hold: 'no-lockout' }) })]),
      }),
    );
    expect(again.reps[0]?.rep.verdict.hold).toBe('no-lockout');
  });

  test('what was deleted in it has its thirty days in the bin from now on, and nobody is archived', () => {
    const folder = v1Folder();
    const db = new Database(path.join(folder, 'lockout.sqlite'));
    db.exec('UPDATE sets SET deleted_at = 1');
    db.close();
    const store = aStore({ folder, clock: { now_epoch_ms: Date.now } });
    expect(store.sets.list({ limit: 10 })).toEqual([]);
    expect(value(store.bin.purge())).toBe(false);
    const [entry] = store.bin.list();
    value(store.bin.restore(entry ?? { kind: 'set', id: 0 }));
    expect(store.sets.list({ limit: 1 })[0]).toMatchObject({ note: 'first set ever' });
    expect(store.athletes.list().map(({ archived }) => archived)).toEqual([false, false]);
  });

  test('loses the columns that never told anything', () => {
    const folder = v1Folder();
    aStore({ folder }).close();
    const db = new Database(path.join(folder, 'lockout.sqlite'), { readonly: true });
    const columns = db.prepare(`SELECT name FROM pragma_table_info('reps')`).pluck().all();
    db.close();
    expect(columns).toContain('hold_s');
    for (const gone of ['announced_s', 'lockout_announced_s', 'lockout_height_m'])
      expect(columns).not.toContain(gone);
  });

  test('goes on: its set, analysed again, tells the lever it could not tell then, and is taken out with it', async () => {
    const folder = v1Folder();
    // the samples of a twisted bar, stored when nobody looked for one
    const { recording } = simulatedSet({ seed: 3, lever_m: 0.05, ...twistedBefore(createRandom(3)) });
    const db = new Database(path.join(folder, 'lockout.sqlite'));
    db.prepare('UPDATE recordings SET samples = @samples, data = @data').run(packRecording(recording));
    db.close();
    const store = aStore({ folder });
    const id = store.sets.list({ limit: 1 })[0]?.id ?? 0;
    const before = store.sets.get(id);
    if (!before) throw new Error('the set is not there');
    expect(before.recording.lever_m).toBeNull();

    const analysis = analyzeSet(value(store.sets.recording(id)), before.labels);
    const again = value(store.sets.update(id, { analysis }));
    expect(again.recording.lever_m).toBeCloseTo(0.05, 2);
    expect(again.recording).toEqual(analysis.recording);
    expect(again.reps.length).toBeGreaterThan(3);
    expect(again.reps.map(({ rep }) => rep)).toEqual(analysis.reps);
    expect(again.edits.some((edit) => edit.what.includes(analysis.algorithm))).toBe(true);

    const backup = value(await store.backup());
    const elsewhere = aFolder();
    fs.copyFileSync(backup.path, path.join(elsewhere, 'lockout.sqlite'));
    const copy = aStore({ folder: elsewhere });
    expect(copy.sets.get(id)).toEqual(again);
    const lines = [...copy.csvLines({})];
    expect(lines).toHaveLength(1 + analysis.reps.length + analysis.failed.length);
    expect(lines).toEqual([...store.csvLines({})]);
  });
});
