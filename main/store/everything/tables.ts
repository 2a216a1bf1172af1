import type { Database } from 'better-sqlite3';
import { OUTBOX_TABLES } from '../gym-tables.ts';

/** A column that points at a row of another table. */
export interface RowLink {
  readonly column: string;
  readonly to: string;
  /** The row is a part of that one and goes with it. */
  readonly part: boolean;
}

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly links: readonly RowLink[];
  /** Rows have a number of their own, `id`, that others point at. */
  readonly numbered: boolean;
}

/** What links say no foreign key does: an audit outlives the rep it is about. */
const LOOSE: Readonly<Record<string, RowLink>> = { edits: { column: 'rep_id', to: 'reps', part: false } };

const quoted = (name: string): string => `"${name}"`;

/** Every table of the data as it is, each after those it points at. */
export function tablesOf(db: Database): TableShape[] {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
    )
    .pluck()
    .all()
    .filter((name) => !OUTBOX_TABLES.includes(name));
  const left = new Map(names.map((name) => [name, shapeOf(db, name)]));
  const sorted: TableShape[] = [];
  while (left.size > 0) {
    const next = [...left.values()].find(({ name, links }) =>
      links.every(({ to }) => to === name || !left.has(to)),
    );
    if (next === undefined) throw new Error(`tables point at one another: ${[...left.keys()].join(', ')}`);
    left.delete(next.name);
    sorted.push(next);
  }
  return sorted;
}

function shapeOf(db: Database, name: string): TableShape {
  const columns = db.pragma(`table_info(${quoted(name)})`) as { name: string; type: string; pk: number }[];
  const keys = db.pragma(`foreign_key_list(${quoted(name)})`) as {
    table: string;
    from: string;
    on_delete: string;
  }[];
  const loose = LOOSE[name];
  return {
    name,
    columns: columns.map((column) => column.name),
    links: [
      ...keys.map(({ table, from, on_delete }) => ({
        column: from,
        to: table,
        part: on_delete === 'CASCADE',
      })),
      ...(loose === undefined ? [] : [loose]),
    ],
    numbered: columns.some((column) => column.name === 'id' && column.type === 'INTEGER' && column.pk === 1),
  };
}
