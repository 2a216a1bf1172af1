import { median } from '../definition/median.ts';
import { END_MPS, OWN_DESCENT_SHARE } from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';
import { BUMP_SHARE, between, type Expectation } from './expectation.ts';
import type { Candidate } from './rep-candidate.ts';

/** A bar lifted from the floor that has not come back to it after this long was carried off, s. */
const COMES_BACK_S = 6;
/** A lone rise is no drift from so many sigmas on: simulated bars carried about reach 1.2, single reps 2.3 and more. */
const SURE_SIGMAS = 2;
/** Straightening up peaks below this share of the reps (chosen here: the slowest grinds of failing reps reach half). */
const STRAIGHTENED_SHARE = 0.4;

/** Half a rep from half way ends where the rep before it did, to within this share of that one's range (chosen here). */
const SAME_TOP_SHARE = 0.1;

/** A bar that goes on upwards from where a rise ended was picked up, not lifted. */
export function goesOnUpwards(c: Candidate, next: Candidate | undefined): boolean {
  if (next === undefined) return false;
  const sameTop = Math.abs(next.high_m - c.high_m) <= SAME_TOP_SHARE * c.rom_m;
  return c.high_m - next.low_m < (sameTop ? BUMP_SHARE : OWN_DESCENT_SHARE) * c.rom_m;
}

/** A lone rise of a bar that was picked up and has not come down, and it may be drift or ends on the floor: it is carried. */
export function isCarriedBar(
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
    (c) => c.rise.high <= low && c.high_m - (trace.height_m[low] as number) < OWN_DESCENT_SHARE * c.rom_m,
  );
}

/**
 * A lifter straightens up after the last rep from the hang, then puts the bar down: much slower than the reps were,
 * by their peak velocities.
 */
export function straightenedUp(trace: MotionTrace, edge: Candidate, others: readonly Candidate[]): boolean {
  const peak_mps = (c: Candidate): number => trace.velocity_mps[c.rise.peak] as number;
  return peak_mps(edge) < STRAIGHTENED_SHARE * median(others.map(peak_mps)) && isPutDown(trace, edge);
}

/** A rep comes back to where it began; a bar that passes there without a stop, on its way down, is put down. */
function isPutDown(trace: MotionTrace, { rise, low_m, rom_m }: Candidate): boolean {
  const { height_m: h, velocity_mps: v } = trace;
  let i = rise.high;
  while (i < h.length && (h[i] as number) > low_m) i++;
  while (i < h.length && (v[i] as number) < -END_MPS) i++;
  return i < h.length && low_m - (h[i] as number) >= OWN_DESCENT_SHARE * rom_m;
}

/** The bar went up and the recording goes on, but it never came down again. */
export function carriedOff(trace: MotionTrace, edge: Candidate): boolean {
  const { t_s, height_m: h } = trace;
  const until = (t_s[edge.rise.high] as number) + COMES_BACK_S;
  if ((t_s[t_s.length - 1] as number) < until) return false;
  let lowest = edge.high_m;
  for (let i = edge.rise.high; i < t_s.length; i++) lowest = Math.min(lowest, h[i] as number);
  return edge.high_m - lowest < OWN_DESCENT_SHARE * edge.rom_m;
}
