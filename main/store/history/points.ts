import type { HistoryPoint } from '../../../src/contract/sets.ts';
import { type EveningRow, outcomesOfRow } from '../sets/evening-row.ts';
import { type ListedRow, setRowOf } from '../sets/read.ts';

export type PointRow = ListedRow & EveningRow;

/** A set as a point, with what its reps tell. */
export function pointOf(stored: PointRow): HistoryPoint {
  const { id, session_id, side, started_epoch_ms, load_kg, summary, holds_met, holds_judged, kind } =
    setRowOf(stored);
  return {
    ...{ set_id: id, session_id, side, at_epoch_ms: started_epoch_ms, load_kg, kind },
    mean_mcv_mps: summary.mean_mcv_mps,
    best_mcv_mps: summary.best_mcv_mps,
    reps: summary.reps,
    partial: summary.partial,
    ...{ holds_met, holds_judged },
    pcv_mps: stored.compared_pcv_mps,
    power_w: stored.compared_power_w,
    hold_s: stored.compared_hold_s,
    rom_m: stored.compared_rom_m,
    lowering_s: stored.compared_lowering_s,
    outcomes: outcomesOfRow(stored),
  };
}
