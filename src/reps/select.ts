import type { LiftProfile } from '../lifts/profile.ts';
import type { Rise } from './rises.ts';
import { median } from './statistics.ts';

export { median } from './statistics.ts';
import type { MotionTrace } from './trace.ts';

/**
 * Which rises of a recording are the reps of its set. Unrack, re-rack, pick-up, put-down and steps are rises
 * too; they differ from the reps in range and in the level they start from or end at, and stand at the edges.
 * The tolerances are ours; the idea is signal-notes.md 1.8.
 */

/** Below this share of the set's usual range a rise is a bump, not even a half rep (half reps: 0.35 and up). */
const BUMP_SHARE = 0.28;
/** A rise at the edge of the set is kept within these shares of the usual range. */
const EDGE_SHARE = [0.3, 1.4] as const;
/** Steady level (bottom, in eccentric-first lifts top) of an edge rise: within this share of the range, or m. */
const LEVEL_SHARE = 0.3;
const LEVEL_M = 0.07;
/** Rises closer than this, start to start, s, are steps or shaking: the fastest lifters need 0.8 s per rep. */
const MIN_PERIOD_S = 0.6;
/** Ranges within this factor of each other are alike. */
const ALIKE = 1.35;
/** A pause this much longer than the others, and this long, s, separates a rise from the set. */
const APART_FACTOR = 4;
const APART_S = 20;

interface Candidate {
  readonly rise: Rise;
  readonly rom_m: number;
  readonly low_m: number;
  readonly high_m: number;
  readonly t_s: number;
}

export function selectReps(
  trace: MotionTrace,
  rises: readonly Rise[],
  lift: LiftProfile,
  min_rise_m: number,
): Rise[] {
  const all = rises
    .map((rise) => describe(trace, rise))
    .filter((c) => c.rom_m >= min_rise_m && c.rom_m <= lift.max_rise_m.value);
  const usual = usualRange(all);
  if (usual === null) return [];
  let kept = all.filter((c) => c.rom_m >= BUMP_SHARE * usual);
  kept = dropShaking(kept);
  kept = trimEdges(kept, usual, lift);
  return kept.map((c) => c.rise);
}

function describe(trace: MotionTrace, rise: Rise): Candidate {
  const low_m = trace.height_m[rise.low] as number;
  const high_m = trace.height_m[rise.high] as number;
  return { rise, rom_m: high_m - low_m, low_m, high_m, t_s: trace.t_s[rise.peak] as number };
}

/** The range most rises agree on; of two equally common ones the larger (half reps are the exception). */
function usualRange(candidates: readonly Candidate[]): number | null {
  let best: number | null = null;
  let bestScore = 0;
  for (const centre of candidates) {
    const alike = candidates.filter((c) => c.rom_m < centre.rom_m * ALIKE && c.rom_m > centre.rom_m / ALIKE);
    // a large rise says more than a small one: bumps outnumber reps when plates are loaded
    const score = alike.length * Math.sqrt(centre.rom_m);
    if (score > bestScore) {
      bestScore = score;
      best = median(alike.map((c) => c.rom_m));
    }
  }
  return best;
}

function dropShaking(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((c, i) => {
    const before = candidates[i - 1];
    const after = candidates[i + 1];
    const near = Math.min(
      before ? c.t_s - before.t_s : Number.POSITIVE_INFINITY,
      after ? after.t_s - c.t_s : Number.POSITIVE_INFINITY,
    );
    return near >= MIN_PERIOD_S;
  });
}

/** Takes rises off both ends as long as they do not belong to the rest. */
function trimEdges(candidates: readonly Candidate[], usual: number, lift: LiftProfile): Candidate[] {
  let kept = [...candidates];
  for (let changed = true; changed && kept.length > 1; ) {
    changed = false;
    for (const end of ['first', 'last'] as const) {
      if (kept.length < 2) break;
      const edge = end === 'first' ? kept[0] : kept[kept.length - 1];
      const others = end === 'first' ? kept.slice(1) : kept.slice(0, -1);
      if (edge !== undefined && !belongs(edge, others, usual, lift, end)) {
        kept = others;
        changed = true;
      }
    }
  }
  return kept;
}

function belongs(
  edge: Candidate,
  others: readonly Candidate[],
  usual: number,
  lift: LiftProfile,
  end: 'first' | 'last',
): boolean {
  if (edge.rom_m < EDGE_SHARE[0] * usual || edge.rom_m > EDGE_SHARE[1] * usual) return false;
  const near = end === 'first' ? others.slice(0, 3) : others.slice(-3);
  const top = lift.opening === 'eccentric-first';
  const level = median(near.map((c) => (top ? c.high_m : c.low_m)));
  const off = Math.abs((top ? edge.high_m : edge.low_m) - level);
  if (edge.rom_m < 0.65 * usual && off > Math.max(LEVEL_M, LEVEL_SHARE * usual)) return false;
  const neighbour = end === 'first' ? others[0] : others[others.length - 1];
  const pause = Math.abs((neighbour?.t_s ?? edge.t_s) - edge.t_s);
  const usualPause = median(others.slice(1).map((c, i) => c.t_s - (others[i] as Candidate).t_s));
  return !(others.length >= 3 && pause > APART_S && pause > APART_FACTOR * usualPause);
}
