/**
 * Lockout is a place: a pause below its zone is `no-lockout`, a missed hold. What is stored is judged again by the ratios it was
 * judged by then, in lifts whose rise ends in lockout and without constant tension; mean and best velocity are from now on
 * over the reps that can be compared, mean hold over those that were locked out.
 */
export const SCHEMA_V6 = `
ALTER TABLE reps RENAME COLUMN hold TO hold_wherever;
ALTER TABLE reps ADD COLUMN hold TEXT CHECK (hold IN ('met', 'missed', 'no-lockout', 'unsure'));
UPDATE reps SET hold = hold_wherever;
ALTER TABLE reps DROP COLUMN hold_wherever;

UPDATE reps SET hold = 'no-lockout'
WHERE hold IS NOT NULL AND EXISTS (
  SELECT 1 FROM sets
  WHERE sets.id = reps.set_id AND sets.target_constant_tension = 0
    AND sets.lift IN ('hip-thrust', 'deadlift', 'row')
    AND reps.range_ratio + coalesce(reps.range_ratio_sigma, 0) < sets.target_full_ratio
);

UPDATE sets SET
  holds_judged = (
    SELECT count(*) FROM reps
    WHERE set_id = sets.id AND failed = 0 AND deleted = 0 AND hold IN ('met', 'missed', 'no-lockout')),
  holds_met = (
    SELECT count(*) FROM reps WHERE set_id = sets.id AND failed = 0 AND deleted = 0 AND hold = 'met'),
  mean_hold_s = (
    SELECT avg(hold_s) FROM reps
    WHERE set_id = sets.id AND failed = 0 AND deleted = 0 AND hold IS NOT 'no-lockout'),
  mean_mcv_mps = (
    SELECT avg(mcv_mps) FROM reps
    WHERE set_id = sets.id AND failed = 0 AND deleted = 0 AND range <> 'partial' AND quality <> 'unusable'),
  best_mcv_mps = (
    SELECT max(mcv_mps) FROM reps
    WHERE set_id = sets.id AND failed = 0 AND deleted = 0 AND range <> 'partial' AND quality <> 'unusable');
`;
