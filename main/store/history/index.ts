import type { Database } from 'better-sqlite3';
import type { History } from '../../../src/contract/sets.ts';
import type { Athlete } from '../../../src/contract/setup.ts';
import type { Side, VariationId } from '../../../src/lifts/lift.ts';
import { localDay, mondayOf } from '../../../src/training/weeks.ts';
import { selectListed, setRowOf } from '../sets/read.ts';
import type { HistoryQuery } from '../types.ts';
import { type PointRow, pointOf } from './points.ts';
import { tilesOf, weeksOf } from './tiles.ts';

/** Sets of one athlete and lift with what their reps come to, by the index sets_of; no rep is read. */
export const SETS_OF_LIFT = `
  ${selectListed(`, sets.compared_pcv_mps, sets.compared_power_w, sets.compared_hold_s, sets.compared_rom_m,
    sets.compared_lowering_s, sets.outcomes`)}
  WHERE sets.athlete_id = @athlete_id AND sets.lift = @lift AND sets.deleted_at IS NULL
    AND sets.started_at >= @since AND sets.started_at < @until
    AND (@variation IS NULL OR sets.variation = @variation) AND (@side IS NULL OR sets.side = @side)
  ORDER BY sets.started_at, sets.id`;

/** Whatever the period: the newest set, and how many work sets there are since a moment. */
const LATELY = `
  SELECT max(started_at) AS last_at, ifnull(sum(kind = 'work' AND started_at >= @monday), 0) AS sets_this_week
  FROM sets
  WHERE athlete_id = @athlete_id AND lift = @lift AND deleted_at IS NULL AND accepted = 1
    AND (simulated = 0 OR @simulated)
    AND (@variation IS NULL OR variation = @variation) AND (@side IS NULL OR side = @side)`;

const KINDS = `
  SELECT DISTINCT variation, side FROM sets
  WHERE athlete_id = @athlete_id AND lift = @lift AND deleted_at IS NULL ORDER BY variation, side`;

/**
 * One athlete's sets of one lift. A simulated set in a real athlete's list is shown there (labelled) and counts
 * nowhere: not in points, tiles or weeks; nor does a replayed one that nobody has accepted. The demo athlete's sets all count; there is nothing to protect.
 */
export function readHistory(
  db: Database,
  athlete: Athlete,
  query: HistoryQuery,
  now_epoch_ms: number,
): History {
  const { athlete_id, lift } = query;
  const since = query.since_epoch_ms ?? 0;
  const until = query.until_epoch_ms ?? Number.MAX_SAFE_INTEGER;
  const what = { athlete_id, lift, variation: query.variation ?? null, side: query.side ?? null };
  const stored = db.prepare<[object], PointRow>(SETS_OF_LIFT).all({ ...what, since, until });
  const counted = stored.filter((row) => row.accepted === 1 && (athlete.simulated || row.simulated === 0));
  const rows = counted.map(setRowOf);
  const kinds = db
    .prepare<[object], { variation: VariationId; side: Side | null }>(KINDS)
    .all({ athlete_id, lift });
  return {
    athlete,
    lift,
    variations: [...new Set(kinds.map(({ variation }) => variation))],
    sides: [
      ...new Set(
        kinds.flatMap(({ variation, side }) =>
          side !== null && (query.variation === undefined || variation === query.variation) ? [side] : [],
        ),
      ),
    ],
    points: counted.map(pointOf),
    sets: stored.map(setRowOf).reverse(),
    tiles: {
      ...tilesOf(rows),
      ...lately(db, { ...what, simulated: athlete.simulated ? 1 : 0 }, now_epoch_ms),
    },
    weeks: weeksOf(rows),
  };
}

function lately(
  db: Database,
  what: object,
  now_epoch_ms: number,
): Pick<History['tiles'], 'sets_this_week' | 'days_since_last'> {
  const { last_at, sets_this_week } = db
    .prepare<[object], { last_at: number | null; sets_this_week: number }>(LATELY)
    .get({ ...what, monday: mondayOf(now_epoch_ms) }) as { last_at: number | null; sets_this_week: number };
  // Calendar days, as people count: yesterday evening is one day ago this morning.
  const days_since_last = last_at === null ? null : localDay(now_epoch_ms) - localDay(last_at);
  return { sets_this_week, days_since_last };
}
