import type { Rep } from '../rep.ts';

/** Mean velocities that may be compared, m/s, in order: half reps are faster than full ones, and what is unusable is unknown. */
export function comparableVelocities(reps: readonly Rep[]): number[] {
  return reps.flatMap(({ verdict, quality, mcv_mps }) =>
    verdict.range === 'partial' || quality === 'unusable' || mcv_mps === null ? [] : [mcv_mps],
  );
}

/** Fall of mean velocity from the best of the comparable reps to the last, %; null with fewer than two of them. */
export function velocityLoss(reps: readonly Rep[]): number | null {
  const velocities = comparableVelocities(reps);
  const last = velocities.at(-1);
  if (velocities.length < 2 || last === undefined) return null;
  const best = Math.max(...velocities);
  return best > 0 ? (100 * (best - last)) / best : null;
}
