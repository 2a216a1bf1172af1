import type { LiftedSet } from './lifted.ts';

/** Reps in reserve as a straight line of the velocity, of this athlete's own sets to failure. */
export interface ReserveRelation {
  readonly at_zero: number;
  readonly per_mps: number;
  /** How far single reps are from it, reps (1 sd). */
  readonly sd: number;
  readonly sets: number;
}

/** Sets to failure and reps in them from which a relation is told; chosen here: one set is one day's. */
export const RESERVE_SETS = 2;
const RESERVE_REPS = 8;
/** Error from which a relation is not told, reps: individual ones err by less than two (Jukic 2024). */
const MOST_SD = 2;

/**
 * Velocity against reps to failure. General tables are off by too much (Jukic 2024), so there is none before the
 * athlete has taken sets to failure: those that end in an attempt without lockout.
 */
export function reserveRelation(sets: readonly LiftedSet[]): ReserveRelation | null {
  const toFailure = sets.filter(({ kind, failed, reps }) => kind === 'work' && failed > 0 && reps.length > 1);
  const pairs = toFailure.flatMap(({ reps }) =>
    reps.flatMap(({ mcv_mps, quality, range }, i) =>
      mcv_mps !== null && quality !== 'unusable' && range !== 'partial'
        ? [{ mps: mcv_mps, left: reps.length - 1 - i }]
        : [],
    ),
  );
  if (toFailure.length < RESERVE_SETS || pairs.length < RESERVE_REPS) return null;
  const mean = (of: (pair: { mps: number; left: number }) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [mps, left] = [mean((pair) => pair.mps), mean((pair) => pair.left)];
  const per_mps = mean((p) => (p.mps - mps) * (p.left - left)) / mean((p) => (p.mps - mps) ** 2);
  const at_zero = left - per_mps * mps;
  const rest = mean((p) => (p.left - at_zero - per_mps * p.mps) ** 2);
  const sd = Math.sqrt((rest * pairs.length) / (pairs.length - 2));
  return per_mps > 0 && sd <= MOST_SD ? { at_zero, per_mps, sd, sets: toFailure.length } : null;
}
