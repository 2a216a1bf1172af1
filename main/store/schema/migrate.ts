import type { Database } from 'better-sqlite3';
import { CREATE_IDENTITIES, DROP_IDENTITIES, IDENTITIES_SINCE } from './identities.ts';
import type { Migration } from './migrations.ts';
import { CREATE_VIEWS, DROP_VIEWS, VIEWS_SINCE } from './views.ts';

/** Marks a file as Lockout's ("LOCK"), so that another program's database is never mistaken for ours. */
export const APPLICATION_ID = 0x4c4f434b;

export const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

export const newest = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0;

/**
 * Brings the file to the newest version: each step in a transaction of its own, all of them inside one, so
 * that a step which fails leaves the file as it was found and the older program can still open it. Foreign
 * keys are off meanwhile (tables may be rebuilt) and checked before the end. Throws what SQLite throws.
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const pending = migrations.filter((step) => step.version > versionOf(db));
  if (pending.length === 0) return;
  db.pragma('foreign_keys = OFF');
  const one = db.transaction((step: Migration) => {
    db.exec(step.sql);
    const orphans = db.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0)
      throw new Error(`version ${step.version} would leave ${orphans.length} rows orphaned`);
    db.pragma(`user_version = ${step.version}`);
  });
  const all = db.transaction(() => {
    // a column that a view names could not be dropped
    db.exec(DROP_VIEWS);
    db.exec(DROP_IDENTITIES);
    for (const step of pending) one(step);
    if (newest(migrations) >= VIEWS_SINCE) db.exec(CREATE_VIEWS);
    if (newest(migrations) >= IDENTITIES_SINCE) db.exec(CREATE_IDENTITIES);
    db.pragma(`application_id = ${APPLICATION_ID}`);
  });
  try {
    all.exclusive();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
