import type { Database } from 'better-sqlite3';
import type { SetAtLoad } from '../../../src/training/compared.ts';
import type { AtLoadQuery } from '../types.ts';

/** By the indices sets_of and reps_of; which reps can be compared is what a set's mean velocity is over. */
export const SETS_AT_LOAD = `
  SELECT sets.id AS set_id, sets.session_id, sets.started_at AS at_epoch_ms, sets.best_mcv_mps,
    avg(reps.hold_s) AS hold_s, avg(reps.rom_m) AS rom_m, avg(reps.mean_power_w) AS power_w,
    max(reps.peak_power_w) AS peak_power_w, count(reps.id) AS reps
  FROM sets LEFT JOIN reps ON reps.set_id = sets.id AND reps.failed = 0 AND reps.deleted = 0
    AND reps.range <> 'partial' AND reps.quality <> 'unusable'
  WHERE sets.athlete_id = @athlete_id AND sets.lift = @lift AND sets.variation = @variation
    AND sets.side IS @side AND sets.load_kg IS @load_kg AND sets.simulated = @simulated
    AND sets.kind = 'work' AND sets.deleted_at IS NULL AND sets.accepted = 1
  GROUP BY sets.id ORDER BY sets.started_at, sets.id`;

/** Work sets at one load in the order they were lifted. */
export function readAtLoad(db: Database, query: AtLoadQuery): SetAtLoad[] {
  const { athlete_id, lift, variation, side, load_kg, simulated } = query;
  return db
    .prepare<[object], SetAtLoad>(SETS_AT_LOAD)
    .all({ athlete_id, lift, variation, side, load_kg, simulated: simulated ? 1 : 0 });
}
