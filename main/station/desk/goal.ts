import type { GoalPatch } from '../../../src/contract/goal-patch.ts';
import type { Goal, GoalPreset } from '../../../src/contract/setup.ts';
import { GOALS } from '../../../src/lifts/goals.ts';

export const presetGoal = (preset: GoalPreset): Goal => {
  const goal = GOALS.find((entry) => entry.id === preset);
  return {
    preset,
    // the fewest reps the goal asks for; more are shown as more
    reps: goal?.reps[0] ?? null,
    velocity_loss_pct: goal?.velocity_loss_pct ?? null,
    velocity_mps: goal?.mean_velocity_mps ?? null,
    power_w: null,
  };
};

/** Of a goal of the coach's own: as long as the goal rests whose reps are nearest to it. */
export function restTarget_s(goal: Goal): number {
  const reps = goal.reps ?? presetGoal('hypertrophy').reps ?? 0;
  const own = GOALS.find(({ id }) => id === goal.preset);
  const alike = GOALS.find((entry) => entry.id !== 'power' && reps <= entry.reps[1]) ?? GOALS.at(-1);
  return (own ?? alike)?.rest_s ?? 0;
}

/** The goal after somebody chose another one or changed a number of it. */
export function goalAfter(before: Goal, patch: GoalPatch): Goal {
  const { preset, reps, velocity_loss_pct, velocity_mps, power_w } = patch;
  const chosen = preset === undefined || preset === 'custom' ? before : presetGoal(preset);
  const changes = defined({ reps, velocity_loss_pct, velocity_mps, power_w });
  if (Object.keys(changes).length === 0 && preset !== 'custom') return chosen;
  return { ...chosen, ...changes, preset: preset ?? 'custom' };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
/** Only what was said. */
export const defined = <T extends object>(values: T): Defined<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
