import type { Database } from 'better-sqlite3';
import type { History, HistoryPoint, SetRow } from '../../../src/contract/sets.ts';
import type { Athlete } from '../../../src/contract/setup.ts';
import type { VariationId } from '../../../src/lifts/lift.ts';
import { SELECT_SETS, type StoredRow, setRowOf } from '../sets/read.ts';
import type { HistoryQuery } from '../types.ts';
import { tilesOf, weeksOf } from './tiles.ts';

/**
 * One athlete's sets of one lift. A simulated set in a real athlete's list is shown there (labelled) and counts
 * nowhere: not in points, tiles or weeks. The demo athlete's sets all count; there is nothing to protect.
 */
export function readHistory(
  db: Database,
  athlete: Athlete,
  query: HistoryQuery,
  now_epoch_ms: number,
): History {
  const { athlete_id, lift } = query;
  const everything = db
    .prepare<[object], StoredRow>(`
      ${SELECT_SETS}
      WHERE sets.athlete_id = @athlete_id AND sets.lift = @lift AND sets.deleted_at IS NULL
        AND (@variation IS NULL OR sets.variation = @variation)
      ORDER BY sets.started_at, sets.id`)
    .all({ athlete_id, lift, variation: query.variation ?? null })
    .map(setRowOf);
  const shown = everything.filter((row) => row.started_epoch_ms >= (query.since_epoch_ms ?? 0));
  const counts = (row: SetRow) => athlete.simulated || !row.simulated;
  const counted = shown.filter(counts);
  return {
    athlete,
    lift,
    variations: db
      .prepare<[number, string], VariationId>(`
        SELECT DISTINCT variation FROM sets WHERE athlete_id = ? AND lift = ? AND deleted_at IS NULL
        ORDER BY variation`)
      .pluck()
      .all(athlete_id, lift) as VariationId[],
    points: counted.map(pointOf),
    sets: shown.toReversed(),
    tiles: tilesOf(counted, everything.filter(counts), now_epoch_ms),
    weeks: weeksOf(counted),
  };
}

const pointOf = (row: SetRow): HistoryPoint => ({
  set_id: row.id,
  at_epoch_ms: row.started_epoch_ms,
  load_kg: row.load_kg,
  mean_mcv_mps: row.summary.mean_mcv_mps,
  best_mcv_mps: row.summary.best_mcv_mps,
  reps: row.summary.reps,
  partial: row.summary.partial,
  holds_met: row.holds_met,
  holds_judged: row.holds_judged,
  kind: row.kind,
});
