import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { failure, type Result } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { backUp, listBackups, RESTORE_COPY } from './backup.ts';
import { explain } from './errors.ts';
import { privateFile } from './private.ts';
import { APPLICATION_ID, migrate, newest, versionOf } from './schema/migrate.ts';
import { MIGRATIONS } from './schema/migrations.ts';
import type { BackupFile } from './types.ts';

interface Restoring {
  readonly db: Database.Database;
  readonly folder: string;
  /** The open database's own file. */
  readonly file: string;
}

/** All pages in one step: nothing else runs between the first and the last. */
const WHOLE_FILE = 2 ** 31 - 1;

/**
 * Puts a backup in the place of the open database, while the station runs. It is checked and brought to today's format as
 * a copy; what it replaces is backed up first, so that both are kept; then its pages are written over the database in one
 * transaction (SQLite's online backup), so that a power cut leaves the one or the other.
 */
export async function restoreBackup(
  { db, folder, file }: Restoring,
  name: string,
  now_epoch_ms: number,
): Promise<Result<BackupFile>> {
  const backup = listBackups(folder).find((each) => each.name === name);
  if (backup === undefined) return failure('no-backup', words.store.restore.missing);
  const copy = path.join(folder, RESTORE_COPY);
  try {
    fs.rmSync(copy, { force: true });
    fs.copyFileSync(backup.path, copy);
    privateFile(copy);
    const before = changesOf(db);
    const refused = prepare(copy, numbersOf(db), backup.name);
    if (refused !== null) return refused;
    const kept = await backUp(db, folder, now_epoch_ms, 'before-restore');
    if (!kept.ok) return kept;
    if (changesOf(db) !== before) return failure('changed-meanwhile', words.store.restore.changedMeanwhile);
    const prepared = new Database(copy, { readonly: true });
    try {
      await prepared.backup(file, { progress: () => WHOLE_FILE });
    } finally {
      prepared.close();
    }
    return kept;
  } catch (error) {
    return explain(error, words.store.restore.notDone, folder);
  } finally {
    fs.rmSync(copy, { force: true });
  }
}

/** Rows changed since the database was opened. */
const changesOf = (db: Database.Database): number =>
  db.prepare('SELECT total_changes()').pluck().get() as number;

interface Numbers {
  readonly name: string;
  readonly seq: number;
}

/** The highest number each table ever gave. */
const numbersOf = (db: Database.Database): Numbers[] =>
  db.prepare<[], Numbers>('SELECT name, seq FROM sqlite_sequence').all();

/** Checks a copy and brings it to today's format; null when it may take the database's place. */
function prepare(copy: string, numbers: readonly Numbers[], name: string): Result<never> | null {
  const db = new Database(copy);
  try {
    const version = versionOf(db);
    if (version === 0 || db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      return failure('not-a-backup', words.store.restore.foreign(name));
    if (version > newest(MIGRATIONS)) return failure('newer-backup', words.store.restore.newer(name));
    const verdict = String(db.pragma('integrity_check(1)', { simple: true }));
    if (verdict !== 'ok') return failure('backup-damaged', words.store.restore.damaged(name, verdict));
    db.pragma('journal_mode = DELETE');
    migrate(db, MIGRATIONS);
    keepNumbers(db, numbers);
    return null;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return failure('backup-damaged', words.store.restore.damaged(name, found));
  } finally {
    db.close();
  }
}

/** A number that was ever given to somebody is not given again: journals and exports may still speak of it. */
function keepNumbers(db: Database.Database, numbers: readonly Numbers[]): void {
  const given = new Map(numbersOf(db).map(({ name, seq }) => [name, seq]));
  for (const { name, seq } of numbers) {
    const own = given.get(name);
    if (own === undefined) db.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(name, seq);
    else db.prepare('UPDATE sqlite_sequence SET seq = ? WHERE name = ?').run(Math.max(own, seq), name);
  }
}
