import type { LiftedRep, LiftedSet } from './lifted.ts';
import { outcomeOf } from './outcome.ts';

/** What lines and bests ask of a set: not its reps, but what they come to. */
export interface SetInShort extends Omit<LiftedSet, 'reps' | 'goal_reps'> {
  readonly reps: number;
  /** There are reps, and each was full, held and lowered as asked. */
  readonly strict: boolean;
  readonly fastest: FullSpeed | null;
  /** Slowest usable full rep, m/s. */
  readonly slowest_mps: number | null;
}

export interface FullSpeed {
  readonly mcv_mps: number;
  readonly sigma_mps: number;
}

export const inShort = ({ reps, goal_reps: _, ...set }: LiftedSet): SetInShort => ({
  ...set,
  reps: reps.length,
  strict: reps.length > 0 && reps.every((rep) => outcomeOf(rep) === 'full'),
  fastest: fastestFull(reps),
  slowest_mps: slowestFull(reps),
});

type Measured = Pick<LiftedRep, 'mcv_mps' | 'mcv_sigma_mps' | 'quality' | 'range'>;

/** A rep with a speed that can be trusted, over the athlete's own full range: half the way is another lift. */
const usable = (rep: Measured): boolean => rep.range === 'full' && rep.quality !== 'unusable';

/** The first of two alike; null without a usable full rep whose speed and sigma are known. */
export function fastestFull(reps: readonly Measured[]): FullSpeed | null {
  let fastest: FullSpeed | null = null;
  for (const rep of reps) {
    const { mcv_mps, mcv_sigma_mps } = rep;
    if (usable(rep) && mcv_mps !== null && mcv_sigma_mps !== null && mcv_mps > (fastest?.mcv_mps ?? 0))
      fastest = { mcv_mps, sigma_mps: mcv_sigma_mps };
  }
  return fastest;
}

export function slowestFull(reps: readonly Measured[]): number | null {
  const speeds = reps.flatMap((rep) => (usable(rep) && rep.mcv_mps !== null ? [rep.mcv_mps] : []));
  return speeds.length === 0 ? null : Math.min(...speeds);
}
