import type { TrueRep } from '../../src/recording/synthetic/true-rep.ts';
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
  // places, not objects: the same rep given twice is one too many
  const free = new Set(found.keys());
  const pairs: Pair[] = [];
  const missed: TrueRep[] = [];
  for (const truth of truths) {
    let best: number | null = null;
    let most = LEAST_OVERLAP;
    for (const place of free) {
      const shared = overlap(truth, found[place] as Rep);
      if (shared < most) continue;
      best = place;
      most = shared;
    }
    if (best === null) {
      missed.push(truth);
      continue;
    }
    free.delete(best);
    pairs.push({ truth, found: found[best] as Rep });
  }
  return { pairs, missed, phantom: [...free].map((place) => found[place] as Rep) };
}
