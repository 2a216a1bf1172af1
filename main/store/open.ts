import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type Failure, failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { backUpNow, backupName, freeName, listBackups, removePartials } from './backup.ts';
import { codeOf, explain } from './errors.ts';
import { privateFile } from './private.ts';
import { APPLICATION_ID, migrate, newest, versionOf } from './schema/migrate.ts';
import { MIGRATIONS, type Migration } from './schema/migrations.ts';
import type { StoreNotice } from './types.ts';

export const DATABASE_FILE = 'lockout.sqlite';

/**
 * A file up to this size, bytes, is read through and checked at every start. A larger one is checked only after an
 * unclean end (its write-ahead log was left behind), so that starting stays quick: quick_check took 20 ms for 72 MB
 * from the page cache, and an old disk is far slower. Backups are always checked in full.
 */
const CHECK_ALWAYS_BYTES = 64 * 2 ** 20;

export interface Opened {
  readonly db: Database.Database;
  readonly notices: readonly StoreNotice[];
}

interface OpenOptions {
  readonly now_epoch_ms: number;
  readonly readonly?: boolean;
  readonly migrations?: readonly Migration[];
}

/**
 * Opens the database of a folder, in this order of care: a file of another program or of a newer Lockout is
 * refused and not touched; a damaged one is set aside under another name and a new one begun; an older one
 * is copied to the backups, then migrated.
 */
export function openDatabase(folder: string, options: OpenOptions): Result<Opened> {
  const file = path.join(folder, DATABASE_FILE);
  const migrations = options.migrations ?? MIGRATIONS;
  const notices: StoreNotice[] = [];
  try {
    if (!options.readonly) notices.push(...lookAround(folder, file, options.now_epoch_ms));
    if (bytesOf(file) > 0) {
      const found = inspect(file, migrations, options.readonly ?? false);
      if (found.state === 'refused') return found.failure;
      if (found.state === 'damaged') {
        if (options.readonly)
          return explain({ code: 'SQLITE_CORRUPT' }, words.store.database.notReadable(file));
        notices.push(setAside(folder, file, options.now_epoch_ms, found.why));
      }
    }
    if (options.readonly) return openReadOnly(file, migrations);
    const db = openForWriting(folder, file, migrations, options.now_epoch_ms);
    return db.ok ? success({ db: db.value, notices }) : db;
  } catch (error) {
    return explain(error, words.store.database.notOpened(file), folder);
  }
}

/** Shorter than its own header, bytes: no database, whatever it was. */
const HEADER_BYTES = 100;
/** Where the header says 1 for a rollback journal and 2 for a write-ahead log (SQLite's file format, section 1.3). */
const WRITE_VERSION_AT = 18;

/**
 * What lies beside the database and would be lost, or taken for a part of it, if it were simply opened: a database that is
 * gone while its log or backups are there, and a log that belongs to a file which was replaced by a backup.
 */
function lookAround(folder: string, file: string, now_epoch_ms: number): StoreNotice[] {
  removePartials(folder);
  const log = bytesOf(`${file}-wal`) > 0;
  if (bytesOf(file) < HEADER_BYTES) {
    if (!log && bytesOf(file) === 0 && listBackups(folder).length === 0) return [];
    const name = moveAside(folder, file, ['-wal', '-shm', ''], 'lockout-missing-', now_epoch_ms);
    return [{ code: 'database-missing', message: words.store.database.gone(file, name, rescue(folder)) }];
  }
  if (!log || writeVersionOf(file) !== 1) return [];
  const name = moveAside(folder, file, ['-wal', '-shm'], 'lockout-replaced-', now_epoch_ms);
  return [{ code: 'database-replaced', message: words.store.database.replaced(file, `${name}-wal`) }];
}

const bytesOf = (file: string): number => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function writeVersionOf(file: string): number {
  const fd = fs.openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    fs.readSync(fd, header, 0, HEADER_BYTES, 0);
    return header[WRITE_VERSION_AT] ?? 0;
  } finally {
    fs.closeSync(fd);
  }
}

function rescue(folder: string): string {
  const latest = listBackups(folder)[0];
  return latest ? words.store.database.rescue(latest.name) : words.store.database.noBackup;
}

type Inspection =
  | { readonly state: 'fine' }
  | { readonly state: 'refused'; readonly failure: Failure }
  | { readonly state: 'damaged'; readonly why: string };

/**
 * Looks at the file without changing it; but what a station that died in the middle of a migration had written is taken
 * back first, by SQLite itself, which cannot do that for somebody who only reads.
 */
function inspect(file: string, migrations: readonly Migration[], readonly: boolean): Inspection {
  const halfWritten = bytesOf(`${file}-journal`) > 0;
  const unclean = fs.existsSync(`${file}-wal`) && fs.statSync(`${file}-wal`).size > 0;
  const small = fs.statSync(file).size <= CHECK_ALWAYS_BYTES;
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: readonly || !halfWritten });
    const version = versionOf(db);
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
    if (tables > 0 && db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      return refused('foreign-database', words.store.database.foreign(file));
    if (version > newest(migrations))
      return refused('newer-database', words.store.database.newer(file, version, newest(migrations)));
    if (unclean || small) {
      const verdict = db.pragma('quick_check(1)', { simple: true });
      if (verdict !== 'ok') return { state: 'damaged', why: String(verdict) };
    }
    return { state: 'fine' };
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))) throw error;
    return { state: 'damaged', why: (error as Error).message };
  } finally {
    db?.close();
  }
}

const refused = (code: string, message: string): Inspection => ({
  state: 'refused',
  failure: failure(code, message),
});

/** Renames the database with all that belongs to it; nothing is overwritten or deleted. */
function setAside(folder: string, file: string, now_epoch_ms: number, why: string): StoreNotice {
  // The log first: were the power to go in between, it must not be taken for the log of the new file.
  const name =
    moveAside(folder, file, ['-wal', '-shm', '-journal', ''], 'lockout-damaged-', now_epoch_ms) ?? '';
  return {
    code: 'database-set-aside',
    message: words.store.database.setAside(why, name, rescue(folder)),
  };
}

/** The name they have now; null when there was nothing to move. */
function moveAside(
  folder: string,
  file: string,
  suffixes: readonly string[],
  prefix: string,
  now_epoch_ms: number,
): string | null {
  const name = freeName(folder, backupName(now_epoch_ms).replace(/^lockout-/, prefix));
  const there = suffixes.filter((suffix) => fs.existsSync(file + suffix));
  for (const suffix of there) fs.renameSync(file + suffix, path.join(folder, name + suffix));
  return there.length === 0 ? null : name;
}

function openForWriting(
  folder: string,
  file: string,
  migrations: readonly Migration[],
  now_epoch_ms: number,
): Result<Database.Database> {
  // SQLite gives the files beside it the rights of this one
  privateFile(file);
  const db = new Database(file);
  try {
    const before = versionOf(db);
    if (before > 0 && before < newest(migrations)) {
      const copy = backUpNow(db, folder, now_epoch_ms, `before-v${newest(migrations)}`);
      if (!copy.ok) {
        db.close();
        return copy;
      }
    }
    migrate(db, migrations);
    db.pragma('journal_mode = WAL');
    // FULL: a set's journal is removed as soon as its transaction is committed, so committed must mean on disk.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What a coach deletes (an athlete who asks for it) is overwritten, not only unlinked.
    db.pragma('secure_delete = ON');
    return success(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function openReadOnly(file: string, migrations: readonly Migration[]): Result<Opened> {
  if (!fs.existsSync(file)) return failure('no-database', words.store.database.none(file));
  const db = new Database(file, { readonly: true });
  if (versionOf(db) === newest(migrations)) return success({ db, notices: [] });
  db.close();
  return failure('older-database', words.store.database.older(file));
}
