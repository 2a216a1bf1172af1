import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../main/store/index.ts';
import {
  aClock,
  aFolder,
  anAnalysis,
  anAthlete,
  aRep,
  aSet,
  aStore,
  problem,
  reps,
  value,
  verdict,
} from './given.ts';

/** Enough of RFC 4180 to read it back. */
const fieldsOf = (line: string): string[] =>
  [...line.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

describe('the reps export', () => {
  test('has one line a rep, every number in full precision with its unit in the column name', () => {
    const store = aStore();
    const id = anAthlete(store);
    const rep = aRep(1, { mcv_mps: 0.1 + 0.2, mean_power_w: 500, reasons: ['gap', 'low rate'] });
    const half = aRep(2, { eccentric: null, verdict: verdict({ range: 'partial', lowering: null }) });
    value(store.sets.insert(aSet(id, { analysis: anAnalysis([rep, half]) })));
    const [header, ...lines] = [...store.csvLines({})].map(fieldsOf);
    const rows = lines.map((line) => Object.fromEntries(line.map((field, i) => [header?.[i], field])));
    expect(rows).toHaveLength(2);
    expect(Number(rows[0]?.mcv_mps)).toBe(0.1 + 0.2);
    expect(rows[0]).toMatchObject({
      athlete: 'Maja',
      set_started_utc: new Date(store.sets.list({ limit: 1 })[0]?.started_epoch_ms ?? 0).toISOString(),
      lift: 'hip-thrust',
      side: '',
      load_kg: '100',
      rep: '1',
      mean_power_w: '500',
      range_verdict: 'full',
      reasons: 'gap; low rate',
    });
    expect(rows[1]).toMatchObject({
      rep: '2',
      eccentric_start_s: '',
      lowering_verdict: '',
      range_verdict: 'partial',
    });
    const unitless = (header ?? []).filter((name) => /rom|mcv|pcv|mpv|power|duration/.test(name));
    expect(unitless.every((name) => /_(m|s|mps|w)$/.test(name))).toBe(true);
  });

  test('quotes what needs it and nothing else', () => {
    const store = aStore();
    const id = anAthlete(store, 'O"Neil, Pat');
    value(store.sets.insert(aSet(id, { note: 'two\nlines', analysis: anAnalysis(reps(1)) })));
    const [, line] = [...store.csvLines({})];
    expect(line).toMatch(/^"O""Neil, Pat",/);
    expect(line).toMatch(/,"two\nlines",[^"]*\r\n$/);
    expect(line?.match(/"/g)).toHaveLength(6);
  });

  test('is of one athlete when asked, without deleted sets and reps, with failed attempts marked', () => {
    const store = aStore();
    const [maja, tom] = [anAthlete(store, 'Maja'), anAthlete(store, 'Tom')];
    const failed = aRep(1, { start_s: 40, verdict: verdict({ flags: ['failed'] }) });
    value(
      store.sets.insert(
        aSet(maja, { analysis: anAnalysis(reps(3), { failed: [failed] }), deleted_reps: [0] }),
      ),
    );
    value(store.sets.delete(value(store.sets.insert(aSet(maja))).set_id));
    value(store.sets.insert(aSet(tom)));
    const [header, ...lines] = [...store.csvLines({ athlete_id: maja })].map(fieldsOf);
    const column = header?.indexOf('failed') ?? -1;
    expect(lines.map((line) => line[column])).toEqual(['0', '0', '1']);
    expect([...store.csvLines({})]).toHaveLength(1 + 3 + 8);
  });

  test('names exactly the columns docs/export.md explains', () => {
    const text = fs.readFileSync(path.join(import.meta.dirname, '../../docs/export.md'), 'utf8');
    const explained = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(fieldsOf([...aStore().csvLines({})][0] as string)).toEqual(explained);
  });
});

describe('a backup', () => {
  test('is one whole file that opens as a station of its own, and the original goes on', async () => {
    const folder = aFolder();
    const store = aStore({ folder });
    const id = anAthlete(store);
    value(store.sets.insert(aSet(id)));
    const backup = value(await store.backup());
    expect(backup.name).toBe('lockout-2026-11-18-120000.sqlite');
    expect(backup.bytes).toBe(fs.statSync(backup.path).size);
    value(store.sets.insert(aSet(id)));

    const other = aFolder();
    fs.copyFileSync(backup.path, path.join(other, 'lockout.sqlite'));
    expect(aStore({ folder: other }).info()).toMatchObject({ sets: 1, reps: 8 });
    expect(fs.readdirSync(path.join(folder, 'backups'))).toEqual([backup.name]);
  });

  test('never overwrites another; the list has the newest first', async () => {
    const store = aStore();
    const first = value(await store.backup());
    fs.utimesSync(first.path, 1_000_000, 1_000_000);
    const second = value(await store.backup());
    expect(store.backups().map((file) => file.name)).toEqual([second.name, first.name]);
  });

  test('of a database that is damaged is refused, not kept', async () => {
    const folder = aFolder();
    const store = value(openStore(folder, { clock: aClock() }));
    const id = anAthlete(store);
    for (let i = 0; i < 5; i++) value(store.sets.insert(aSet(id)));
    store.close();
    const file = path.join(folder, 'lockout.sqlite');
    // The page of an index, which no ordinary start reads; the store is opened first, as damage comes later.
    const db = new Database(file, { readonly: true });
    const page = db
      .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'reps_of'`)
      .pluck()
      .get() as number;
    const size = db.pragma('page_size', { simple: true }) as number;
    db.close();
    const open = aStore({ folder });
    const fd = fs.openSync(file, 'r+');
    fs.writeSync(fd, Buffer.alloc(size - 200, 0), 0, size - 200, (page - 1) * size + 100);
    fs.closeSync(fd);
    expect(problem(await open.backup()).code).toMatch(/backup-damaged|database-damaged/);
    expect(fs.readdirSync(path.join(folder, 'backups'))).toEqual([]);
  });

  test('that was never finished is not listed, and gone with the next start', () => {
    const folder = aFolder();
    fs.mkdirSync(path.join(folder, 'backups'));
    const half = path.join(folder, 'backups', 'lockout-2026-11-17-090000-before-v9.sqlite.partial');
    fs.writeFileSync(half, 'half a copy');
    const restoring = path.join(folder, 'restore.partial-journal');
    fs.writeFileSync(restoring, 'half of one that was to be restored');
    expect(aStore({ folder }).backups()).toEqual([]);
    expect([half, restoring].filter((file) => fs.existsSync(file))).toEqual([]);
  });

  test('where there is no place for it is an error in words', async () => {
    const folder = aFolder();
    const store = aStore({ folder });
    fs.writeFileSync(path.join(folder, 'backups'), 'a file in the way');
    expect(problem(await store.backup()).message).toContain('could not be made');
  });
});
