import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { entriesOf } from './entries.ts';
import { explain } from './errors.ts';
import { privateFile, privateFolder } from './private.ts';
import { removeQuietly } from './remove.ts';
import { syncFile, syncFolder } from './sync.ts';
import type { BackupFile } from './types.ts';

export const BACKUPS = 'backups';
const NAME = /^lockout-.*\.sqlite$/;
/** Any size is sane for a database that any size of history fills. */
const MOST_BYTES = Number.POSITIVE_INFINITY;

/** `lockout-2026-11-20-2345.sqlite`, local time: the name a coach looks for. Sorts by time. */
export function backupName(at_epoch_ms: number, why = ''): string {
  const at = new Date(at_epoch_ms);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
  return `lockout-${day}-${time}${why && `-${why}`}.sqlite`;
}

/** `name`, or with `-2` ... where that is taken: no backup and no damaged file is ever overwritten. */
export function freeName(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(name);
  let free = name;
  for (let n = 2; fs.existsSync(path.join(folder, free)); n++) free = `${stem}-${n}${ext}`;
  return free;
}

/** Newest first. */
export function listBackups(folder: string): BackupFile[] {
  return entriesOf(path.join(folder, BACKUPS), NAME, MOST_BYTES)
    .files.map(({ modified_epoch_ms, ...file }) => ({ ...file, at_epoch_ms: modified_epoch_ms }))
    .sort((a, b) => b.at_epoch_ms - a.at_epoch_ms || b.name.localeCompare(a.name));
}

/**
 * Copies the database while it is in use (SQLite's online backup: a consistent moment, write-ahead log included). `why`
 * ends the copy's name.
 */
export async function backUp(
  db: Database.Database,
  folder: string,
  now_epoch_ms: number,
  why = '',
): Promise<Result<BackupFile>> {
  const { file, partial } = newBackup(folder, now_epoch_ms, why);
  try {
    privateFolder(path.dirname(file));
    privateFile(partial);
    await db.backup(partial);
    return finish(partial, file, now_epoch_ms);
  } catch (error) {
    removeQuietly(partial);
    return explain(error, words.store.backup.notMade, folder);
  }
}

/** The same at once, before anything else happens to the file; as small as it can be. */
export function backUpNow(
  db: Database.Database,
  folder: string,
  now_epoch_ms: number,
  why: string,
): Result<BackupFile> {
  const { file, partial } = newBackup(folder, now_epoch_ms, why);
  try {
    privateFolder(path.dirname(file));
    privateFile(partial);
    db.prepare('VACUUM INTO ?').run(partial);
    return finish(partial, file, now_epoch_ms);
  } catch (error) {
    removeQuietly(partial);
    return explain(error, words.store.backup.notMade, folder);
  }
}

const PARTIAL = '.partial';

function newBackup(folder: string, now_epoch_ms: number, why: string): { file: string; partial: string } {
  const home = path.join(folder, BACKUPS);
  const file = path.join(home, freeName(home, backupName(now_epoch_ms, why)));
  removeQuietly(file + PARTIAL);
  return { file, partial: file + PARTIAL };
}

/**
 * A copy has a backup's name only once it was opened, passed integrity_check and is on the disk itself. One that does not
 * pass is removed and reported: a backup nobody can restore is worse than none.
 */
function finish(partial: string, file: string, now_epoch_ms: number): Result<BackupFile> {
  const wrong = check(partial);
  if (wrong !== null) {
    removeQuietly(partial);
    return failure('backup-damaged', words.store.backup.damaged(wrong));
  }
  syncFile(partial);
  fs.renameSync(partial, file);
  syncFolder(path.dirname(file));
  const { size } = fs.statSync(file);
  return success({ name: path.basename(file), path: file, at_epoch_ms: now_epoch_ms, bytes: size });
}

/** The copy that a backup is prepared in before it takes the database's place. */
export const RESTORE_COPY = 'restore.partial';

/** Copies that were not finished, with what SQLite keeps beside them: the station died over them. */
export function removePartials(folder: string): void {
  const halves = [
    entriesOf(path.join(folder, BACKUPS), /^lockout-.*\.sqlite\.partial/, MOST_BYTES),
    entriesOf(folder, /^restore\.partial/, MOST_BYTES),
  ];
  for (const { files } of halves) for (const { path: file } of files) removeQuietly(file);
}

/** null when the copy is whole, else what SQLite found. */
function check(file: string): string | null {
  const copy = new Database(file);
  try {
    // One self-contained file: without this the copy keeps the original's write-ahead mode.
    copy.pragma('journal_mode = DELETE');
    const verdict = String(copy.pragma('integrity_check(1)', { simple: true }));
    if (verdict !== 'ok') return verdict;
    return copy.pragma('user_version', { simple: true }) === 0 ? words.store.backup.empty : null;
  } finally {
    copy.close();
  }
}
