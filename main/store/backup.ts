import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { entriesOf } from './entries.ts';
import { explain } from './errors.ts';
import { removeQuietly } from './remove.ts';
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
 * Copies the database while it is in use (SQLite's online backup: a consistent moment, write-ahead log
 * included), under a temporary name until the copy was opened and passed integrity_check. A copy that does not
 * pass is removed and reported: a backup nobody can restore is worse than none.
 */
export async function backUp(
  db: Database.Database,
  folder: string,
  now_epoch_ms: number,
): Promise<Result<BackupFile>> {
  const home = path.join(folder, BACKUPS);
  const name = freeName(home, backupName(now_epoch_ms));
  const file = path.join(home, name);
  const partial = `${file}.partial`;
  try {
    fs.mkdirSync(home, { recursive: true });
    await db.backup(partial);
    const wrong = check(partial);
    if (wrong !== null) {
      removeQuietly(partial);
      return failure('backup-damaged', words.store.backup.damaged(wrong));
    }
    fs.renameSync(partial, file);
    return success({ name, path: file, at_epoch_ms: now_epoch_ms, bytes: fs.statSync(file).size });
  } catch (error) {
    removeQuietly(partial);
    return explain(error, words.store.backup.notMade);
  }
}

/** null when the copy is whole, else what SQLite found. */
function check(file: string): string | null {
  const copy = new Database(file);
  try {
    // One self-contained file: without this the copy keeps the original's write-ahead mode.
    copy.pragma('journal_mode = DELETE');
    const verdict = String(copy.pragma('integrity_check(1)', { simple: true }));
    return verdict === 'ok' ? null : verdict;
  } finally {
    copy.close();
  }
}
