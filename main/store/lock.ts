import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { freeName } from './backup.ts';
import { codeOf, explain } from './errors.ts';
import { privateFile } from './private.ts';

export interface FolderLock {
  release(): void;
}

const LOCK_FILE = 'station.lock';

/**
 * One station per data folder. The lock is SQLite's own on an empty database: the system gives it back when
 * the process dies in whatever way, so no stale lock ever has to be judged by a process id (which another
 * program may have by then). It works the same on Windows, macOS and Linux. What is no such file is moved away.
 */
export function lockFolder(folder: string): Result<FolderLock> {
  const file = path.join(folder, LOCK_FILE);
  try {
    const found = fs.lstatSync(file, { throwIfNoEntry: false });
    if (found !== undefined && !found.isFile()) moveAway(folder);
    return success(hold(file));
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY'))
      return failure('folder-in-use', words.store.folder.inUse(folder));
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error)))
      return explain(error, words.store.folder.notUsable(folder), folder);
  }
  try {
    moveAway(folder);
    return success(hold(file));
  } catch (error) {
    return explain(error, words.store.folder.lockInTheWay(file), folder);
  }
}

const moveAway = (folder: string): void =>
  fs.renameSync(path.join(folder, LOCK_FILE), path.join(folder, freeName(folder, `${LOCK_FILE}.damaged`)));

/** Throws what SQLite throws. */
function hold(file: string): FolderLock {
  privateFile(file);
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return { release: () => void db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}
