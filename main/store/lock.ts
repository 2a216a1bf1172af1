import path from 'node:path';
import Database from 'better-sqlite3';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { explain } from './errors.ts';

export interface FolderLock {
  release(): void;
}

const LOCK_FILE = 'station.lock';

/**
 * One station per data folder. The lock is SQLite's own on an empty database: the system gives it back when
 * the process dies in whatever way, so no stale lock ever has to be judged by a process id (which another
 * program may have by then). It works the same on Windows, macOS and Linux.
 */
export function lockFolder(folder: string): Result<FolderLock> {
  let db: Database.Database | undefined;
  try {
    db = new Database(path.join(folder, LOCK_FILE), { timeout: 0 });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return success({
      release() {
        held.close();
      },
    });
  } catch (error) {
    db?.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
      return failure('folder-in-use', words.store.folder.inUse(folder));
    return explain(error, words.store.folder.notUsable(folder));
  }
}
