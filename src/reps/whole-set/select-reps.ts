import { median } from '../definition/median.ts';
import type { Rise } from '../definition/rises.ts';
import type { MotionTrace } from '../definition/trace.ts';
import { dropUnlowered, isCarriedBar } from './carried-bar.ts';
import { BUMP_SHARE, type Expectation, OUTSIZED_SHARE } from './expectation.ts';
import { type Candidate, describeRise, pauseInside } from './rep-candidate.ts';
import { alike, trimEdges } from './set-edges.ts';

/** Rises whose peaks are closer than this are steps or shaking, s: the fastest lifters need 0.8 s per rep. */
const MIN_PERIOD_S = 0.6;
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
export function selectReps(trace: MotionTrace, rises: readonly Rise[], expected: Expectation): Rise[] {
  const { lift, min_rise_m, reference_m } = expected;
  const most_m = lift.max_rise_m.value;
  const all = rises
    .map((rise) => describeRise(trace, rise))
    .filter((c) => c.rom_m >= min_rise_m)
    .flatMap((c) => splitAbove(most_m, trace, c, min_rise_m));
  const usual = reference_m ?? usualRange(all.filter((c) => c.rom_m <= most_m));
  if (usual === null) return [];
  // beyond what the lift allows drift may have made a rep, but only where there are others: alone it is a pick-up
  const sensible = all.filter(
    (c) => c.rom_m <= most_m || (all.length > 1 && alike(c, usual, expected.sigma)),
  );
  const parts = sensible.flatMap((c) => splitAbove(OUTSIZED_SHARE * usual, trace, c, min_rise_m));
  const sized = parts.filter((c) => c.rom_m >= BUMP_SHARE * usual);
  const lowered = lift.opening === 'concentric-first' ? dropUnlowered(trace, sized) : sized;
  const kept = trimEdges(trace, dropShaking(lowered), usual, expected);
  return isCarriedBar(trace, kept, [...all, ...parts], expected) ? [] : kept.map((c) => c.rise);
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
  min_rise_m: number,
): Candidate[] {
  if (candidate.rom_m <= most_m) return [candidate];
  const pause = pauseInside(trace, candidate.rise);
  if (pause === null) return [candidate];
  return [
    { ...candidate.rise, high: pause.from, fallen: pause.from + 1 },
    { ...candidate.rise, low: pause.lowest },
  ]
    .map((rise) => describeRise(trace, rise))
    .filter((part) => part.rom_m >= min_rise_m)
    .flatMap((part) => splitAbove(most_m, trace, part, min_rise_m));
}

function dropShaking(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((c, i) => {
    const before = candidates[i - 1];
    const after = candidates[i + 1];
    const since = before ? c.t_s - before.t_s : Number.POSITIVE_INFINITY;
    const until = after ? after.t_s - c.t_s : Number.POSITIVE_INFINITY;
    return Math.min(since, until) >= MIN_PERIOD_S;
  });
}
