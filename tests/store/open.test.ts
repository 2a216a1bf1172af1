import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../main/store/index.ts';
import { openDatabase } from '../../main/store/open.ts';
import { newest } from '../../main/store/schema/migrate.ts';
import { MIGRATIONS } from '../../main/store/schema/migrations.ts';
import { aClock, aFolder, anAthlete, aSet, aStore, problem, SIMULATED_RANGE, value } from './given.ts';

const clock = aClock();
const databaseOf = (folder: string) => path.join(folder, 'lockout.sqlite');

/** A folder with one athlete and one set in it, closed again. */
function aFolderWithASet(): string {
  const folder = aFolder();
  const store = value(openStore(folder, { clock }));
  value(store.sets.insert(aSet(anAthlete(store))));
  store.close();
  return folder;
}

describe('opening', () => {
  test('a folder that is not there yet begins an empty station', () => {
    const folder = path.join(aFolder(), 'new', 'place');
    const store = aStore({ folder });
    expect(store.athletes.list()).toEqual([]);
    expect(store.notices).toEqual([]);
  });

  test('what is committed is on the disk, what is deleted is overwritten, nothing is left without its owner', () => {
    const { db } = value(openDatabase(aFolder(), { now_epoch_ms: clock.now_epoch_ms() }));
    onTestFinished(() => void db.close());
    const told = (name: string) => db.pragma(name, { simple: true });
    // 2 is FULL: the journal of a set goes as soon as its transaction is committed
    expect(told('synchronous')).toBe(2);
    expect(told('journal_mode')).toBe('wal');
    expect(told('secure_delete')).toBe(1);
    expect(() => db.prepare('INSERT INTO sessions (athlete_id, started_at) VALUES (99, 0)').run()).toThrow(
      /FOREIGN KEY/,
    );
  });

  test('again finds everything where it was', () => {
    const store = aStore({ folder: aFolderWithASet() });
    expect(store.athletes.list().map((athlete) => athlete.name)).toEqual(['Maja']);
    expect(store.info()).toMatchObject({ sets: 1, reps: 8 });
  });

  test('the first time seeds the demo athlete with a simulated reference, once', () => {
    const folder = aFolder();
    const demo = {
      name: 'Demo athlete',
      lift: 'hip-thrust',
      variation: 'barbell',
      reference: SIMULATED_RANGE,
    } as const;
    const first = value(openStore(folder, { clock, demo }));
    const [athlete] = first.athletes.list();
    expect(athlete).toMatchObject({ name: 'Demo athlete', simulated: true });
    const key = {
      athlete_id: athlete?.id ?? 0,
      lift: 'hip-thrust',
      variation: 'barbell',
      bench: '',
      side: null,
    } as const;
    expect(first.references.get(key)).toEqual(SIMULATED_RANGE);
    value(first.athletes.delete(key.athlete_id));
    first.close();
    expect(aStore({ folder, demo }).athletes.list()).toEqual([]);
  });

  test('a path that is a file is an error in words', () => {
    const file = path.join(aFolder(), 'file');
    fs.writeFileSync(file, 'not a folder');
    expect(problem(openStore(path.join(file, 'data'), { clock })).message).toContain('cannot be made');
  });
});

describe('a file that must not be touched', () => {
  const changed = (folder: string, sql: string): Buffer => {
    const db = new Database(databaseOf(folder));
    db.exec(sql);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    return fs.readFileSync(databaseOf(folder));
  };

  test('of a newer Lockout is refused politely', () => {
    const folder = aFolderWithASet();
    const before = changed(folder, `PRAGMA user_version = ${newest(MIGRATIONS) + 1}`);
    const refused = problem(openStore(folder, { clock }));
    expect(refused.code).toBe('newer-database');
    expect(refused.message).toMatch(/newer Lockout .*format \d+.*Nothing was changed/);
    expect(fs.readFileSync(databaseOf(folder)).equals(before)).toBe(true);
    // The refusal does not keep the folder locked for the newer program.
    changed(folder, `PRAGMA user_version = ${newest(MIGRATIONS)}`);
    expect(openStore(folder, { clock })).toMatchObject({ ok: true });
  });

  test('of another program is refused', () => {
    const folder = aFolder();
    const before = changed(folder, 'CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES (1)');
    expect(problem(openStore(folder, { clock })).code).toBe('foreign-database');
    expect(fs.readFileSync(databaseOf(folder)).equals(before)).toBe(true);
  });
});

describe('a damaged database', () => {
  const damage: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['that is no database at all', () => Buffer.from('once upon a time '.repeat(500))],
    ['with a page overwritten in the middle', (bytes) => bytes.fill(0xa5, 4096 * 9, 4096 * 12)],
    ['cut short', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ];

  test.each(damage)('%s is set aside, kept and reported', async (_, spoil) => {
    const folder = aFolderWithASet();
    const store = value(openStore(folder, { clock }));
    const backup = value(await store.backup());
    store.close();
    const spoilt = spoil(fs.readFileSync(databaseOf(folder)));
    fs.writeFileSync(databaseOf(folder), spoilt);

    const fresh = aStore({ folder });
    expect(fresh.athletes.list()).toEqual([]);
    expect(fresh.notices.map((notice) => notice.code)).toEqual(['database-set-aside']);
    expect(fresh.notices[0]?.message).toContain(backup.name);
    const aside = fs
      .readdirSync(folder)
      .filter((name) => name.startsWith('lockout-damaged-2026-11-18-') && name.endsWith('.sqlite'));
    expect(aside).toHaveLength(1);
    expect(fs.readFileSync(path.join(folder, aside[0] as string)).equals(spoilt)).toBe(true);
  });

  test('never overwrites one set aside before', () => {
    const folder = aFolder();
    for (const text of ['first', 'second']) {
      fs.writeFileSync(databaseOf(folder), text.repeat(300));
      value(openStore(folder, { clock })).close();
    }
    const aside = fs.readdirSync(folder).filter((name) => name.startsWith('lockout-damaged-'));
    expect(aside.map((name) => fs.readFileSync(path.join(folder, name), 'utf8').slice(0, 5)).sort()).toEqual([
      'first',
      'secon',
    ]);
  });
});

describe('two stations on one folder', () => {
  test('the second is told, and may open once the first has closed', () => {
    const folder = aFolder();
    const first = value(openStore(folder, { clock }));
    const refused = problem(openStore(folder, { clock }));
    expect(refused.code).toBe('folder-in-use');
    expect(refused.message).toContain('already running');
    first.close();
    aStore({ folder });
  });

  test('one in another process holds the folder until it is killed, and leaves no stale lock', async () => {
    const folder = aFolder();
    const script = `
      import { openStore } from ${JSON.stringify(new URL('../../main/store/index.ts', import.meta.url).href)};
      const store = openStore(${JSON.stringify(folder)}, { clock: { now_epoch_ms: () => 0 } });
      console.log(store.ok);
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(other.stdout, 'data');
    expect(String(said).trim()).toBe('true');
    expect(problem(openStore(folder, { clock })).code).toBe('folder-in-use');
    other.kill('SIGKILL');
    await once(other, 'exit');
    aStore({ folder });
  });

  test('reading only works beside a running station and changes nothing', () => {
    const folder = aFolderWithASet();
    const station = aStore({ folder });
    const reader = value(openStore(folder, { clock, readonly: true }));
    value(station.athletes.create({ name: 'Tom', body_mass_kg: null }));
    expect(reader.athletes.list()).toHaveLength(2);
    expect([...reader.csvLines({})]).toHaveLength(9);
    expect(problem(reader.sets.delete(1)).code).toBe('not-writable');
    reader.close();
  });

  test('reading only, where there is nothing, makes nothing', () => {
    const folder = aFolder();
    expect(problem(openStore(folder, { clock, readonly: true })).code).toBe('no-database');
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});
