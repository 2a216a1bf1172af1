import type { Database } from 'better-sqlite3';
import type { VolumeReport, VolumeWeek } from '../../../src/contract/volume.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import type { LiftId, VariationId } from '../../../src/lifts/lift.ts';
import { type HardSet, setsPerMuscle } from '../../../src/training/volume.ts';
import { mondayOf, mondaysBetween } from '../../../src/training/weeks.ts';
import type { VolumeQuery } from '../types.ts';

/** Work sets of all lifts; the lifts are named so that the index sets_of gives the time. */
export const HARD_SETS = `
  SELECT session_id, started_at, lift, variation, ifnull(load_kg, 0) * reps AS volume_kg FROM sets
  WHERE athlete_id = @athlete_id AND lift IN (SELECT value FROM json_each(@lifts))
    AND started_at >= @since AND started_at < @until
    AND kind = 'work' AND reps > 0 AND deleted_at IS NULL AND accepted = 1 AND (simulated = 0 OR @simulated)`;

interface HardRow {
  readonly session_id: number;
  readonly started_at: number;
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly volume_kg: number;
}

export function readVolume(
  db: Database,
  query: VolumeQuery,
  simulated: boolean,
  lifts: readonly LiftId[],
  now_epoch_ms: number,
): VolumeReport {
  const rows = db.prepare<[object], HardRow>(HARD_SETS).all({
    athlete_id: query.athlete_id,
    lifts: JSON.stringify(lifts),
    since: query.since_epoch_ms ?? 0,
    until: query.until_epoch_ms ?? Number.MAX_SAFE_INTEGER,
    simulated: simulated ? 1 : 0,
  });
  if (rows.length === 0) return { weeks: [], sessions: 0 };
  const times = rows.map(({ started_at }) => started_at);
  const end = query.until_epoch_ms === undefined ? now_epoch_ms : Math.max(...times);
  const weeks = Map.groupBy(rows, ({ started_at }) => mondayOf(started_at));
  return {
    weeks: mondaysBetween(Math.min(...times), Math.max(end, ...times)).map((monday) =>
      weekOf(monday, weeks.get(monday) ?? []),
    ),
    sessions: new Set(rows.map(({ session_id }) => session_id)).size,
  };
}

function weekOf(monday_epoch_ms: number, rows: readonly HardRow[]): VolumeWeek {
  const week = String(monday_epoch_ms);
  const hard = rows.map(
    ({ lift, variation }): HardSet => ({ week, muscles: variationOf(lift, variation).muscles }),
  );
  return {
    monday_epoch_ms,
    sets: rows.length,
    tonnage_kg: rows.reduce((sum, { volume_kg }) => sum + volume_kg, 0),
    muscles: setsPerMuscle(hard, week),
  };
}
