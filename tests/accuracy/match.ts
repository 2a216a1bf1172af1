import type { TrueRep } from '../../src/recording/synthetic/truth.ts';
import type { Rep } from '../../src/reps/rep.ts';

export interface Pair {
  readonly truth: TrueRep;
  readonly found: Rep;
}

export interface Matching {
  readonly pairs: readonly Pair[];
  readonly missed: readonly TrueRep[];
  readonly phantom: readonly Rep[];
}

/** At least this share of the shorter concentric lies in the other one. */
const LEAST_OVERLAP = 0.4;

function overlap(truth: TrueRep, found: Rep): number {
  const from = Math.max(truth.concentric.start_s, found.concentric.start_s);
  const to = Math.min(truth.concentric.end_s, found.concentric.end_s);
  return (to - from) / Math.min(truth.concentric.duration_s, found.concentric.duration_s);
}

/** Each true rep gets the found rep whose concentric overlaps it most; nothing is used twice. */
export function matchReps(truths: readonly TrueRep[], found: readonly Rep[]): Matching {
  const free = new Set(found);
  const pairs: Pair[] = [];
  const missed: TrueRep[] = [];
  for (const truth of truths) {
    let best: Rep | null = null;
    for (const rep of free)
      if (
        overlap(truth, rep) >= LEAST_OVERLAP &&
        (best === null || overlap(truth, rep) > overlap(truth, best))
      )
        best = rep;
    if (best === null) {
      missed.push(truth);
      continue;
    }
    free.delete(best);
    pairs.push({ truth, found: best });
  }
  return { pairs, missed, phantom: [...free] };
}
