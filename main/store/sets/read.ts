import type { Database } from 'better-sqlite3';
import type { SetRow } from '../../../src/contract/sets.ts';
import type { Athlete } from '../../../src/contract/setup.ts';
import type { StoredSet } from '../types.ts';
import { repRows } from './analysis-rows.ts';
import { editsOf } from './audit.ts';
import { correctionsOf } from './corrections.ts';
import { type LabelRow, labelsOfRow } from './label-row.ts';
import { repOf, storedRepOf } from './rep-row.ts';
import { type RecordingRow, recordingFactsOf, type SummaryRow, summaryOfRow } from './result-row.ts';
import { type TraceBlob, unpackTrace } from './trace-blob.ts';

/** A row of `sets` joined with its athlete's name. */
export interface StoredRow extends LabelRow, SummaryRow, RecordingRow {
  readonly id: number;
  readonly session_id: number;
  readonly athlete_name: string;
  readonly athlete_simulated: number;
  readonly body_mass_kg: number | null;
  readonly athlete_group: string;
  readonly birth_year: number | null;
  readonly athlete_note: string;
  readonly athlete_archived: number;
  readonly athlete_deleted_at: number | null;
  readonly started_at: number;
  readonly deleted_at: number | null;
  readonly note: string;
  readonly interrupted: number;
  readonly live_reps: number | null;
  readonly from_live: number;
  readonly algorithm: string;
}

const SELECT_SETS = `
  SELECT sets.*, athletes.name AS athlete_name, athletes.simulated AS athlete_simulated, athletes.body_mass_kg,
    athletes.group_name AS athlete_group, athletes.birth_year, athletes.note AS athlete_note,
    athletes.archived AS athlete_archived, athletes.deleted_at AS athlete_deleted_at
  FROM sets JOIN athletes ON athletes.id = sets.athlete_id`;

/** What a list shows of a set. */
export type ListedRow = SummaryRow &
  Pick<
    StoredRow,
    | 'id'
    | 'session_id'
    | 'athlete_id'
    | 'athlete_name'
    | 'lift'
    | 'variation'
    | 'bench'
    | 'side'
    | 'mount'
    | 'kind'
    | 'load_kg'
    | 'load_unit'
    | 'started_at'
    | 'duration_s'
    | 'note'
    | 'simulated'
    | 'replayed'
    | 'accepted'
    | 'interrupted'
    | 'target_hold_s'
  >;

/** Of the eighty columns the thirty of ListedRow: a list of years is read three times as fast. `more` are columns of its own. */
export const selectListed = (more = ''): string => `
  SELECT sets.id, sets.session_id, sets.athlete_id, athletes.name AS athlete_name, sets.lift, sets.variation,
    sets.bench, sets.side, sets.mount, sets.kind, sets.load_kg, sets.load_unit, sets.started_at, sets.duration_s, sets.note, sets.simulated,
    sets.replayed, sets.accepted, sets.interrupted, sets.target_hold_s, sets.reps, sets.full_reps, sets.short_reps, sets.partial_reps,
    sets.unsure_reps, sets.failed_reps, sets.holds_met, sets.holds_judged, sets.mean_mcv_mps, sets.best_mcv_mps,
    sets.velocity_loss_pct, sets.mean_hold_s, sets.summary_reference_rom_m${more}
  FROM sets JOIN athletes ON athletes.id = sets.athlete_id`;

export const setRowOf = (row: ListedRow): SetRow => ({
  id: row.id,
  session_id: row.session_id,
  athlete_id: row.athlete_id,
  athlete_name: row.athlete_name,
  lift: row.lift,
  variation: row.variation,
  bench: row.bench,
  side: row.side,
  mount: row.mount,
  kind: row.kind,
  load_kg: row.load_kg,
  load_unit: row.load_unit,
  started_epoch_ms: row.started_at,
  duration_s: row.duration_s,
  note: row.note,
  simulated: row.simulated === 1,
  replayed: row.replayed === 1,
  accepted: row.accepted === 1,
  interrupted: row.interrupted === 1,
  summary: summaryOfRow(row),
  holds_met: row.holds_met,
  holds_judged: row.holds_judged,
  hold_target_s: row.target_hold_s,
});

export function listSets(
  db: Database,
  query: { readonly athlete_id?: number; readonly limit: number; readonly before_id?: number },
): SetRow[] {
  // Pages follow the time of the sets, not their ids: a recovered set is stored long after it was lifted.
  return db
    .prepare<[object], ListedRow>(`
      ${selectListed()}
      WHERE sets.deleted_at IS NULL AND athletes.deleted_at IS NULL
        AND (@athlete_id IS NULL OR sets.athlete_id = @athlete_id)
        AND (@before_id IS NULL
          OR (sets.started_at, sets.id) < (SELECT started_at, id FROM sets WHERE id = @before_id))
      ORDER BY sets.started_at DESC, sets.id DESC LIMIT @limit`)
    .all({ athlete_id: query.athlete_id ?? null, before_id: query.before_id ?? null, limit: query.limit })
    .map(setRowOf);
}

export const rowOfSet = (db: Database, id: number): StoredRow | undefined =>
  db.prepare<[number], StoredRow>(`${SELECT_SETS} WHERE sets.id = ?`).get(id);

export function readSet(db: Database, id: number): StoredSet | null {
  const row = rowOfSet(db, id);
  if (!row) return null;
  const trace = db.prepare<[number], TraceBlob>('SELECT points, data FROM traces WHERE set_id = ?').get(id);
  const reps = repRows(db, id);
  const athlete: Athlete = {
    id: row.athlete_id,
    name: row.athlete_name,
    simulated: row.athlete_simulated === 1,
    body_mass_kg: row.body_mass_kg,
    group: row.athlete_group,
    birth_year: row.birth_year,
    note: row.athlete_note,
    archived: row.athlete_archived === 1,
  };
  return {
    row: setRowOf(row),
    athlete,
    reps: reps.filter((rep) => rep.failed === 0).map(storedRepOf),
    failed: reps.filter((rep) => rep.failed === 1).map(repOf),
    recording: recordingFactsOf(row),
    trace: trace ? unpackTrace(trace) : null,
    recording_here: db.prepare('SELECT 1 FROM recordings WHERE set_id = ?').get(id) !== undefined,
    algorithm: row.algorithm,
    live_reps: row.live_reps,
    from_live: row.from_live === 1,
    reference_rom_m: row.reference_rom_m,
    sensor_name: row.sensor_name,
    corrections: correctionsOf(db, id),
    edits: editsOf(db, id),
    labels: labelsOfRow(db, row),
    deleted: row.deleted_at !== null || row.athlete_deleted_at !== null,
  };
}
