import type { Database } from 'better-sqlite3';
import type { ExportTable } from '../../src/contract/exporting.ts';

/** Which rows are wanted; what is left out does not matter. */
export interface ExportQuery {
  readonly athlete_id?: number | undefined;
  readonly group?: string | undefined;
  readonly set_id?: number | undefined;
  readonly since_epoch_ms?: number | undefined;
  /** Not included. */
  readonly until_epoch_ms?: number | undefined;
}

export interface ExportRows {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly unknown[]>;
}

type Columns = readonly (readonly [name: string, from: string])[];

const utc = (column: string): string => `strftime('%Y-%m-%dT%H:%M:%fZ', ${column} / 1000.0, 'unixepoch')`;
const local = (column: string): string =>
  `strftime('%Y-%m-%d %H:%M:%S', ${column} / 1000, 'unixepoch', 'localtime')`;

/**
 * Columns of each table, in order: name in the file, expression in the query. docs/export.md explains them; a new column
 * goes to the end, none is ever renamed, so that people's spreadsheets keep working.
 */
const REPS: Columns = [
  ['athlete', 'athletes.name'],
  ['session', 'sets.session_id'],
  ['set', 'sets.id'],
  ['set_started_utc', utc('sets.started_at')],
  ['lift', 'sets.lift'],
  ['variation', 'sets.variation'],
  ['bench', 'sets.bench'],
  ['side', 'sets.side'],
  ['kind', 'sets.kind'],
  ['load_kg', 'sets.load_kg'],
  ['simulated', 'sets.simulated'],
  ['interrupted', 'sets.interrupted'],
  ['sensor', 'sets.sensor_name'],
  ['algorithm', 'sets.algorithm'],
  ['reference_rom_m', 'sets.reference_rom_m'],
  ['hold_target_s', 'sets.target_hold_s'],
  ['rep', 'reps.place'],
  ['failed', 'reps.failed'],
  ['start_s', 'reps.start_s'],
  ['concentric_start_s', 'reps.concentric_start_s'],
  ['concentric_end_s', 'reps.concentric_end_s'],
  ['concentric_duration_s', 'reps.concentric_duration_s'],
  ['lockout_start_s', 'reps.lockout_start_s'],
  ['lockout_end_s', 'reps.lockout_end_s'],
  ['hold_s', 'reps.hold_s'],
  ['hold_sigma_s', 'reps.hold_sigma_s'],
  ['lockout_height_m', 'reps.rom_m'],
  ['eccentric_start_s', 'reps.eccentric_start_s'],
  ['eccentric_end_s', 'reps.eccentric_end_s'],
  ['eccentric_duration_s', 'reps.eccentric_duration_s'],
  ['eccentric_peak_mps', 'reps.eccentric_peak_mps'],
  ['eccentric_mean_mps', 'reps.eccentric_mean_mps'],
  ['bottom_duration_s', 'reps.bottom_duration_s'],
  ['floor_contact', 'reps.floor_contact'],
  ['mcv_mps', 'reps.mcv_mps'],
  ['mcv_sigma_mps', 'reps.mcv_sigma_mps'],
  ['mcv_repeat_sigma_mps', 'reps.mcv_repeat_sigma_mps'],
  ['pcv_mps', 'reps.pcv_mps'],
  ['mpv_mps', 'reps.mpv_mps'],
  ['time_to_peak_s', 'reps.time_to_peak_s'],
  ['rom_m', 'reps.rom_m'],
  ['rom_sigma_m', 'reps.rom_sigma_m'],
  ['rom_repeat_sigma_m', 'reps.rom_repeat_sigma_m'],
  ['mean_power_w', 'reps.mean_power_w'],
  ['peak_power_w', 'reps.peak_power_w'],
  ['quality', 'reps.quality'],
  [
    'reasons',
    `(SELECT group_concat(value, '; ') FROM (SELECT value FROM json_each(reps.reasons) ORDER BY key))`,
  ],
  ['range_verdict', 'reps.range'],
  ['range_ratio', 'reps.range_ratio'],
  ['range_ratio_sigma', 'reps.range_ratio_sigma'],
  ['hold_verdict', 'reps.hold'],
  ['lowering_verdict', 'reps.lowering'],
  ['over_extended', 'reps.over_extended'],
  ['floor_rest', 'reps.floor_rest'],
  ['unsteady', 'reps.unsteady'],
  ['edited', 'reps.edited'],
  ['set_note', 'sets.note'],
  ['set_started_local', local('sets.started_at')],
  ['athlete_group', 'athletes.group_name'],
  ['mount', 'sets.mount'],
  ['load_unit', 'sets.load_unit'],
  ['replayed', 'sets.replayed'],
  ['accepted', 'sets.accepted'],
  ['pulsed', 'reps.pulsed'],
];

const SETS: Columns = [
  ['athlete', 'athletes.name'],
  ['athlete_group', 'athletes.group_name'],
  ['session', 'sets.session_id'],
  ['set', 'sets.id'],
  ['set_started_utc', utc('sets.started_at')],
  ['set_started_local', local('sets.started_at')],
  ['lift', 'sets.lift'],
  ['variation', 'sets.variation'],
  ['bench', 'sets.bench'],
  ['side', 'sets.side'],
  ['kind', 'sets.kind'],
  ['load_kg', 'sets.load_kg'],
  ['reps', 'sets.reps'],
  ['full_reps', 'sets.full_reps'],
  ['short_reps', 'sets.short_reps'],
  ['partial_reps', 'sets.partial_reps'],
  ['unsure_reps', 'sets.unsure_reps'],
  ['failed_reps', 'sets.failed_reps'],
  ['holds_met', 'sets.holds_met'],
  ['holds_judged', 'sets.holds_judged'],
  ['mean_mcv_mps', 'sets.mean_mcv_mps'],
  ['best_mcv_mps', 'sets.best_mcv_mps'],
  ['velocity_loss_pct', 'sets.velocity_loss_pct'],
  ['mean_hold_s', 'sets.mean_hold_s'],
  ['reference_rom_m', 'sets.reference_rom_m'],
  ['duration_s', 'sets.duration_s'],
  ['samples', 'sets.samples'],
  ['rate_hz', 'sets.rate_hz'],
  ['axes', 'sets.axes'],
  ['quality', 'sets.quality'],
  ['simulated', 'sets.simulated'],
  ['interrupted', 'sets.interrupted'],
  ['sensor', 'sets.sensor_name'],
  ['algorithm', 'sets.algorithm'],
  ['set_note', 'sets.note'],
  ['mount', 'sets.mount'],
  ['load_unit', 'sets.load_unit'],
  ['replayed', 'sets.replayed'],
  ['accepted', 'sets.accepted'],
];

const SESSIONS: Columns = [
  ['athlete', 'athletes.name'],
  ['athlete_group', 'athletes.group_name'],
  ['session', 'sets.session_id'],
  ['started_utc', utc('min(sets.started_at)')],
  ['started_local', local('min(sets.started_at)')],
  ['lifts', 'group_concat(DISTINCT sets.lift)'],
  ['sets', 'count(*)'],
  ['reps', 'sum(sets.reps)'],
  ['partial_reps', 'sum(sets.partial_reps)'],
  ['volume_kg', 'sum(sets.reps * sets.load_kg)'],
  ['best_mcv_mps', 'max(sets.best_mcv_mps)'],
  ['mean_hold_s', 'avg(sets.mean_hold_s)'],
  ['simulated', 'max(sets.simulated)'],
  ['replayed_sets', 'sum(sets.replayed)'],
];

const ATHLETES: Columns = [
  ['athlete', 'athletes.name'],
  ['athlete_group', 'athletes.group_name'],
  ['body_mass_kg', 'athletes.body_mass_kg'],
  ['birth_year', 'athletes.birth_year'],
  ['note', 'athletes.note'],
  ['simulated', 'athletes.simulated'],
  ['sets', 'count(sets.id)'],
  ['reps', 'ifnull(sum(sets.reps), 0)'],
];

/** Reps of other instruments; a set whose reps were not measured is one line without a rep. */
const IMPORTED: Columns = [
  ['athlete', 'athletes.name'],
  ['athlete_group', 'athletes.group_name'],
  ['instrument', 'sets.instrument'],
  ['set', 'sets.id'],
  ['day', 'sets.day'],
  ['time', 'sets.time'],
  ['exercise', 'sets.exercise'],
  ['lift', 'sets.lift'],
  ['variation', 'sets.variation'],
  ['kind', 'sets.kind'],
  ['load_kg', 'sets.load_kg'],
  ['reps_in_set', 'sets.reps'],
  ['rep', 'reps.place'],
  ['mcv_mps', 'reps.mcv_mps'],
  ['mpv_mps', 'reps.mpv_mps'],
  ['pcv_mps', 'reps.pcv_mps'],
  ['rom_m', 'reps.rom_m'],
  ['duration_s', 'reps.duration_s'],
  ['rpe', 'sets.rpe'],
  ['set_note', 'sets.note'],
];

const OF_SET = `
  WHERE (@athlete_id IS NULL OR athletes.id = @athlete_id) AND (@group IS NULL OR athletes.group_name = @group)
  AND (@set_id IS NULL OR sets.id = @set_id)
  AND (@since IS NULL OR sets.started_at >= @since) AND (@until IS NULL OR sets.started_at < @until)`;
/** Their day is local and has no moment: the period is told by days. */
const OF_IMPORTED = `
  WHERE (@athlete_id IS NULL OR athletes.id = @athlete_id) AND (@group IS NULL OR athletes.group_name = @group)
  AND @set_id IS NULL
  AND (@since IS NULL OR sets.day >= strftime('%Y-%m-%d', @since / 1000, 'unixepoch', 'localtime'))
  AND (@until IS NULL OR sets.day < strftime('%Y-%m-%d', @until / 1000, 'unixepoch', 'localtime'))`;

/** Whoever is in the bin is in no file. */
const WITH_ATHLETE = 'JOIN athletes ON athletes.id = sets.athlete_id AND athletes.deleted_at IS NULL';

const TABLES: Readonly<Record<ExportTable, { readonly columns: Columns; readonly from: string }>> = {
  reps: {
    columns: REPS,
    from: `FROM reps JOIN sets ON sets.id = reps.set_id ${WITH_ATHLETE}
      ${OF_SET} AND sets.deleted_at IS NULL AND reps.deleted = 0
      ORDER BY sets.started_at, sets.id, reps.start_s, reps.id`,
  },
  sets: {
    columns: SETS,
    from: `FROM sets ${WITH_ATHLETE} ${OF_SET} AND sets.deleted_at IS NULL
      ORDER BY sets.started_at, sets.id`,
  },
  sessions: {
    columns: SESSIONS,
    from: `FROM sets ${WITH_ATHLETE} ${OF_SET} AND sets.deleted_at IS NULL
      GROUP BY sets.session_id ORDER BY min(sets.started_at), sets.session_id`,
  },
  athletes: {
    columns: ATHLETES,
    from: `FROM athletes LEFT JOIN sets ON sets.athlete_id = athletes.id AND sets.deleted_at IS NULL
      ${OF_SET} AND athletes.deleted_at IS NULL
      GROUP BY athletes.id ORDER BY athletes.name COLLATE NOCASE, athletes.id`,
  },
  imported: {
    columns: IMPORTED,
    from: `FROM imported_sets AS sets ${WITH_ATHLETE} LEFT JOIN imported_reps AS reps ON reps.set_id = sets.id
      ${OF_IMPORTED} ORDER BY sets.day, sets.time, sets.id, reps.place`,
  },
};

/** The rows of a table, read one at a time: a reader that stops early costs no more. */
export function exportRows(db: Database, table: ExportTable, query: ExportQuery): ExportRows {
  const { columns, from } = TABLES[table];
  const read = db
    .prepare<[object], unknown[]>(`SELECT ${columns.map(([, each]) => each).join(', ')} ${from}`)
    .raw();
  return {
    columns: columns.map(([name]) => name),
    rows: read.iterate({
      athlete_id: query.athlete_id ?? null,
      group: query.group ?? null,
      set_id: query.set_id ?? null,
      since: query.since_epoch_ms ?? null,
      until: query.until_epoch_ms ?? null,
    }),
  };
}
