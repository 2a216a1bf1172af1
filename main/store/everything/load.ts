import Database, { type Database as Db } from 'better-sqlite3';
import type { ExportFile } from '../../../src/contract/export-file.ts';
import { type Failure, failure } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import { migrate, newest } from '../schema/migrate.ts';
import { MIGRATIONS } from '../schema/migrations.ts';
import { type LoadCounts, mergeTables } from './merge.ts';

/**
 * The rows of an export in a database of their own, of the version they were written by, which is then brought up to date
 * like any older file; and from there into this one, in one transaction. What is here already stays as it is.
 */
export function loadEverything(db: Db, file: ExportFile): LoadCounts | Failure {
  if (file.database > newest(MIGRATIONS))
    return failure('newer-export', words.store.everything.newer(file.database, newest(MIGRATIONS)));
  const aside = new Database(':memory:');
  try {
    const unknown = whatDoesNotFit(aside, file);
    if (unknown !== null) return failure('damaged-export', words.store.everything.damaged(unknown));
    migrate(aside, MIGRATIONS);
    return db.transaction(() => mergeTables(aside, db))();
  } finally {
    aside.close();
  }
}

function whatDoesNotFit(aside: Db, file: ExportFile): string | null {
  try {
    return fill(aside, file);
  } catch (error) {
    // a row that this table cannot hold
    return error instanceof Error ? error.message : String(error);
  }
}

/** The table or column that is not one of ours; null: all is in. */
function fill(aside: Db, file: ExportFile): string | null {
  migrate(
    aside,
    MIGRATIONS.filter(({ version }) => version <= file.database),
  );
  aside.pragma('foreign_keys = OFF');
  const known = new Set(
    aside.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all(),
  );
  for (const [name, { columns, rows }] of Object.entries(file.tables)) {
    if (!known.has(name)) return name;
    const there = new Set(
      (aside.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => column.name),
    );
    const strange = columns.find((column) => !there.has(column));
    if (strange !== undefined) return `${name}.${strange}`;
    if (rows.length === 0) continue;
    if (rows.some((row) => row.length !== columns.length)) return name;
    const insert = aside.prepare(
      `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of rows)
      insert.run(
        row.map((value) =>
          typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
        ),
      );
  }
  const orphans = aside.pragma('foreign_key_check') as { table: string }[];
  return orphans[0]?.table ?? null;
}
