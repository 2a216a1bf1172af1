import type { Database } from 'better-sqlite3';
import { EXPORT_FILE_VERSION } from '../../../src/contract/export-file.ts';
import { versionOf } from '../schema/migrate.ts';
import { type TableShape, tablesOf } from './tables.ts';

export interface DumpFacts {
  readonly lockout: string;
  readonly now_epoch_ms: number;
  /** Only these athletes with all that is theirs, and what it rests on; undefined: everything there is. */
  readonly athletes?: readonly number[] | undefined;
}

/** Said of a station, not of an athlete: left out where only some athletes are wanted. */
const STATION = ['settings', 'sensors', 'exercise_names', 'column_maps'];

/** Everything as the JSON of src/contract/export-file.ts, one row at a time; each row is a line. */
export function* dumpEverything(db: Database, facts: DumpFacts): Generator<string> {
  const { lockout, now_epoch_ms, athletes } = facts;
  const head = {
    lockout_export: EXPORT_FILE_VERSION,
    lockout,
    database: versionOf(db),
    exported_utc: new Date(now_epoch_ms).toISOString(),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{`;
  const wanted = athletes === undefined ? null : new Set(athletes);
  const kept = new Map<string, Set<unknown>>();
  let first = true;
  for (const table of tablesOf(db)) {
    if (wanted !== null && STATION.includes(table.name)) continue;
    yield `${first ? '' : ','}\n${JSON.stringify(table.name)}:{"columns":${JSON.stringify(table.columns)},"rows":[`;
    first = false;
    let row = 0;
    for (const values of rowsOf(db, table)) {
      if (wanted !== null && !isTheirs(table, values, wanted, kept)) continue;
      yield `${row++ === 0 ? '' : ','}\n${JSON.stringify(values.map(asJson))}`;
    }
    yield ']}';
  }
  yield '}}\n';
}

const rowsOf = (db: Database, { name, columns }: TableShape): IterableIterator<unknown[]> =>
  db
    .prepare<[], unknown[]>(
      `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${name}" ORDER BY rowid`,
    )
    .raw()
    .iterate();

/** A part belongs to whoever its whole belongs to. */
function isTheirs(
  { name, columns, links, numbered }: TableShape,
  values: readonly unknown[],
  athletes: ReadonlySet<number>,
  kept: Map<string, Set<unknown>>,
): boolean {
  const at = (column: string): unknown => values[columns.indexOf(column)];
  const own = name === 'athletes' ? athletes.has(at('id') as number) : true;
  const parts = links.filter(({ part, to }) => part && kept.has(to));
  const theirs = own && parts.every(({ column, to }) => kept.get(to)?.has(at(column)));
  if (name === 'athletes' || parts.length > 0) {
    const rows = kept.get(name) ?? new Set();
    if (theirs && numbered) rows.add(at('id'));
    kept.set(name, rows);
  }
  return theirs;
}

const asJson = (value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
