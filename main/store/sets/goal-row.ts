import type { Goal } from '../../../src/contract/setup.ts';

/** A goal as columns, wherever one is kept. */
export interface GoalRow {
  readonly goal_preset: Goal['preset'];
  readonly goal_reps: number | null;
  readonly goal_velocity_loss_pct: number | null;
  readonly goal_velocity_mps: number | null;
  readonly goal_power_w: number | null;
}

export const goalRow = (goal: Goal): GoalRow => ({
  goal_preset: goal.preset,
  goal_reps: goal.reps,
  goal_velocity_loss_pct: goal.velocity_loss_pct,
  goal_velocity_mps: goal.velocity_mps,
  goal_power_w: goal.power_w,
});

export const goalOfRow = (row: GoalRow): Goal => ({
  preset: row.goal_preset,
  reps: row.goal_reps,
  velocity_loss_pct: row.goal_velocity_loss_pct,
  velocity_mps: row.goal_velocity_mps,
  power_w: row.goal_power_w,
});
