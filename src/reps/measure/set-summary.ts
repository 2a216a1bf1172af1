import type { Rep, SetSummary } from '../rep.ts';
import { comparableVelocities, velocityLoss } from './velocity-loss.ts';

/** What is said about a whole set: velocities of the reps that can be compared, holds of those that were locked out. */
export function summarise(reps: readonly Rep[], failed: number, reference_rom_m: number | null): SetSummary {
  const count = (range: Rep['verdict']['range']): number =>
    reps.filter((rep) => rep.verdict.range === range).length;
  const velocities = comparableVelocities(reps);
  const holds = reps.flatMap(({ lockout, verdict }) =>
    lockout.hold_s === null || verdict.hold === 'no-lockout' ? [] : [lockout.hold_s],
  );
  return {
    reps: reps.length,
    full: count('full'),
    short: count('short'),
    partial: count('partial'),
    unsure: count('unsure'),
    failed,
    mean_mcv_mps: mean(velocities),
    best_mcv_mps: velocities.length === 0 ? null : Math.max(...velocities),
    velocity_loss_pct: velocityLoss(reps),
    mean_hold_s: mean(holds),
    reference_rom_m,
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}
