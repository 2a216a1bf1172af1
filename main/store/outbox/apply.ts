import type { Database } from 'better-sqlite3';
import { putCalibrationRow } from '../calibrations.ts';
import { GONE, stampIn, WHOLE } from '../gym-tables.ts';
import type { GymRecord, RecordKind, RegisterValue } from '../outbox-types.ts';
import { resummarise } from '../sets/analysis-rows.ts';
import { insertRow, updateRow } from '../sets/insert-row.ts';
import { repColumns } from '../sets/rep-row.ts';
import { dropIfEmpty } from '../sets/sessions.ts';
import { ATHLETE_REGISTERS, ATHLETE_ROWS, SET_REGISTERS } from './registers.ts';

type Row = Record<string, unknown>;

/** Thrown where a set's athlete is not here yet: the change is taken back, and they are asked for. */
export class AthleteMissing extends Error {
  readonly athlete: string;
  constructor(athlete: string) {
    super(athlete);
    this.athlete = athlete;
  }
}

/**
 * Brings a record of the gym into this database: each register whose stamp is later than the one here. In the caller's
 * transaction, which tells the outbox nothing. Throws AthleteMissing. True: something is another than before.
 */
export function applyRecord(db: Database, record: GymRecord, onGone: (athlete_id: number) => void): boolean {
  const uuid = Buffer.from(record.id, 'hex');
  const here = stampsOf(db, uuid);
  if (here.has(GONE)) return false;
  if (record.gone) return remove(db, record.kind, uuid, record.made, onGone);
  const before = (field: string): string => here.get(field) ?? here.get(WHOLE) ?? '';
  const isLater = (field: string): boolean => stampOf(record, field) > before(field);
  // a new analysis brings new rows: what was taken away of them is said once more
  const isOfRep = (field: string): boolean =>
    field.startsWith('rep:') && isLater('analysis') && stampOf(record, field) === before(field);
  const later = Object.keys(record.fields).filter((field) => isLater(field) || isOfRep(field));
  if (later.length === 0) return false;
  const changed = new Map(later.map((field) => [field, record.fields[field] ?? null]));
  const done = record.kind === 'athlete' ? putAthlete(db, uuid, changed) : putSet(db, uuid, changed);
  if (!done) return false;
  const keep = stampIn(db);
  if (!here.has(WHOLE)) keep.run(uuid, WHOLE, record.made);
  for (const field of later) {
    const stamp = stampOf(record, field);
    if (stamp !== record.made || here.has(field)) keep.run(uuid, field, stamp);
  }
  return true;
}

const stampOf = ({ stamps, made }: GymRecord, field: string): string => stamps[field] ?? made;

const stampsOf = (db: Database, uuid: Buffer): Map<string, string> =>
  new Map(
    db
      .prepare<[Buffer], [string, string]>('SELECT field, stamp FROM stamps WHERE record = ?')
      .raw()
      .all(uuid),
  );

const idOf = (db: Database, table: string, uuid: Buffer): number | undefined =>
  db.prepare<[Buffer], number>(`SELECT id FROM "${table}" WHERE uuid = ?`).pluck().get(uuid);

function remove(
  db: Database,
  kind: RecordKind,
  uuid: Buffer,
  stamp: string,
  onGone: (athlete_id: number) => void,
): boolean {
  const bury = stampIn(db);
  const forget = (record: Buffer): void => {
    db.prepare('DELETE FROM outbox WHERE record = ?').run(record);
    db.prepare('DELETE FROM stamps WHERE record = ?').run(record);
    bury.run(record, GONE, stamp);
  };
  const table = kind === 'athlete' ? 'athletes' : 'sets';
  const id = idOf(db, table, uuid);
  if (kind === 'athlete' && id !== undefined) {
    for (const set of db
      .prepare<[number], Buffer>('SELECT uuid FROM sets WHERE athlete_id = ?')
      .pluck()
      .all(id))
      forget(set);
  }
  forget(uuid);
  if (id === undefined) return false;
  db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
  if (kind === 'athlete') onGone(id);
  return true;
}

function putAthlete(db: Database, uuid: Buffer, changed: ReadonlyMap<string, RegisterValue>): boolean {
  const row = columnsOf(changed, ATHLETE_REGISTERS);
  let id = idOf(db, 'athletes', uuid);
  if (id === undefined) {
    if (!changed.has('facts') || !changed.has('name')) return false;
    id = insertRow(db, 'athletes', { uuid, ...row });
  } else if (Object.keys(row).length > 0) updateRow(db, 'athletes', id, row);
  for (const [field, value] of changed) {
    const [name = '', ...key] = field.split(':');
    const rows = ATHLETE_ROWS[name as keyof typeof ATHLETE_ROWS];
    if (rows === undefined) continue;
    const is = rows.key.map((column) => `CAST(ifnull(${column}, '') AS TEXT) = ?`).join(' AND ');
    db.prepare(`DELETE FROM "${rows.table}" WHERE athlete_id = ? AND ${is}`).run(id, ...key);
    if (value !== null) insertRow(db, `"${rows.table}"`, { athlete_id: id, ...known(db, rows.table, value) });
  }
  return true;
}

/** Registers of flat columns as one row. */
const columnsOf = (
  changed: ReadonlyMap<string, RegisterValue>,
  registers: Readonly<Record<string, readonly string[]>>,
): Row =>
  Object.fromEntries(
    Object.entries(registers).flatMap(([name, columns]) => {
      const value = changed.get(name);
      return value
        ? columns.filter((column) => column in value).map((column) => [column, value[column]])
        : [];
    }),
  );

/** A newer station may tell more than this one has columns for; a name that is no column never becomes part of a statement. */
function known(db: Database, table: string, value: Row): Row {
  const there = new Set((db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name));
  return Object.fromEntries(Object.entries(value).filter(([column]) => there.has(column)));
}

function putSet(db: Database, uuid: Buffer, changed: ReadonlyMap<string, RegisterValue>): boolean {
  const { whose: _whose, calibration: _calibration, ...flat } = SET_REGISTERS;
  const row: Row = columnsOf(changed, flat);
  const whose = changed.get('whose');
  const when = changed.get('when');
  if (whose) {
    row.athlete_id = idOf(db, 'athletes', Buffer.from(String(whose.athlete), 'hex'));
    if (row.athlete_id === undefined) throw new AthleteMissing(String(whose.athlete));
    row.session_id = sessionOf(
      db,
      row.athlete_id as number,
      String(whose.session),
      Number(when?.started_at ?? 0),
      uuid,
    );
  }
  if (changed.has('calibration'))
    row.calibration_id = putCalibrationRow(db, changed.get('calibration') ?? null);
  let id = idOf(db, 'sets', uuid);
  if (id === undefined) {
    if (!whose || !when || !changed.has('facts') || !changed.has('analysis')) return false;
    id = insertRow(db, 'sets', { uuid, ...NO_REPS, ...row });
  } else if (Object.keys(row).length > 0) {
    const session = db.prepare<[number], number>('SELECT session_id FROM sets WHERE id = ?').pluck().get(id);
    updateRow(db, 'sets', id, row);
    if (session !== undefined && row.session_id !== undefined) dropIfEmpty(db, session);
  }
  const analysis = changed.get('analysis');
  if (analysis) putReps(db, id, analysis);
  putParts(db, id, changed);
  if (analysis || [...changed.keys()].some((field) => field.startsWith('rep:'))) resummarise(db, id);
  return true;
}

/** What a set comes to before its reps are counted. */
const NO_REPS = {
  reps: 0,
  full_reps: 0,
  short_reps: 0,
  partial_reps: 0,
  unsure_reps: 0,
  failed_reps: 0,
  holds_met: 0,
  holds_judged: 0,
};

/** The visit a set belongs to, as the station that stored it says; it begins with its first set. */
function sessionOf(
  db: Database,
  athlete_id: number,
  session: string,
  started_at: number,
  set: Buffer,
): number {
  const at =
    started_at ||
    (db.prepare<[Buffer], number>('SELECT started_at FROM sets WHERE uuid = ?').pluck().get(set) ?? 0);
  const uuid = Buffer.from(session, 'hex');
  const id = idOf(db, 'sessions', uuid);
  if (id === undefined) return insertRow(db, 'sessions', { uuid, athlete_id, started_at: at });
  db.prepare('UPDATE sessions SET athlete_id = ?, started_at = min(started_at, ?) WHERE id = ?').run(
    athlete_id,
    at,
    id,
  );
  return id;
}

/** The reps of an analysis made elsewhere; which of them a person took away here is kept. */
function putReps(db: Database, set_id: number, analysis: Row): void {
  const taken = new Set(
    db
      .prepare<[number], string>('SELECT lower(hex(uuid)) FROM reps WHERE set_id = ? AND deleted = 1')
      .pluck()
      .all(set_id),
  );
  db.prepare('DELETE FROM reps WHERE set_id = ?').run(set_id);
  db.prepare('DELETE FROM traces WHERE set_id = ?').run(set_id);
  const { columns, rows } = analysis.reps as { columns: string[]; rows: unknown[][] };
  const there = new Set(repColumns(db));
  for (const values of rows) {
    const rep = Object.fromEntries(columns.map((column, at) => [column, values[at]]));
    const own = Object.fromEntries(Object.entries(rep).filter(([column]) => there.has(column)));
    const uuid = String(rep.uuid);
    insertRow(db, 'reps', {
      ...own,
      set_id,
      uuid: Buffer.from(uuid, 'hex'),
      deleted: taken.has(uuid) ? 1 : 0,
    });
  }
}

function putParts(db: Database, set_id: number, changed: ReadonlyMap<string, RegisterValue>): void {
  for (const [field, value] of changed) {
    const [name, id = ''] = field.split(':');
    const uuid = Buffer.from(id, 'hex');
    if (name === 'rep')
      db.prepare('UPDATE reps SET deleted = ? WHERE set_id = ? AND uuid = ?').run(
        value?.deleted === 1 ? 1 : 0,
        set_id,
        uuid,
      );
    if (name === 'edit' && value) {
      const { rep, ...edit } = value;
      const rep_id = typeof rep === 'string' ? (repWith(db, set_id, rep) ?? null) : null;
      if (idOf(db, 'edits', uuid) === undefined)
        insertRow(db, 'edits', { ...known(db, 'edits', edit), uuid, set_id, rep_id });
    }
    if (name === 'correction') {
      db.prepare('DELETE FROM corrections WHERE set_id = ? AND uuid = ?').run(set_id, uuid);
      if (value) insertRow(db, 'corrections', { ...known(db, 'corrections', value), uuid, set_id });
    }
  }
}

const repWith = (db: Database, set_id: number, uuid: string): number | undefined =>
  db
    .prepare<[number, Buffer], number>('SELECT id FROM reps WHERE set_id = ? AND uuid = ?')
    .pluck()
    .get(set_id, Buffer.from(uuid, 'hex'));
