/** What the reps of a set come to (sets/evening-row.ts), from the reps as they are stored. */
export const SUM_UP_REPS = `
UPDATE sets SET
  (compared_pcv_mps, compared_power_w, compared_hold_s, compared_rom_m, compared_lowering_s) = (
    SELECT avg(pcv_mps), avg(mean_power_w), avg(hold_s), avg(rom_m), avg(eccentric_duration_s) FROM reps
    WHERE set_id = sets.id AND failed = 0 AND deleted = 0 AND range <> 'partial' AND quality <> 'unusable'),
  (fastest_mcv_mps, fastest_sigma_mps) = (
    SELECT mcv_mps, ifnull(mcv_repeat_sigma_mps, mcv_sigma_mps) FROM reps
    WHERE set_id = sets.id AND failed = 0 AND deleted = 0 AND range = 'full' AND quality <> 'unusable'
      AND mcv_mps > 0 AND ifnull(mcv_repeat_sigma_mps, mcv_sigma_mps) IS NOT NULL
    ORDER BY mcv_mps DESC, place LIMIT 1),
  slowest_mcv_mps = (
    SELECT min(mcv_mps) FROM reps
    WHERE set_id = sets.id AND failed = 0 AND deleted = 0 AND range = 'full' AND quality <> 'unusable'),
  outcomes = (
    SELECT ifnull(group_concat(CASE
      WHEN range = 'partial' THEN 'h'
      WHEN range = 'short' THEN 's'
      WHEN hold IN ('missed', 'no-lockout') THEN 'm'
      WHEN lowering = 'dropped' THEN 'd'
      WHEN range = 'unsure' OR hold = 'unsure' THEN 'u'
      ELSE 'f' END, '' ORDER BY place, id), '')
    FROM reps WHERE set_id = sets.id AND failed = 0 AND deleted = 0);
`;

/**
 * A history of five years reads its sets and no rep: what the reps of each come to stands in columns of its own, written
 * with the set and with every edit of it.
 */
export const SCHEMA_V14 = `
ALTER TABLE sets ADD COLUMN compared_pcv_mps REAL;
ALTER TABLE sets ADD COLUMN compared_power_w REAL;
ALTER TABLE sets ADD COLUMN compared_hold_s REAL;
ALTER TABLE sets ADD COLUMN compared_rom_m REAL;
ALTER TABLE sets ADD COLUMN compared_lowering_s REAL;
ALTER TABLE sets ADD COLUMN fastest_mcv_mps REAL;
ALTER TABLE sets ADD COLUMN fastest_sigma_mps REAL;
ALTER TABLE sets ADD COLUMN slowest_mcv_mps REAL;
ALTER TABLE sets ADD COLUMN outcomes TEXT NOT NULL DEFAULT '';
${SUM_UP_REPS}`;
