import type { Database, Statement } from 'better-sqlite3';

/**
 * What was prepared, by its text: a set has a row for each rep, and preparing one, with all that watches the table, costs more
 * than carrying it out. A handful of texts; they go with their database.
 */
const PREPARED = new WeakMap<Database, Map<string, Statement<[object]>>>();

function prepared(db: Database, sql: string): Statement<[object]> {
  const known = PREPARED.get(db) ?? new Map<string, Statement<[object]>>();
  PREPARED.set(db, known);
  const statement = known.get(sql) ?? db.prepare<[object]>(sql);
  known.set(sql, statement);
  return statement;
}

/** INSERT of a flat row whose keys are the table's columns (names from code, never from outside). */
export function insertRow(db: Database, table: string, row: object): number {
  const columns = Object.keys(row);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  ).run(row);
  return Number(lastInsertRowid);
}

/** UPDATE of some columns of one row. */
export function updateRow(db: Database, table: string, id: number, row: object): void {
  const columns = Object.keys(row);
  db.prepare(
    `UPDATE ${table} SET ${columns.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`,
  ).run({
    ...row,
    id,
  });
}
