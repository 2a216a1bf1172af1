/** The first version whose tables the views look at. */
export const VIEWS_SINCE = 18;

export const DROP_VIEWS = 'DROP VIEW IF EXISTS v_reps; DROP VIEW IF EXISTS v_sets;';

/**
 * For people with any SQLite tool (docs/export.md): sets and reps with names instead of numbers, what is in the bin left out, those
 * of other instruments beside Lockout's own. They are made anew by every migration, so that a step may change what is below.
 */
export const CREATE_VIEWS = `
CREATE VIEW v_sets AS
SELECT 'lockout' AS origin, sets.id AS set_id, 'Lockout' AS instrument, athletes.name AS athlete,
  athletes.group_name AS athlete_group, sets.session_id,
  strftime('%Y-%m-%d %H:%M:%S', sets.started_at / 1000, 'unixepoch', 'localtime') AS started_local,
  strftime('%Y-%m-%dT%H:%M:%fZ', sets.started_at / 1000.0, 'unixepoch') AS started_utc,
  sets.lift, sets.variation, NULL AS exercise, sets.bench, sets.side, sets.kind, sets.load_kg, sets.reps,
  sets.full_reps, sets.short_reps, sets.partial_reps, sets.unsure_reps, sets.failed_reps,
  sets.holds_met, sets.holds_judged, sets.mean_mcv_mps, sets.best_mcv_mps, sets.velocity_loss_pct, sets.mean_hold_s,
  sets.duration_s, sets.quality, sets.simulated, sets.interrupted, sets.sensor_name AS sensor, sets.algorithm,
  NULL AS rpe, sets.note, sets.athlete_id, sets.replayed, sets.accepted
FROM sets JOIN athletes ON athletes.id = sets.athlete_id
WHERE sets.deleted_at IS NULL AND athletes.deleted_at IS NULL
UNION ALL
SELECT 'import', imported_sets.id, instrument, athletes.name, athletes.group_name, NULL,
  day || coalesce(' ' || time, ''), NULL, lift, variation, exercise, NULL, NULL, kind, load_kg, reps,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  (SELECT avg(mcv_mps) FROM imported_reps WHERE set_id = imported_sets.id),
  (SELECT max(mcv_mps) FROM imported_reps WHERE set_id = imported_sets.id),
  NULL, NULL, NULL, NULL, 0, 0, NULL, NULL, rpe, imported_sets.note, imported_sets.athlete_id, 0, 0
FROM imported_sets JOIN athletes ON athletes.id = imported_sets.athlete_id
WHERE athletes.deleted_at IS NULL;

CREATE VIEW v_reps AS
SELECT v_sets.origin, v_sets.set_id, v_sets.instrument, v_sets.athlete, v_sets.started_local, v_sets.lift, v_sets.variation,
  v_sets.exercise, v_sets.side, v_sets.kind, v_sets.load_kg, v_sets.simulated, reps.place AS rep, reps.failed,
  reps.mcv_mps, reps.mcv_sigma_mps, reps.pcv_mps, reps.mpv_mps, reps.rom_m, reps.rom_sigma_m, reps.hold_s, reps.hold_sigma_s,
  reps.concentric_duration_s, reps.eccentric_duration_s, reps.eccentric_peak_mps, reps.mean_power_w, reps.peak_power_w,
  reps.quality, reps.range AS range_verdict, reps.hold AS hold_verdict, reps.lowering AS lowering_verdict, v_sets.athlete_id,
  v_sets.replayed, v_sets.accepted
FROM reps JOIN v_sets ON v_sets.origin = 'lockout' AND v_sets.set_id = reps.set_id
WHERE reps.deleted = 0
UNION ALL
SELECT v_sets.origin, v_sets.set_id, v_sets.instrument, v_sets.athlete, v_sets.started_local, v_sets.lift, v_sets.variation,
  v_sets.exercise, NULL, v_sets.kind, v_sets.load_kg, 0, imported_reps.place, 0,
  mcv_mps, NULL, pcv_mps, mpv_mps, rom_m, NULL, NULL, NULL, imported_reps.duration_s, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, v_sets.athlete_id, 0, 0
FROM imported_reps JOIN v_sets ON v_sets.origin = 'import' AND v_sets.set_id = imported_reps.set_id;
`;
