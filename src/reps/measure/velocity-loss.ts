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
  return lossOf(comparable(reps))?.loss_pct ?? null;
}

/**
 * The loss of the last rep, %, where it is surely at the limit or beyond; with `grace` the comparable rep before it has to be so
 * too. Null: nobody need stop yet.
 */
export function lossAtLimit(reps: readonly Rep[], limit_pct: number, grace: boolean): number | null {
  const counted = comparable(reps);
  const loss = lossOf(counted);
  const before = grace ? lossOf(counted.slice(0, -1)) : loss;
  if (loss === null || before === null) return null;
  return Math.min(loss.at_least_pct, before.at_least_pct) >= limit_pct ? loss.loss_pct : null;
}

/** Whether some rep of them was at the limit when it was the last. */
export const wasAtLimit = (reps: readonly Rep[], limit_pct: number, grace: boolean): boolean =>
  reps.some((_, i) => lossAtLimit(reps.slice(0, i + 1), limit_pct, grace) !== null);

/** The loss of the last of them, %, and what it is at least: less the 1-sigma by which the two velocities differ from rep to rep, %. */
function lossOf(
  counted: ReturnType<typeof comparable>,
): { readonly loss_pct: number; readonly at_least_pct: number } | null {
  const last = counted.at(-1);
  if (counted.length < 2 || last === undefined) return null;
  const best = counted.reduce((a, b) => (b.mcv_mps > a.mcv_mps ? b : a));
  if (!(best.mcv_mps > 0)) return null;
  const kept = last.mcv_mps / best.mcv_mps;
  const sigma_pct = (100 * Math.hypot(last.sigma_mps, kept * best.sigma_mps)) / best.mcv_mps;
  return { loss_pct: 100 * (1 - kept), at_least_pct: 100 * (1 - kept) - sigma_pct };
}
