import type { Rep } from '../rep.ts';

/**
 * Fall of mean velocity from the set's best rep to the last, %, over reps whose range is not partial and whose
 * quality is usable; null with fewer than two such reps.
 */
export function velocityLoss(reps: readonly Rep[]): number | null {
  const counted = reps.flatMap((rep) =>
    rep.verdict.range === 'partial' || rep.quality === 'unusable' || rep.mcv_mps === null
      ? []
      : [rep.mcv_mps],
  );
  const last = counted.at(-1);
  if (counted.length < 2 || last === undefined) return null;
  const best = Math.max(...counted);
  return best > 0 ? (100 * (best - last)) / best : null;
}
