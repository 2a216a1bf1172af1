import type { Rep } from '../rep.ts';

/** Reps whose mean velocities may be compared: half reps are faster than full ones, and what is unusable is unknown. */
function comparable(reps: readonly Rep[]): { readonly mcv_mps: number; readonly sigma_mps: number }[] {
  return reps.flatMap(({ verdict, quality, mcv_mps, mcv_repeat_sigma_mps }) =>
    verdict.range === 'partial' || quality === 'unusable' || mcv_mps === null
      ? []
      : [{ mcv_mps, sigma_mps: mcv_repeat_sigma_mps ?? 0 }],
  );
}

/** m/s, in order. */
export const comparableVelocities = (reps: readonly Rep[]): number[] =>
  comparable(reps).map(({ mcv_mps }) => mcv_mps);

/** Fall of mean velocity from the best of the comparable reps to the last, %; null with fewer than two of them. */
export function velocityLoss(reps: readonly Rep[]): number | null {
  return sureVelocityLoss(reps)?.loss_pct ?? null;
}

/** The same, and what it is at least, less the 1-sigma by which the two velocities differ from rep to rep, %. */
export function sureVelocityLoss(
  reps: readonly Rep[],
): { readonly loss_pct: number; readonly at_least_pct: number } | null {
  const counted = comparable(reps);
  const last = counted.at(-1);
  if (counted.length < 2 || last === undefined) return null;
  const best = counted.reduce((a, b) => (b.mcv_mps > a.mcv_mps ? b : a));
  if (!(best.mcv_mps > 0)) return null;
  const kept = last.mcv_mps / best.mcv_mps;
  const sigma_pct = (100 * Math.hypot(last.sigma_mps, kept * best.sigma_mps)) / best.mcv_mps;
  return { loss_pct: 100 * (1 - kept), at_least_pct: 100 * (1 - kept) - sigma_pct };
}
