import { speedAt } from '../line/speed-line.ts';
import { heaviestUpTo, LARGEST_STEP_KG, lighter, littleMore } from './loadable.ts';
import { aimOf, type Situation, type Suggestion, suggest } from './situation.ts';
import { isClean } from './work.ts';

const DAY_MS = 24 * 3600_000;
/** Time at a load before the next step, ms: the two weeks of the same advice. */
const TWO_WEEKS_MS = 14 * DAY_MS;
/** Days without this lift from which one begins again lighter, and how much; chosen here: three weeks cost little strength, and a lighter session costs nothing. */
const BREAK = { days: 21, share: 0.9 };
/** Share of the load that stays after a failed attempt; chosen here: a rep or two less of effort. */
const AFTER_FAILURE = 0.95;
/** Standard deviations below the line from which a session was a slow one: one day in twenty by chance. */
const SLOW_SDS = -1.65;

/** An attempt without lockout: a little lighter, at least one step of the plates. */
export function weighLessAfterFailedAttempts(situation: Situation): Suggestion | null {
  const { last, loads_kg } = situation;
  if (last.failed === 0) return null;
  return suggest(situation, 'after-a-failed-attempt', {
    load_kg: lighter(loads_kg, last.load_kg, AFTER_FAILURE),
  });
}

/** Three weeks or more without the lift: a tenth lighter. */
export function comeBackLighter(situation: Situation): Suggestion | null {
  const { last, now_epoch_ms, loads_kg } = situation;
  if (now_epoch_ms - last.at_epoch_ms < BREAK.days * DAY_MS) return null;
  return suggest(situation, 'after-a-break', { load_kg: lighter(loads_kg, last.load_kg, BREAK.share) });
}

/** Last time was slower than chance explains: the same again before anything is added. */
export function stayAfterASlowDay(situation: Situation): Suggestion | null {
  return situation.above_line !== null && situation.above_line.sds < SLOW_SDS
    ? suggest(situation, 'after-a-slow-day', { reps: Math.min(situation.last.reps, aimOf(situation)) })
    : null;
}

/** Power is trained at a speed: the load of that speed on the line, no more than a step above the last one, and no step within two weeks or after a session that was not clean. */
export function aimForSpeed(situation: Situation): Suggestion | null {
  const { goal, line, last, loads_kg } = situation;
  if (goal.mean_velocity_mps === null || line === null) return null;
  const at_kg = (goal.mean_velocity_mps - line.at_zero_mps) / line.per_kg_mps;
  const ready = isClean(last) && timeAtLoad(situation) >= TWO_WEEKS_MS;
  const most_kg = last.load_kg + (ready ? LARGEST_STEP_KG : 0);
  const load_kg = Math.min(most_kg, heaviestUpTo(loads_kg, Math.min(at_kg, most_kg)));
  // the lightest load there is may still be too slow; then the bar alone is as near as it gets
  return speedAt(line, load_kg) > 0 ? suggest(situation, 'speed-for-power', { load_kg }) : null;
}

/** Fewer reps than aimed at: the same load, one rep more. */
export function moreRepsFirst(situation: Situation): Suggestion | null {
  const { last } = situation;
  return last.reps < aimOf(situation) ? suggest(situation, 'more-reps-first', { reps: last.reps + 1 }) : null;
}

/** All reps, clean, less than twice in a row: the same again, for one good day is not yet a new load. */
export const proveItAgain = (situation: Situation): Suggestion | null =>
  goodSessionsInARow(situation).length < 2 ? suggest(situation, 'prove-it-again', {}) : null;

/** Two weeks at a load before the next. */
export const stayTwoWeeks = (situation: Situation): Suggestion | null =>
  timeAtLoad(situation) < TWO_WEEKS_MS
    ? suggest(situation, 'two-weeks-at-a-load', { works: goodSessionsInARow(situation) })
    : null;

/** The set used more velocity loss than its goal allows: the load is heavy enough as it is. */
export function stayWhileSpeedFallsTooFar(situation: Situation): Suggestion | null {
  const { last, goal } = situation;
  const { loss_pct } = last;
  const too_far = loss_pct !== null && goal.velocity_loss_pct !== null && loss_pct > goal.velocity_loss_pct;
  return too_far ? suggest(situation, 'speed-fell-too-far', {}) : null;
}

/** The largest step of the plates that is still small; where none is, the smallest, and it says so. */
export function addALittle(situation: Situation): Suggestion {
  const { last, loads_kg } = situation;
  const load_kg = littleMore(loads_kg, last.load_kg);
  return suggest(situation, 'add-a-little', {
    load_kg,
    works: goodSessionsInARow(situation).slice(0, 2),
    large_step: load_kg - last.load_kg > LARGEST_STEP_KG,
  });
}

/** From the newest back: sessions at this load or more with all their reps, clean. */
function goodSessionsInARow(situation: Situation): Situation['works'] {
  const { works, last } = situation;
  const heaviest = works.filter((work, i) => work.session_id !== works[i - 1]?.session_id);
  const end = heaviest.findIndex(
    (work) => work.load_kg < last.load_kg || work.reps < aimOf(situation) || !isClean(work),
  );
  return end === -1 ? heaviest : heaviest.slice(0, end);
}

/** Time since sessions began whose heaviest load is at least the last one's, without one lighter between, ms. */
function timeAtLoad({ works, last, now_epoch_ms }: Situation): number {
  const heaviest = works.filter((work, i) => work.session_id !== works[i - 1]?.session_id);
  const end = heaviest.findIndex((work) => work.load_kg < last.load_kg);
  const first = heaviest.at(end === -1 ? -1 : end - 1) ?? last;
  return now_epoch_ms - first.at_epoch_ms;
}
