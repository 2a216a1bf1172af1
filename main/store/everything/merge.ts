import type { Database } from 'better-sqlite3';
import { isGone } from '../gym-tables.ts';
import { type TableShape, tablesOf } from './tables.ts';

/** What came in, and what was there already. */
export interface LoadCounts {
  readonly athletes: number;
  readonly sets: number;
  readonly imported_sets: number;
  /** Sets that were there already. */
  readonly there: number;
}

/**
 * What makes a row the same as one that is there where its identity does not tell, for rows others point at: files of older
 * programs have none. Rows of other tables are parts of these.
 */
const SAME: Readonly<Record<string, readonly string[]>> = {
  athletes: ['name', 'simulated'],
  sessions: ['athlete_id', 'started_at'],
  sets: ['athlete_id', 'started_at', 'stored_at'],
  imports: ['made_at', 'kind', 'digest'],
  imported_sets: ['athlete_id', 'same_as'],
  references: ['athlete_id', 'lift', 'variation', 'bench', 'side'],
};
/** An athlete who is there may get more sets; what belongs to a set that is there is there too. */
const OPEN = ['athletes', 'sessions', 'imports'];

interface Ids {
  readonly of: ReadonlyMap<unknown, unknown>;
  /** Rows of the file that are here already. */
  readonly there: ReadonlySet<unknown>;
}

/** Copies every row that is not there from one database to another of the same version; numbers change where they are taken. */
export function mergeTables(from: Database, to: Database): LoadCounts {
  const ids = new Map<string, Ids>();
  const added: Record<string, number> = {};
  for (const table of tablesOf(from)) {
    const merged = mergeTable(from, to, table, ids);
    ids.set(table.name, merged);
    added[table.name] = merged.added;
  }
  return {
    athletes: added.athletes ?? 0,
    sets: added.sets ?? 0,
    imported_sets: added.imported_sets ?? 0,
    there: (ids.get('sets')?.there.size ?? 0) + (ids.get('imported_sets')?.there.size ?? 0),
  };
}

function mergeTable(
  from: Database,
  to: Database,
  table: TableShape,
  ids: ReadonlyMap<string, Ids>,
): Ids & { readonly added: number } {
  const { name, columns, links, numbered } = table;
  const own = columns.filter((column) => (column !== 'id' || !numbered) && column !== 'uuid');
  const same = SAME[name] ?? (numbered && !links.some(({ part }) => part) ? own : null);
  const find =
    numbered && same !== null
      ? to
          .prepare<unknown[], number>(
            `SELECT id FROM "${name}" WHERE ${same.map((column) => `"${column}" IS ?`).join(' AND ')}`,
          )
          .pluck()
      : null;
  const itself =
    numbered && same !== null && columns.includes('uuid')
      ? to.prepare<[unknown], number>(`SELECT id FROM "${name}" WHERE uuid = ?`).pluck()
      : null;
  const taken = numbered ? to.prepare<[unknown], unknown>(`SELECT 1 FROM "${name}" WHERE id = ?`) : null;
  const insert = to.prepare(
    `INSERT ${numbered ? '' : 'OR IGNORE '}INTO "${name}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const bringBack = columns.includes('deleted_at')
    ? to.prepare(`UPDATE "${name}" SET deleted_at = NULL WHERE id = ?`)
    : null;
  const of = new Map<unknown, unknown>();
  const there = new Set<unknown>();
  const used = new Set<number>();
  let added = 0;
  const rows = from.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}" ORDER BY rowid`).all();
  for (const row of rows) {
    const partOfThere = links.some(
      ({ part, to: whole, column }) =>
        part && !OPEN.includes(whole) && ids.get(whole)?.there.has(row[column]),
    );
    if (partOfThere) continue;
    const moved: Record<string, unknown> = { ...row };
    for (const { column, to: whole } of links)
      moved[column] = ids.get(whole)?.of.get(row[column]) ?? row[column];
    // two alike in the file are two: each row that was here is found once, and none that has just come
    const alike = [
      ...(itself?.all(row.uuid) ?? []),
      ...(find?.all((same ?? []).map((column) => moved[column])) ?? []),
    ];
    const found = alike.find((id) => !used.has(id));
    if (found !== undefined) {
      of.set(row.id, found);
      there.add(row.id);
      used.add(found);
      // what was deleted since is wanted again
      if (row.deleted_at === null) bringBack?.run(found);
      continue;
    }
    if (taken?.get(row.id) !== undefined) moved.id = null;
    // what was deleted for a whole gym comes back as another
    if (row.uuid !== undefined && isGone(to, row.uuid)) moved.uuid = null;
    const { lastInsertRowid, changes } = insert.run(columns.map((column) => moved[column]));
    if (numbered) {
      of.set(row.id, Number(lastInsertRowid));
      used.add(Number(lastInsertRowid));
    }
    added += changes;
  }
  return { of, there, added };
}
