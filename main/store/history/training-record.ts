import type { Database } from 'better-sqlite3';
import type { GoalPreset } from '../../../src/contract/setup.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import type { LiftId, Side, VariationId } from '../../../src/lifts/lift.ts';
import type { LiftedRep, LiftedSet } from '../../../src/training/lifted.ts';
import type { SetInShort } from '../../../src/training/set-in-short.ts';
import type { HardSet } from '../../../src/training/volume.ts';
import { isoWeek, localDay } from '../../../src/training/weeks.ts';
import { type EveningRow, outcomesOfRow } from '../sets/evening-row.ts';
import type { TrainingQuery, TrainingRecord } from '../types.ts';

/** How far back a profile looks, ms: six weeks for its line, the rest to show beside it, faded. */
const LOOK_BACK_MS = 26 * 7 * 24 * 3600_000;
/** Sets of this and the last week are within this time, ms. */
const TWO_WEEKS_MS = 14 * 24 * 3600_000;

interface FlatRow {
  readonly set_id: number;
  readonly session_id: number;
  readonly started_at: number;
  readonly load_kg: number | null;
  readonly kind: LiftedSet['kind'];
  readonly goal_preset: GoalPreset;
  readonly goal_reps: number | null;
  readonly failed_reps: number;
  readonly mcv_mps: number | null;
  readonly mcv_sigma_mps: number | null;
  /** null: the set has no rep that counts. */
  readonly quality: LiftedRep['quality'] | null;
  readonly range: LiftedRep['range'];
  readonly hold: LiftedRep['hold'];
  readonly lowering: LiftedRep['lowering'];
}

/**
 * One line a rep, by the indices sets_of and reps_of. Its sigma is the part that differs from rep to rep: an athlete
 * is compared with themselves, and what a sensor's place adds to a whole session is in the spread of days.
 */
export const LIFTED = `
  SELECT sets.id AS set_id, sets.session_id, sets.started_at, sets.load_kg, sets.kind, sets.goal_preset,
    sets.goal_reps, sets.failed_reps, reps.mcv_mps,
    ifnull(reps.mcv_repeat_sigma_mps, reps.mcv_sigma_mps) AS mcv_sigma_mps, reps.quality, reps.range, reps.hold,
    reps.lowering
  FROM sets LEFT JOIN reps ON reps.set_id = sets.id AND reps.failed = 0 AND reps.deleted = 0
  WHERE sets.athlete_id = @athlete_id AND sets.lift = @lift AND sets.started_at >= @since
    AND sets.variation = @variation AND sets.side IS @side AND sets.deleted_at IS NULL AND sets.accepted = 1
    AND (sets.simulated = 0 OR @simulated)
  ORDER BY sets.started_at, sets.id, reps.place`;

const HARD = `
  SELECT started_at, lift, variation FROM sets
  WHERE athlete_id = @athlete_id AND lift IN (SELECT value FROM json_each(@lifts)) AND started_at >= @since
    AND kind = 'work' AND reps > 0 AND deleted_at IS NULL AND accepted = 1 AND (simulated = 0 OR @simulated)`;

const SUBJECTS = `
  SELECT lift, variation, side FROM sets
  WHERE athlete_id = @athlete_id AND deleted_at IS NULL AND accepted = 1 AND (simulated = 0 OR @simulated)
  GROUP BY lift, variation, side ORDER BY max(started_at) DESC`;

export function readTraining(
  db: Database,
  query: TrainingQuery,
  simulated: boolean,
  lifts: readonly LiftId[],
  now_epoch_ms: number,
): TrainingRecord {
  const whose = { athlete_id: query.athlete_id, simulated: simulated ? 1 : 0 };
  const rows = flatRows(db, query, simulated, now_epoch_ms - LOOK_BACK_MS);
  const sets = liftedSets(rows);
  const last = rows.at(-1);
  const hard = db
    .prepare<[object], { started_at: number; lift: LiftId; variation: VariationId }>(HARD)
    .all({ ...whose, lifts: JSON.stringify(lifts), since: now_epoch_ms - TWO_WEEKS_MS });
  return {
    now_epoch_ms,
    week: isoWeek(now_epoch_ms),
    sets,
    today: last && localDay(last.started_at) === localDay(now_epoch_ms) ? last.session_id : null,
    preset: last?.goal_preset ?? null,
    hard: hard.map(
      (set): HardSet => ({
        week: isoWeek(set.started_at),
        muscles: variationOf(set.lift, set.variation).muscles,
      }),
    ),
    subjects: db
      .prepare<[object], { lift: LiftId; variation: VariationId; side: Side | null }>(SUBJECTS)
      .all(whose),
  };
}

/** Sets of one lift, variation and side, oldest first, by the index sets_of; no rep is read. */
export const IN_SHORT = `
  SELECT id AS set_id, session_id, started_at AS at_epoch_ms, load_kg, kind, failed_reps AS failed, reps, outcomes,
    fastest_mcv_mps, fastest_sigma_mps, slowest_mcv_mps
  FROM sets
  WHERE athlete_id = @athlete_id AND lift = @lift AND variation = @variation AND side IS @side
    AND deleted_at IS NULL AND accepted = 1 AND (simulated = 0 OR @simulated)
  ORDER BY started_at, id`;

type ShortRow = Omit<SetInShort, 'strict' | 'fastest' | 'slowest_mps'> &
  Pick<EveningRow, 'outcomes' | 'fastest_mcv_mps' | 'fastest_sigma_mps' | 'slowest_mcv_mps'>;

export const readInShort = (
  db: Database,
  { athlete_id, lift, variation, side }: TrainingQuery,
  simulated: boolean,
): SetInShort[] =>
  db
    .prepare<[object], ShortRow>(IN_SHORT)
    .all({ athlete_id, lift, variation, side, simulated: simulated ? 1 : 0 })
    .map(({ outcomes, fastest_mcv_mps, fastest_sigma_mps, slowest_mcv_mps, ...set }) => ({
      ...set,
      strict: outcomesOfRow({ outcomes }).every((outcome) => outcome === 'full') && set.reps > 0,
      fastest:
        fastest_mcv_mps === null || fastest_sigma_mps === null
          ? null
          : { mcv_mps: fastest_mcv_mps, sigma_mps: fastest_sigma_mps },
      slowest_mps: slowest_mcv_mps,
    }));

const flatRows = (
  db: Database,
  { athlete_id, lift, variation, side }: TrainingQuery,
  simulated: boolean,
  since: number,
): FlatRow[] =>
  db
    .prepare<[object], FlatRow>(LIFTED)
    .all({ athlete_id, lift, variation, side, since, simulated: simulated ? 1 : 0 });

type Growing = Omit<LiftedSet, 'reps'> & { readonly reps: LiftedRep[] };

/** Rows come in order of their sets. */
function liftedSets(rows: readonly FlatRow[]): LiftedSet[] {
  const sets: Growing[] = [];
  for (const row of rows) {
    const { set_id, session_id, load_kg, kind, goal_reps } = row;
    let set = sets.at(-1);
    if (set?.set_id !== set_id) {
      set = {
        ...{ set_id, session_id, load_kg, kind, goal_reps },
        at_epoch_ms: row.started_at,
        failed: row.failed_reps,
        reps: [],
      };
      sets.push(set);
    }
    const { mcv_mps, mcv_sigma_mps, quality, range, hold, lowering } = row;
    if (quality !== null) set.reps.push({ mcv_mps, mcv_sigma_mps, quality, range, hold, lowering });
  }
  return sets;
}
