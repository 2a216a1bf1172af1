import { median } from '../definition/median.ts';
import { IGNORE, type Refuse, type Rise } from '../definition/rises.ts';
import type { MotionTrace } from '../definition/trace.ts';
import { goesOnUpwards, isCarriedBar } from './carried-bar.ts';
import { BUMP_SHARE, type Expectation, OUTSIZED_SHARE } from './expectation.ts';
import { type Candidate, describeRise, pauseInside, sift } from './rep-candidate.ts';
import { alike, trimEdges } from './set-edges.ts';

/** Rises whose peaks are closer than this are steps or shaking, s: the fastest lifters need 0.8 s per rep. */
const MIN_PERIOD_S = 0.6;
/** ... if they are smaller than this, m: no step and no shaking moves a loaded bar so far, quick reps with bands do (chosen here). */
const SHAKEN_M = 0.15;
/** Ranges within this factor of each other are alike (chosen here). */
const ALIKE = 1.35;
/** Small rises make a set only if at least so many are alike: plates being loaded make one or two (chosen here). */
const FEW = 3;
/** Rises below this are small, m: a bar that is rolled about makes them (chosen here). */
const SMALL_M = 0.1;

/**
 * Which rises of a recording are the reps of its set. Unrack, re-rack, pick-up, put-down and steps are rises
 * too; they differ from the reps in range and in the level they start from or end at, and stand at the edges.
 */
export function selectReps(
  trace: MotionTrace,
  rises: readonly Rise[],
  expected: Expectation,
  refuse: Refuse = IGNORE,
): Rise[] {
  const { lift, min_rise_m, reference_m } = expected;
  const most_m = lift.max_rise_m.value;
  const tooSmall = (c: Candidate) => (c.rom_m < min_rise_m ? 'too-small' : null);
  const splitBelow = (limit_m: number, candidates: readonly Candidate[]): Candidate[] =>
    candidates.flatMap((c) => splitAbove(limit_m, trace, c, (parts) => sift(parts, refuse, tooSmall)));
  const described = rises.map((rise) => describeRise(trace, rise));
  const all = splitBelow(most_m, sift(described, refuse, tooSmall));
  const usual = reference_m ?? usualRange(all.filter((c) => c.rom_m <= most_m));
  if (usual === null) return sift(all, refuse, () => 'no-set').map((c) => c.rise);
  // beyond what the lift allows drift may have made a rep, but only where there are others: alone it is a pick-up
  const sensible = sift(all, refuse, (c) =>
    c.rom_m <= most_m || (all.length > 1 && alike(c, usual, expected.sigma)) ? null : 'too-high',
  );
  const parts = splitBelow(OUTSIZED_SHARE * usual, sensible);
  const sized = sift(parts, refuse, (c) => (c.rom_m < BUMP_SHARE * usual ? 'bump' : null));
  const lowered =
    lift.opening === 'concentric-first'
      ? sift(sized, refuse, (c, i) => (goesOnUpwards(c, sized[i + 1]) ? 'picked-up' : null))
      : sized;
  const steady = sift(lowered, refuse, (c, i) =>
    isShaking(c, lowered[i - 1], lowered[i + 1]) ? 'shaking' : null,
  );
  const kept = trimEdges(trace, steady, usual, expected, refuse);
  const carried = isCarriedBar(trace, kept, [...all, ...parts], expected);
  return sift(kept, refuse, () => (carried ? 'carried' : null)).map((c) => c.rise);
}

/** The range most rises agree on; a large rise says more than a small one: bumps outnumber reps at loading. */
function usualRange(candidates: readonly Candidate[]): number | null {
  let best: number | null = null;
  let bestScore = 0;
  for (const centre of candidates) {
    const alike = candidates.filter((c) => c.rom_m < centre.rom_m * ALIKE && c.rom_m > centre.rom_m / ALIKE);
    if (alike.length < FEW && centre.rom_m < SMALL_M) continue;
    const score = alike.length * Math.sqrt(centre.rom_m);
    if (score > bestScore) {
      bestScore = score;
      best = median(alike.map((c) => c.rom_m));
    }
  }
  return best;
}

/** Picked up and then lifted on without coming down: movements with stops between them, none higher than told. */
function splitAbove(
  most_m: number,
  trace: MotionTrace,
  candidate: Candidate,
  highEnough: (parts: readonly Candidate[]) => Candidate[],
): Candidate[] {
  if (candidate.rom_m <= most_m) return [candidate];
  const pause = pauseInside(trace, candidate.rise);
  if (pause === null) return [candidate];
  const parts = [
    { ...candidate.rise, high: pause.from, fallen: pause.from + 1 },
    { ...candidate.rise, low: pause.lowest },
  ].map((rise) => describeRise(trace, rise));
  return highEnough(parts).flatMap((part) => splitAbove(most_m, trace, part, highEnough));
}

function isShaking(c: Candidate, before: Candidate | undefined, after: Candidate | undefined): boolean {
  if (c.rom_m >= SHAKEN_M) return false;
  const since = before ? c.t_s - before.t_s : Number.POSITIVE_INFINITY;
  const until = after ? after.t_s - c.t_s : Number.POSITIVE_INFINITY;
  return Math.min(since, until) < MIN_PERIOD_S;
}
