import type { Database } from 'better-sqlite3';
import type { HistoryPoint, SetRow } from '../../../src/contract/sets.ts';
import type { LiftedRep } from '../../../src/training/lifted.ts';
import { outcomeOf, type RepOutcome } from '../../../src/training/outcome.ts';

type RepMetrics = Pick<LiftedRep, 'range' | 'hold' | 'lowering' | 'quality'> & {
  readonly set_id: number;
} & { readonly [K in Metric]: number | null };

const METRICS = ['pcv_mps', 'power_w', 'hold_s', 'rom_m', 'lowering_s'] as const;
type Metric = (typeof METRICS)[number];

/** One line a rep that counts, by the indices sets_of and reps_of. */
export const REP_METRICS = `
  SELECT reps.set_id, reps.range, reps.hold, reps.lowering, reps.quality, reps.pcv_mps,
    reps.mean_power_w AS power_w, reps.hold_s, reps.rom_m, reps.eccentric_duration_s AS lowering_s
  FROM sets JOIN reps ON reps.set_id = sets.id AND reps.failed = 0 AND reps.deleted = 0
  WHERE sets.athlete_id = @athlete_id AND sets.lift = @lift
    AND sets.started_at >= @since AND sets.started_at < @until AND sets.deleted_at IS NULL
  ORDER BY sets.started_at, sets.id, reps.place`;

/** Sets as points, with what their reps tell. `rows` are sets of one athlete, lift and time. */
export function pointsOf(
  db: Database,
  rows: readonly SetRow[],
  of: { readonly athlete_id: number; readonly lift: string; readonly since: number; readonly until: number },
): HistoryPoint[] {
  const sets = new Map(rows.map((row) => [row.id, [] as RepMetrics[]]));
  for (const rep of db.prepare<[object], RepMetrics>(REP_METRICS).iterate(of))
    sets.get(rep.set_id)?.push(rep);
  return rows.map((row) => pointOf(row, sets.get(row.id) ?? []));
}

function pointOf(row: SetRow, reps: readonly RepMetrics[]): HistoryPoint {
  // half the way is another movement: its numbers are told beside the others, not among them
  const compared = reps.filter(({ range, quality }) => range !== 'partial' && quality !== 'unusable');
  const mean = (metric: Metric): number | null => {
    const told = compared.flatMap((rep) => rep[metric] ?? []);
    return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0) / told.length;
  };
  const { id, session_id, side, started_epoch_ms, load_kg, summary, holds_met, holds_judged, kind } = row;
  return {
    ...{ set_id: id, session_id, side, at_epoch_ms: started_epoch_ms, load_kg, kind },
    mean_mcv_mps: summary.mean_mcv_mps,
    best_mcv_mps: summary.best_mcv_mps,
    reps: summary.reps,
    partial: summary.partial,
    ...{ holds_met, holds_judged },
    pcv_mps: mean('pcv_mps'),
    power_w: mean('power_w'),
    hold_s: mean('hold_s'),
    rom_m: mean('rom_m'),
    lowering_s: mean('lowering_s'),
    outcomes: reps.map((rep): RepOutcome => outcomeOf(rep)),
  };
}
