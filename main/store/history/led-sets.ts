import type { Database } from 'better-sqlite3';
import { liftOf } from '../../../src/lifts/catalogue.ts';
import type { LiftId, Side, VariationId } from '../../../src/lifts/lift.ts';
import type { LedSet, LedSets } from '../../../src/training/leaders.ts';
import { outcomesOfRow } from '../sets/evening-row.ts';
import type { AthleteStore } from '../types.ts';
import { readInShort } from './training-record.ts';

interface TodayRow {
  readonly set_id: number;
  readonly athlete_id: number;
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly side: Side | null;
  readonly outcomes: string;
  readonly holds_met: number;
  readonly holds_judged: number;
}

/** By the index sets_by_time. */
export const SETS_SINCE = `
  SELECT id AS set_id, athlete_id, lift, variation, side, outcomes, holds_met, holds_judged FROM sets
  WHERE started_at >= @since AND kind = 'work' AND deleted_at IS NULL AND accepted = 1`;

/** Everybody's work sets since a moment, each athlete's by lift, with those before it. */
export function readLedSets(db: Database, athletes: AthleteStore, since_epoch_ms: number): LedSets[] {
  const rows = db.prepare<[object], TodayRow>(SETS_SINCE).all({ since: since_epoch_ms });
  const subjects = Map.groupBy(rows, ({ athlete_id, lift, variation, side }) =>
    JSON.stringify([athlete_id, lift, variation, side]),
  );
  return [...subjects.values()].flatMap((own): LedSets[] => {
    const { athlete_id, lift, variation, side } = own[0] as TodayRow;
    const athlete = athletes.get(athlete_id);
    if (athlete === null) return [];
    const sets = readInShort(db, { athlete_id, lift, variation, side }, athlete.simulated);
    const todays = new Map(own.map((row) => [row.set_id, row]));
    return [
      {
        athlete_id,
        at_1rm: liftOf(lift).velocity_at_1rm_mps,
        today: sets.flatMap((set): LedSet[] => {
          const row = todays.get(set.set_id);
          if (row === undefined) return [];
          const clean = outcomesOfRow(row).filter((outcome) => outcome === 'full').length;
          return [{ ...set, clean, holds_met: row.holds_met, holds_judged: row.holds_judged }];
        }),
        before: sets.filter(({ at_epoch_ms }) => at_epoch_ms < since_epoch_ms),
      },
    ];
  });
}
