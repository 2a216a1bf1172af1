import path from 'node:path';
import Database from 'better-sqlite3';
import type { Result } from '../../src/contract/result.ts';
import { backUp } from './backup.ts';
import { DATABASE_FILE } from './open.ts';
import type { BackupFile, BackupWish } from './types.ts';

/** On a connection of its own that only reads, so that another thread can do it beside the station. */
export async function backUpBeside({ folder, now_epoch_ms, why }: BackupWish): Promise<Result<BackupFile>> {
  const db = new Database(path.join(folder, DATABASE_FILE), { readonly: true });
  try {
    return await backUp(db, folder, now_epoch_ms, why);
  } finally {
    db.close();
  }
}
