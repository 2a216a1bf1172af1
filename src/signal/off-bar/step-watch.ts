/** Blocks (blocks.ts) looked at together: 2.56 s, four steps and more; a walk-out of two or three steps is shorter. */
export const STEPS_BLOCKS = 64;
/** Steps are so far apart, blocks: 1.4 to 2.8 a second (Pachi & Ji 2005 saw 1.4 to 2.4); the fastest reps need 0.8 s. */
const SHORTEST_LAG = 9;
const LONGEST_LAG = 18;
/** A walk is like itself one step later by at least this much (normalised autocorrelation; chosen here). */
const LIKE_ITSELF = 0.65;
/** ... and left and right differ, but not so much that two steps are one movement (chosen here). */
const LEFT_LIKE_RIGHT = 0.6;
/** Least spread of the specific force while somebody walks, m/s2: a hand that walks softly feels 0.8 (chosen here). */
const LEAST_SPREAD_MPS2 = 0.7;
/** ... and most: a walk bobs by some 5 cm; explosive reps come back as quickly as steps do, but push three times as hard. */
const MOST_SPREAD_MPS2 = 4.5;

/** What varies less than this, squared and summed over all blocks, is like itself at no lag of a step: most of a set is spared the search. */
const LEAST_SUM = 0.999 * LEAST_SPREAD_MPS2 ** 2 * (STEPS_BLOCKS - LONGEST_LAG);

/** Whether the size of the specific force, block by block, comes back with every step. `size` is left as it differs from its mean. */
export function hasSteps(size: Float64Array): boolean {
  const n = size.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += (size[i] as number) / n;
  let spread2 = 0;
  for (let i = 0; i < n; i++) {
    const off = (size[i] as number) - mean;
    size[i] = off;
    spread2 += off ** 2 / n;
  }
  if (spread2 > MOST_SPREAD_MPS2 ** 2 || spread2 * n < LEAST_SUM) return false;
  let before = like(size, SHORTEST_LAG - 1);
  let now = like(size, SHORTEST_LAG);
  for (let lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
    const after = like(size, lag + 1);
    if (now > LIKE_ITSELF && now >= before && now >= after && now > LEFT_LIKE_RIGHT * like(size, 2 * lag))
      return true;
    before = now;
    now = after;
  }
  return false;
}

/** How much it is like itself so many blocks later, at most 1; 0 where it hardly varies. */
function like(off: Float64Array, lag: number): number {
  let shared = 0;
  let early = 0;
  let late = 0;
  for (let i = lag; i < off.length; i++) {
    const a = off[i - lag] as number;
    const b = off[i] as number;
    shared += a * b;
    early += a * a;
    late += b * b;
  }
  const spread = Math.sqrt(early * late);
  return spread > LEAST_SPREAD_MPS2 ** 2 * (off.length - lag) ? shared / spread : 0;
}
