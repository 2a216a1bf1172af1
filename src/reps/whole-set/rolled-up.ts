import { median } from '../definition/median.ts';
import { spins, type Turn, turnsUnlike } from '../measure/turning.ts';
import type { Attitudes } from '../steadiness/bar-tilt.ts';
import type { FoundSet } from './find-set.ts';
import { turnsOf } from './on-mount.ts';

/** A bar that is brought into place rises less than this share of what the reps then do (chosen here: thighs lift it by 5 to 10 cm). */
const BROUGHT_SHARE = 0.6;
/**
 * ... and turns so differently from the reps, as the change of the up direction from start to top, 1 is 57 degrees (chosen here:
 * half reps differ from full ones by at most half of a bar's turning, 0.3; a bar that rolls over the thighs turns by 1 to 3).
 */
const ROLLED = 0.5;
/** Fewer reps after it do not tell how this bar turns while it is lifted. */
const LEAST_REPS = 2;

/** The set without what rolled its bar into place; without a gyroscope nobody knows. What a coach counted stays. */
export function withoutRolledUp(found: FoundSet, attitudes: Attitudes | null): FoundSet {
  const { reps, refused } = found;
  const rolled = attitudes === null ? 0 : rolledUp(turnsOf(attitudes, reps));
  const brought = reps.filter(({ rise }, k) => k < rolled && rise.by_hand !== true);
  if (brought.length === 0) return found;
  return {
    ...found,
    reps: reps.filter((rep) => !brought.includes(rep)),
    refused: [...refused, ...brought.map(({ rise }) => ({ rise, why: 'rolled-up' as const }))],
  };
}

/**
 * How many rises at the beginning of a set rolled the bar into place instead of lifting it: small ones, in which it turned
 * otherwise than in all that follow. On a part that turns as it likes nothing can be told by that.
 */
export function rolledUp(turns: readonly Turn[]): number {
  let rolled = 0;
  let [first, ...after] = turns;
  while (first !== undefined && after.length >= LEAST_REPS && !spins(after) && wasBrought(first, after)) {
    rolled += 1;
    [first, ...after] = after;
  }
  return rolled;
}

const wasBrought = (first: Turn, after: readonly Turn[]): boolean =>
  first.rise_m < BROUGHT_SHARE * median(after.map(({ rise_m }) => rise_m)) &&
  turnsUnlike(first, after) > ROLLED;
