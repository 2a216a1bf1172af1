import type { Database } from 'better-sqlite3';
import { words } from '../../src/words/index.ts';
import { attempt } from './errors.ts';
import { type GoalRow, goalOfRow, goalRow } from './sets/goal-row.ts';
import type { AthleteChoice, ChoiceStore, StoreClock } from './types.ts';

interface Row
  extends GoalRow,
    Pick<AthleteChoice, 'lift' | 'variation' | 'bench' | 'side' | 'mount' | 'load_kg' | 'load_unit'> {
  readonly target_hold_s: number | null;
  readonly target_eccentric_s: number | null;
  readonly target_constant_tension: number;
}

const COLUMNS = `lift, variation, bench, side, mount, load_kg, load_unit, goal_preset, goal_reps, goal_velocity_loss_pct,
  goal_velocity_mps, goal_power_w, target_hold_s, target_eccentric_s, target_constant_tension`;

export function createChoices(db: Database, clock: StoreClock): ChoiceStore {
  // What the simulator lifted under a real name says nothing about that athlete, nor the other way round; nor does a recording
  // that nobody has accepted.
  const newest = db.prepare<[object], Row>(`
    SELECT * FROM (
      SELECT ${COLUMNS}, chosen_at FROM choices
      WHERE athlete_id = @athlete_id AND (@lift IS NULL OR (lift = @lift AND variation = @variation))
      ORDER BY chosen_at DESC, rowid DESC LIMIT 1)
    UNION ALL
    SELECT * FROM (
      SELECT ${COLUMNS}, started_at FROM sets
      WHERE athlete_id = @athlete_id AND (@lift IS NULL OR (lift = @lift AND variation = @variation))
        AND deleted_at IS NULL AND accepted = 1 AND simulated = (SELECT simulated FROM athletes WHERE id = @athlete_id)
      ORDER BY started_at DESC, id DESC LIMIT 1)
    ORDER BY chosen_at DESC LIMIT 1`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO choices (athlete_id, ${COLUMNS}, chosen_at)
    VALUES (@athlete_id, @lift, @variation, @bench, @side, @mount, @load_kg, @load_unit, @goal_preset, @goal_reps,
      @goal_velocity_loss_pct, @goal_velocity_mps, @goal_power_w, @target_hold_s, @target_eccentric_s,
      @target_constant_tension, @chosen_at)`);
  const read = (athlete_id: number, lift: string | null, variation: string | null): AthleteChoice | null => {
    const row = newest.get({ athlete_id, lift, variation });
    return row ? choiceOf(row) : null;
  };
  return {
    last: (athlete_id) => read(athlete_id, null, null),
    of: (athlete_id, lift, variation) => read(athlete_id, lift, variation),
    put: (athlete_id, { lift, variation, bench, side, mount, load_kg, load_unit, goal, targets }) =>
      attempt(words.store.choiceNotStored, () => {
        put.run({
          ...{ athlete_id, lift, variation, bench, side, mount, load_kg, load_unit },
          ...goalRow(goal),
          target_hold_s: targets.hold_s,
          target_eccentric_s: targets.eccentric_s,
          target_constant_tension: targets.constant_tension ? 1 : 0,
          chosen_at: clock.now_epoch_ms(),
        });
        return null;
      }),
  };
}

const choiceOf = (row: Row): AthleteChoice => ({
  lift: row.lift,
  variation: row.variation,
  bench: row.bench,
  side: row.side,
  mount: row.mount,
  load_kg: row.load_kg,
  load_unit: row.load_unit,
  goal: goalOfRow(row),
  targets: {
    hold_s: row.target_hold_s,
    eccentric_s: row.target_eccentric_s,
    constant_tension: row.target_constant_tension === 1,
  },
});
