import type { LiftProfile } from '../lifts/profile.ts';
import type { MotionTerm } from '../signal/set/anchors.ts';
import { type Candidate, describeRise, pauseInside } from './candidate.ts';
import type { Rise } from './rises.ts';
import { median } from './statistics.ts';
import type { MotionTrace } from './trace.ts';
import { goesOn, hadBegun } from './unseen.ts';

/**
 * Which rises of a recording are the reps of its set. Unrack, re-rack, pick-up, put-down and steps are rises
 * too; they differ from the reps in range and in the level they start from or end at, and stand at the edges.
 * The tolerances are ours; the idea is signal-notes.md 1.8.
 */
export interface Expectation {
  readonly lift: LiftProfile;
  readonly min_rise_m: number;
  /** The athlete's own range, m; null when unknown. */
  readonly reference_m: number | null;
  /** 1-sigma of sums of heights and velocities: drift is no reason to send a rep away. */
  readonly sigma: (terms: readonly MotionTerm[]) => number;
}

/** Below this share of the set's usual range a rise is a bump, not even a half rep (half reps: 0.35 and up). */
export const BUMP_SHARE = 0.3;
/** A rise at the edge of the set is kept within these shares of the usual range. */
const EDGE_SHARE = [0.3, 1.4] as const;
/** Beyond this share of the usual range a rise is more than one movement, or none of the set. */
const OUTSIZED_SHARE = 1.4;
/** Steady level (bottom, in eccentric-first lifts top) of an edge rise: within this share of the range, or m. */
const LEVEL_SHARE = 0.35;
const LEVEL_M = 0.08;
const LEVEL_SIGMAS = 1.5;
const RANGE_SIGMAS = 1.5;
/** The height this long before a rise is known when its 1-sigma is below this share of the rise. */
const BEFORE_S = 2;
const KNOWN_SHARE = 0.2;
/** A press from the shoulders opens its set with nearly a full range. */
const OPENING_SHARE = 0.65;
/** Rises closer than this, start to start, s, are steps or shaking: the fastest lifters need 0.8 s per rep. */
const MIN_PERIOD_S = 0.6;
/** Ranges within this factor of each other are alike. */
const ALIKE = 1.35;
/** Fewer alike rises than this, all of them this small, m, are no set: plates loaded, a bar rolled about. */
const FEW = 3;
const SMALL_M = 0.1;
/** A pause this much longer than the others, and this long, s, separates a rise from the set. */
const APART_FACTOR = 4;
const APART_S = 20;
/** A bar lifted from the floor comes back to it; one that has not after this long, s, was carried off. */
const COMES_BACK_S = 6;
const COMES_BACK_SHARE = 0.4;
/** Bars carried about drift by at most 1.2 sigmas, a single rep after a pick-up stands out by 2.3 and more (simulated). */
const SURE_SIGMAS = 2;
/** Less than a range that was not seen from end to end is a rise beyond this many sigmas: drift is largest where a recording begins. Ours. */
const CUT_SIGMAS = 3;
/** A bar that falls slower than this has stopped, m/s: as the end of a concentric. */
const STOPPED_MPS = 0.05;

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

/** A bar that goes on upwards from where a rise ended was picked up, not lifted. */
function dropUnlowered(trace: MotionTrace, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((c, i) => {
    const next = candidates[i + 1];
    if (next === undefined) return true;
    return c.high_m - (trace.height_m[next.rise.low] as number) >= COMES_BACK_SHARE * c.rom_m;
  });
}

/** A lone rise of a bar that was picked up and has not come down, and it may be drift or ends on the floor: it is carried. */
function isCarriedBar(
  trace: MotionTrace,
  kept: readonly Candidate[],
  rises: readonly Candidate[],
  { lift, sigma }: Expectation,
): boolean {
  const only = kept[0];
  if (only === undefined || kept.length > 1 || only.cameDown) return false;
  const { low, high } = only.rise;
  const sure = only.rom_m >= SURE_SIGMAS * between(low, high, sigma);
  // a lift from the hang is picked up and put down around its reps
  if (sure && !(lift.from_floor && isPutDown(trace, only))) return false;
  return rises.some(
    (c) => c.rise.high <= low && c.high_m - (trace.height_m[low] as number) < COMES_BACK_SHARE * c.rom_m,
  );
}

/** A rep comes back to where it began; a bar that passes there without a stop, on its way down, is put down. */
function isPutDown(trace: MotionTrace, { rise, low_m, rom_m }: Candidate): boolean {
  const { height_m: h, velocity_mps: v } = trace;
  let i = rise.high;
  while (i < h.length && (h[i] as number) > low_m) i++;
  while (i < h.length && (v[i] as number) < -STOPPED_MPS) i++;
  return i < h.length && low_m - (h[i] as number) >= COMES_BACK_SHARE * rom_m;
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

type End = 'first' | 'last';

/** Takes rises off both ends as long as they do not belong to the rest. */
function trimEdges(
  trace: MotionTrace,
  candidates: readonly Candidate[],
  usual: number,
  expected: Expectation,
): Candidate[] {
  let kept = [...candidates];
  for (let changed = true; changed; ) {
    changed = false;
    for (const end of ['first', 'last'] as const) {
      const edge = end === 'first' ? kept[0] : kept[kept.length - 1];
      if (edge === undefined) break;
      const others = end === 'first' ? kept.slice(1) : kept.slice(0, -1);
      if (belongs(trace, edge, others, usual, expected, end)) continue;
      kept = others;
      changed = true;
    }
  }
  return kept;
}

function belongs(
  trace: MotionTrace,
  edge: Candidate,
  others: readonly Candidate[],
  usual: number,
  { lift, sigma }: Expectation,
  end: End,
): boolean {
  if (!alike(edge, usual, sigma)) return false;
  const opening = lift.opening === 'eccentric-first';
  if (opening && end === 'first' && !edge.cameDown && knowsWhatWasBefore(trace, edge, sigma)) {
    if (!lift.opens_from_bottom || edge.rom_m < OPENING_SHARE * usual) return false;
  }
  if (end === 'last' && lift.from_floor && carriedOff(trace, edge)) return false;
  const noStart = hadBegun(trace, edge.rise);
  const noEnd = goesOn(trace, edge.rise);
  const sure = edge.rom_m >= Math.min(usual, CUT_SIGMAS * between(edge.rise.low, edge.rise.high, sigma));
  if ((noStart || noEnd) && !sure) return false;
  if (others.length === 0) return true;
  const near = end === 'first' ? others.slice(0, 3) : others.slice(-3);
  const byTop = opening ? !noEnd : noStart;
  const steady = (c: Candidate): number => (byTop ? c.rise.high : c.rise.low);
  const level = median(near.map((c) => trace.height_m[steady(c)] as number));
  const off = Math.abs((trace.height_m[steady(edge)] as number) - level);
  const allowed = Math.max(LEVEL_M, LEVEL_SHARE * usual);
  if (
    off > allowed &&
    off > allowed + LEVEL_SIGMAS * between(steady(edge), steady(near[0] as Candidate), sigma)
  ) {
    return false;
  }
  const neighbour = end === 'first' ? others[0] : others[others.length - 1];
  const pause = Math.abs((neighbour?.t_s ?? edge.t_s) - edge.t_s);
  const usualPause = median(others.slice(1).map((c, i) => c.t_s - (others[i] as Candidate).t_s));
  return !(others.length >= 3 && pause > APART_S && pause > APART_FACTOR * usualPause);
}

/** Within the shares of the usual range, or not surely outside. */
function alike(edge: Candidate, usual: number, sigma: Expectation['sigma']): boolean {
  const outside = Math.max(EDGE_SHARE[0] * usual - edge.rom_m, edge.rom_m - EDGE_SHARE[1] * usual);
  return outside <= 0 || outside < RANGE_SIGMAS * between(edge.rise.low, edge.rise.high, sigma);
}

function between(a: number, b: number, sigma: Expectation['sigma']): number {
  return sigma(
    [
      { sample: a, height: 1, velocity: 0 },
      { sample: b, height: -1, velocity: 0 },
    ].sort((x, y) => x.sample - y.sample),
  );
}

/** A recording that begins in the middle of things cannot tell whether the bar came down before. */
function knowsWhatWasBefore(trace: MotionTrace, edge: Candidate, sigma: Expectation['sigma']): boolean {
  const { t_s } = trace;
  let i = edge.rise.low;
  while (i > 0 && (t_s[edge.rise.low] as number) - (t_s[i] as number) < BEFORE_S) i--;
  return i < edge.rise.low && between(i, edge.rise.low, sigma) < KNOWN_SHARE * edge.rom_m;
}

/** The bar went up and the recording goes on, but it never came down again. */
function carriedOff(trace: MotionTrace, edge: Candidate): boolean {
  const { t_s, height_m: h } = trace;
  const until = (t_s[edge.rise.high] as number) + COMES_BACK_S;
  if ((t_s[t_s.length - 1] as number) < until) return false;
  let lowest = edge.high_m;
  for (let i = edge.rise.high; i < t_s.length; i++) lowest = Math.min(lowest, h[i] as number);
  return edge.high_m - lowest < COMES_BACK_SHARE * edge.rom_m;
}
