import type { Database } from 'better-sqlite3';
import { calibrationRow } from '../calibrations.ts';
import { GONE, WHOLE } from '../gym-tables.ts';
import type { RecordKind, RegisterValue } from '../outbox-types.ts';
import { repColumns } from '../sets/rep-row.ts';
import { ATHLETE_REGISTERS, ATHLETE_ROWS, OWN_COLUMNS, SET_REGISTERS } from './registers.ts';

type Row = Record<string, unknown>;

/** The registers of athletes and sets as they are now, by their identity; null: there is no such record. */
export interface Registers {
  /** Of `*` all of them by name, of another field its own value. */
  of(kind: RecordKind, record: Buffer, field: string): RegisterValue;
}

export function createValues(db: Database): Registers {
  const athlete = db.prepare<[Buffer], Row>('SELECT * FROM athletes WHERE uuid = ?');
  const set = db.prepare<[Buffer], Row>(`
    SELECT sets.*, lower(hex(athletes.uuid)) AS athlete, lower(hex(sessions.uuid)) AS session
    FROM sets JOIN athletes ON athletes.id = sets.athlete_id JOIN sessions ON sessions.id = sets.session_id
    WHERE sets.uuid = ?`);
  const reps = db
    .prepare<[unknown], unknown[]>(
      `SELECT lower(hex(uuid)), ${repColumns(db).join(', ')} FROM reps WHERE set_id = ? ORDER BY failed, place, id`,
    )
    .raw();
  // with a name the one, without one all
  const parts = (sql: string) => db.prepare<[{ id: unknown; name: string }], Row>(sql);
  const taken = parts(`
    SELECT lower(hex(uuid)) AS uuid, deleted FROM reps
    WHERE set_id = @id AND (uuid = unhex(@name) OR (@name = '' AND deleted = 1))`);
  const edits = parts(`
    SELECT lower(hex(edits.uuid)) AS uuid, at, what, before, after, lower(hex(reps.uuid)) AS rep
    FROM edits LEFT JOIN reps ON reps.id = edits.rep_id
    WHERE edits.set_id = @id AND (edits.uuid = unhex(@name) OR @name = '')`);
  const corrections = parts(`
    SELECT lower(hex(uuid)) AS uuid, kind, at_s, to_s, made_at FROM corrections
    WHERE set_id = @id AND (uuid = unhex(@name) OR @name = '') ORDER BY id`);
  const PARTS = { rep: taken, edit: edits, correction: corrections } as const;
  const rows = Object.entries(ATHLETE_ROWS).map(([name, { table, key }]) => ({
    name,
    key,
    all: db.prepare<[unknown], Row>(`SELECT * FROM "${table}" WHERE athlete_id = ?`),
  }));

  /** A part of a set is a register of its own, named by its identity. */
  const partsOf = (row: Row, prefix: keyof typeof PARTS, name = ''): [string, RegisterValue][] =>
    PARTS[prefix].all({ id: row.id, name }).map(({ uuid, ...value }) => [`${prefix}:${uuid}`, value]);

  function ofSet(row: Row, field: string): RegisterValue {
    const [prefix = '', name = ''] = field.split(':');
    switch (prefix) {
      case 'whose':
        return { athlete: row.athlete, session: row.session };
      case 'calibration':
        return calibrationRow(db, row.calibration_id as number | null);
      case 'analysis':
        return {
          ...pick(row, SET_REGISTERS.analysis),
          summary: pick(row, summaryColumns(row)),
          reps: { columns: ['uuid', ...repColumns(db)], rows: reps.all(row.id) },
        };
      case 'rep':
      case 'edit':
      case 'correction':
        return partsOf(row, prefix, name)[0]?.[1] ?? null;
      default:
        return pick(row, SET_REGISTERS[field as keyof typeof SET_REGISTERS]);
    }
  }
  const wholeSet = (row: Row): RegisterValue => ({
    ...Object.fromEntries(Object.keys(SET_REGISTERS).map((name) => [name, ofSet(row, name)])),
    ...Object.fromEntries(
      (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((prefix) => partsOf(row, prefix)),
    ),
  });
  const rowsOf = (row: Row): [string, RegisterValue][] =>
    rows.flatMap(({ name, key, all }) =>
      all
        .all(row.id)
        .map(({ id: _id, uuid: _uuid, athlete_id: _athlete, ...value }): [string, RegisterValue] => [
          [name, ...key.map((column) => value[column] ?? '')].join(':'),
          value,
        ]),
    );
  const ofAthlete = (row: Row, field: string): RegisterValue => {
    const columns = (ATHLETE_REGISTERS as Readonly<Record<string, readonly string[]>>)[field];
    return columns ? pick(row, columns) : (new Map(rowsOf(row)).get(field) ?? null);
  };
  const wholeAthlete = (row: Row): RegisterValue => ({
    ...Object.fromEntries(Object.keys(ATHLETE_REGISTERS).map((name) => [name, ofAthlete(row, name)])),
    ...Object.fromEntries(rowsOf(row)),
  });

  return {
    of(kind, record, field) {
      if (field === GONE) return {};
      const row = (kind === 'athlete' ? athlete : set).get(record);
      if (row === undefined) return null;
      if (kind === 'athlete') return field === WHOLE ? wholeAthlete(row) : ofAthlete(row, field);
      return field === WHOLE ? wholeSet(row) : ofSet(row, field);
    },
  };
}

const pick = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

const TOLD = new Set<string>([...Object.values(SET_REGISTERS).flat(), ...OWN_COLUMNS, 'athlete', 'session']);

/** What only follows from the reps: told for those who look at the gym's table, counted anew by every station. */
const summaryColumns = (row: Row): string[] => Object.keys(row).filter((column) => !TOLD.has(column));
