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

/** Everything as the JSON of src/contract/export-file.ts, one row at a time; each row is a line. The bin stays here. */
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
  const tables = tablesOf(db);
  const wholes = new Set(tables.flatMap(({ links }) => links.flatMap(({ part, to }) => (part ? [to] : []))));
  const kept = new Map<string, Set<unknown>>();
  let first = true;
  for (const table of tables) {
    if (wanted !== null && STATION.includes(table.name)) continue;
    yield `${first ? '' : ','}\n${JSON.stringify(table.name)}:{"columns":${JSON.stringify(table.columns)},"rows":[`;
    first = false;
    let row = 0;
    for (const values of rowsOf(db, table)) {
      if (!isWanted(table, values, wanted, kept)) continue;
      if (wholes.has(table.name)) keep(kept, table, values);
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

/** A part belongs to whatever its whole belongs to, and what is in the bin is nobody's; `athletes` null: everybody's. */
function isWanted(
  { name, columns, links }: TableShape,
  values: readonly unknown[],
  athletes: ReadonlySet<number> | null,
  kept: ReadonlyMap<string, ReadonlySet<unknown>>,
): boolean {
  const at = (column: string): unknown => values[columns.indexOf(column)];
  if (columns.includes('deleted_at') && at('deleted_at') !== null) return false;
  if (name === 'athletes' && athletes?.has(at('id') as number) === false) return false;
  return links.every(({ part, to, column }) => !part || (kept.get(to)?.has(at(column)) ?? false));
}

function keep(
  kept: Map<string, Set<unknown>>,
  { name, columns }: TableShape,
  values: readonly unknown[],
): void {
  const rows = kept.get(name) ?? new Set();
  rows.add(values[columns.indexOf('id')]);
  kept.set(name, rows);
}

const asJson = (value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
