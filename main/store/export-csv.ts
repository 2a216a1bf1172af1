import type { Database } from 'better-sqlite3';

/**
 * Columns of the reps export, in order: name in the file, expression in the query. docs/export.md explains
 * them; a new column goes to the end, none is ever renamed, so that people's spreadsheets keep working.
 */
const COLUMNS: readonly (readonly [name: string, from: string])[] = [
  ['athlete', 'athletes.name'],
  ['session', 'sets.session_id'],
  ['set', 'sets.id'],
  ['set_started_utc', `strftime('%Y-%m-%dT%H:%M:%fZ', sets.started_at / 1000.0, 'unixepoch')`],
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
];

const END_OF_LINE = '\r\n';

/** RFC 4180: comma, CR LF, quotes only where needed; numbers with a dot in full precision; unknown is empty. */
export function* csvLines(
  db: Database,
  query: { readonly athlete_id?: number | undefined },
): Generator<string> {
  yield COLUMNS.map(([name]) => name).join(',') + END_OF_LINE;
  const rows = db
    .prepare<[object], unknown[]>(`
      SELECT ${COLUMNS.map(([, from]) => from).join(', ')}
      FROM reps JOIN sets ON sets.id = reps.set_id JOIN athletes ON athletes.id = sets.athlete_id
      WHERE sets.deleted_at IS NULL AND reps.deleted = 0
        AND (@athlete_id IS NULL OR sets.athlete_id = @athlete_id)
      ORDER BY sets.started_at, sets.id, reps.start_s, reps.id`)
    .raw();
  for (const row of rows.iterate({ athlete_id: query.athlete_id ?? null }))
    yield row.map(field).join(',') + END_OF_LINE;
}

function field(value: unknown): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
