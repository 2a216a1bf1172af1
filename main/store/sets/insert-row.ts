import type { Database } from 'better-sqlite3';

/** INSERT of a flat row whose keys are the table's columns (names from code, never from outside). */
export function insertRow(db: Database, table: string, row: object): number {
  const columns = Object.keys(row);
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
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
