import { endCutOff, startCutOff } from '../definition/cut-off.ts';
import { median } from '../definition/median.ts';
import type { Refuse } from '../definition/rises.ts';
import { OWN_DESCENT_SHARE } from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';
import type { WhyNot } from '../movement.ts';
import { carriedOff, straightenedUp } from './carried-bar.ts';
import { BUMP_SHARE, between, type Expectation, OUTSIZED_SHARE } from './expectation.ts';
import type { Candidate } from './rep-candidate.ts';

/** A range this many of its sigmas outside of what is usual may still be usual: drift is no reason to drop a rep (chosen here). */
const RANGE_SIGMAS = 1.5;
/** Its bottom (in eccentric-first lifts its top) is within this share of the range from the others' (chosen here). */
const LEVEL_SHARE = 0.35;
/** ... or within this distance of it, m, where the range is small (chosen here). */
const LEVEL_M = 0.08;
/** ... and so many sigmas of the two heights further on (chosen here). */
const LEVEL_SIGMAS = 1.5;
/** That no lowering came before a rise is believed if the height this long before it is known, s (chosen here). */
const BEFORE_S = 2;
/** A bar less than this above its lowest point has not left it, m (chosen here). */
const LIES_M = 0.005;
/** A height is known if its 1-sigma is below this share of the rise (chosen here). */
const KNOWN_SHARE = 0.2;
/** A press from the shoulders opens its set with at least this share of the usual range (chosen here). */
const OPENING_SHARE = 0.65;
/** A pause so many times as long as the set's usual one separates a rise from the set (chosen here). */
const APART_FACTOR = 4;
/** ... if it is also longer than this, s: a lifter may stop for some breaths (chosen here). */
const APART_S = 20;
/** A rise that the recording cuts off is a rep beyond so many sigmas: drift is largest at a beginning (chosen here). */
const CUT_SIGMAS = 3;

type End = 'first' | 'last';

/** Takes rises off both ends as long as they do not belong to the rest. */
export function trimEdges(
  trace: MotionTrace,
  candidates: readonly Candidate[],
  usual: number,
  expected: Expectation,
  refuse: Refuse,
): Candidate[] {
  let kept = [...candidates];
  for (let changed = true; changed; ) {
    changed = false;
    for (const end of ['first', 'last'] as const) {
      const edge = end === 'first' ? kept[0] : kept[kept.length - 1];
      if (edge === undefined) break;
      const others = end === 'first' ? kept.slice(1) : kept.slice(0, -1);
      const why = whyNotOfTheSet(trace, edge, others, usual, expected, end);
      if (why === null) continue;
      refuse(edge.rise, why);
      kept = others;
      changed = true;
    }
  }
  return kept;
}

function whyNotOfTheSet(
  trace: MotionTrace,
  edge: Candidate,
  others: readonly Candidate[],
  usual: number,
  { lift, sigma }: Expectation,
  end: End,
): WhyNot | null {
  if (!alike(edge, usual, sigma)) return 'other-range';
  const opening = lift.opening === 'eccentric-first';
  if (opening && end === 'first' && !edge.cameDown && knowsWhatWasBefore(trace, edge, sigma)) {
    if (!lift.opens_from_bottom || edge.rom_m < OPENING_SHARE * usual) return 'not-lowered-before';
  }
  if (end === 'last' && lift.from_floor && carriedOff(trace, edge)) return 'carried-off';
  // in lifts that begin with it, what comes after the last rep without a lowering leads to the rack
  const before = others[others.length - 1];
  if (opening && end === 'last' && before !== undefined) {
    if (before.high_m - edge.low_m < OWN_DESCENT_SHARE * edge.rom_m) return 'racked';
  }
  const hangs = !opening && !lift.from_floor;
  if (end === 'last' && hangs && straightenedUp(trace, edge, others)) return 'put-down';
  const noStart = startCutOff(trace, edge.rise);
  const noEnd = endCutOff(trace, edge.rise);
  const sure = edge.rom_m >= Math.min(usual, CUT_SIGMAS * between(edge.rise.low, edge.rise.high, sigma));
  if ((noStart || noEnd) && !sure) return 'cut-off';
  if (others.length === 0) return null;
  const near = end === 'first' ? others.slice(0, 3) : others.slice(-3);
  const byTop = opening ? !noEnd : noStart;
  const agrees = (place: 'low' | 'high'): boolean => isLevel(trace, edge, near, place, usual, sigma);
  // the halves of one and a half reps share one end of the range with the others, and either of them may stand at the edge
  const shares = !noStart && !noEnd && agrees(byTop ? 'low' : 'high');
  if (!agrees(byTop ? 'high' : 'low') && !shares) return 'other-level';
  const neighbour = end === 'first' ? others[0] : others[others.length - 1];
  const pause = Math.abs((neighbour?.t_s ?? edge.t_s) - edge.t_s);
  const usualPause = median(others.slice(1).map((c, i) => c.t_s - (others[i] as Candidate).t_s));
  const apart = others.length >= 3 && pause > APART_S && pause > APART_FACTOR * usualPause;
  return apart ? 'apart' : null;
}

/** Does one end of the edge lie at the level of its neighbours, as far as their heights are known? */
function isLevel(
  trace: MotionTrace,
  edge: Candidate,
  near: readonly Candidate[],
  place: 'low' | 'high',
  usual: number,
  sigma: Expectation['sigma'],
): boolean {
  const own = edge.rise[place];
  const level = median(near.map((c) => trace.height_m[c.rise[place]] as number));
  const off = Math.abs((trace.height_m[own] as number) - level);
  const allowed = Math.max(LEVEL_M, LEVEL_SHARE * usual);
  return (
    off <= allowed || off <= allowed + LEVEL_SIGMAS * between(own, (near[0] as Candidate).rise[place], sigma)
  );
}

/** No bump and not outsized beside the usual range, or not surely so. */
export function alike(edge: Candidate, usual: number, sigma: Expectation['sigma']): boolean {
  const outside = Math.max(BUMP_SHARE * usual - edge.rom_m, edge.rom_m - OUTSIZED_SHARE * usual);
  return outside <= 0 || outside < RANGE_SIGMAS * between(edge.rise.low, edge.rise.high, sigma);
}

/** A recording that begins in the middle of things cannot tell whether the bar came down before. */
function knowsWhatWasBefore(trace: MotionTrace, edge: Candidate, sigma: Expectation['sigma']): boolean {
  const { t_s, height_m: h } = trace;
  // a bar that lies is lowest at any moment of it
  let from = edge.rise.low;
  while ((h[from + 1] as number) - edge.low_m < LIES_M) from++;
  let i = from;
  while (i > 0 && (t_s[from] as number) - (t_s[i] as number) < BEFORE_S) i--;
  return i < from && between(i, from, sigma) < KNOWN_SHARE * edge.rom_m;
}
