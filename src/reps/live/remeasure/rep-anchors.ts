import type { HistoryWindow } from '../motion/motion-history.ts';
import { TURN_EARLY_S } from '../rises/live-thresholds.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';
import type { RepSoFar } from './rep-so-far.ts';

/** What is known about one rep's motion besides the samples. Times s. */
export interface RepAnchors {
  /** The bar's velocity at a moment, m/s. */
  readonly velocities: readonly { readonly t_s: number; readonly mps: number; readonly sigma_mps: number }[];
  /** Pairs of moments at the same height. */
  readonly levels: readonly { readonly a_s: number; readonly b_s: number; readonly sigma_m: number }[];
  /** The sensor's error in its own axes as believed, m/s2. */
  readonly error_mps2: readonly [number, number, number];
  /** Acceleration the model does not know, m/s2/sqrt(Hz). */
  readonly density: number;
}

/** Samples taken before the rep's first moment, s: its start is looked for in the refined motion. */
export const LEAD_S = 0.25;
/** Where the bar had just landed at least this much is taken, s (chosen here). */
const LEAST_LEAD_S = 0.06;
/** Of the rest at the bottom before the rise no more than this is looked at, s: more tells nothing new. */
const LONGEST_REST_S = 1;
/** In that rest the bar is said to stand this often, s (chosen here). */
const LYING_STEP_S = 0.1;

/** At a turning point the bar stands, m/s, 1 sigma. */
const TURN_SIGMA_MPS = 0.03;
/** At the end of its rise it does so less surely, m/s, 1 sigma: it may creep on. */
const STOP_SIGMA_MPS = 0.05;
/** The push at such a moment is averaged over this long before and after it, s (chosen here). */
const PUSH_WITHIN_S = 0.04;

/** A held bar stands, m/s, 1 sigma: the tremor of the hands. */
const HELD_SIGMA_MPS = 0.03;
/** A held bar keeps its height, m, 1 sigma: hips sag and wander by as much. */
const HELD_SIGMA_M = 0.012;
/** So long after a bar stopped and before it goes on it may still or already move, s (chosen here). */
const HOLD_MARGIN_S = 0.12;
/** In a hold the bar is said to stand this often, s (chosen here). */
const HOLD_STEP_S = 0.25;

/** A rep ends where it began, m, 1 sigma: the habit of the lifters in recorded sets. */
const CLOSURE_SIGMA_M = 0.03;

/** ... unless it comes down past its start by this share of its rise (chosen here: heights drift by less). */
const LOWER_SHARE = 0.4;
/** A rise below this share of the usual one is half a rep; chosen here above the 0.7 of a half rep, because live heights drift. */
const HALF_SHARE = 0.75;

/** What the attempt tells of the bar's motion in its window. */
export function anchorsOf(rep: RepSoFar, eccentricFirst: boolean, window: HistoryWindow): RepAnchors {
  const { attempt } = rep;
  const levels: { a_s: number; b_s: number; sigma_m: number }[] = [];
  const velocities: { t_s: number; mps: number; sigma_mps: number }[] = [];
  const turn = (t_s: number, sigma_mps: number) => {
    if (Number.isNaN(t_s)) return;
    // told by the velocity itself: where the bar is being pushed, a moment too early is a velocity too many
    const early_mps = TURN_EARLY_S * Math.abs(pushAt(window, t_s, rep.error_mps2));
    velocities.push({ t_s, mps: 0, sigma_mps: Math.hypot(sigma_mps, early_mps) });
  };
  turn(attempt.start_s, TURN_SIGMA_MPS);
  turn(attempt.end_s, STOP_SIGMA_MPS);
  for (let t = restBefore(attempt); t < attempt.start_s - HOLD_MARGIN_S; t += LYING_STEP_S) {
    turn(t, HELD_SIGMA_MPS);
    levels.push({ a_s: t, b_s: attempt.start_s, sigma_m: HELD_SIGMA_M });
  }
  const held_from_s = attempt.end_s + HOLD_MARGIN_S;
  const held_until_s = (Number.isNaN(attempt.descent_s) ? rep.until_s : attempt.descent_s) - HOLD_MARGIN_S;
  for (let t = held_from_s; attempt.lockedOut && t < held_until_s; t += HOLD_STEP_S) {
    turn(t, HELD_SIGMA_MPS);
    if (t > held_from_s) levels.push({ a_s: held_from_s, b_s: t, sigma_m: HELD_SIGMA_M });
  }
  const struck = !Number.isNaN(attempt.struck_s);
  if (!struck) turn(attempt.bottom_s, TURN_SIGMA_MPS);
  if (eccentricFirst) {
    turn(attempt.before_start_s, STOP_SIGMA_MPS);
    turn(attempt.before_end_s, TURN_SIGMA_MPS);
  }
  const closes = eccentricFirst
    ? { a_s: attempt.before_start_s, b_s: attempt.end_s }
    : { a_s: attempt.start_s, b_s: attempt.bottom_s };
  if (
    !Number.isNaN(closes.a_s) &&
    !Number.isNaN(closes.b_s) &&
    !(isHalf(rep) && endsLower(attempt, eccentricFirst))
  ) {
    levels.push({ ...closes, sigma_m: CLOSURE_SIGMA_M });
  }
  return { velocities, levels, error_mps2: rep.error_mps2, density: rep.density };
}

/** It rose so little beside the usual rep that it began half way up: of a full rep only drift says that it ended lower. */
function isHalf({ attempt, usual }: RepSoFar): boolean {
  return usual !== null && attempt.top_m - attempt.start_m < HALF_SHARE * usual.rom_m;
}

/** A half rep at the top, as in one and a half reps: the bar comes down past where it began. */
function endsLower({ start_m, top_m, bottom_m }: RepAttempt, eccentricFirst: boolean): boolean {
  return !eccentricFirst && start_m - bottom_m > LOWER_SHARE * (top_m - start_m);
}

/** Vertical acceleration around a moment, m/s2. */
function pushAt(window: HistoryWindow, at_s: number, error: readonly [number, number, number]): number {
  const { t_s, up_mps2, up, count } = window;
  const [ex, ey, ez] = error;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((t_s[middle] as number) < at_s - PUSH_WITHIN_S) low = middle + 1;
    else high = middle;
  }
  let sum = 0;
  let n = 0;
  for (let i = low; i < count && (t_s[i] as number) <= at_s + PUSH_WITHIN_S; i += 1) {
    const j = 3 * i;
    sum +=
      (up_mps2[i] as number) -
      ex * (up[j] as number) -
      ey * (up[j + 1] as number) -
      ez * (up[j + 2] as number);
    n += 1;
  }
  return n === 0 ? 0 : sum / n;
}

/** From when on the bar surely lay at the bottom before it rose, as far back as is worth looking, s. */
export function restBefore(attempt: RepAttempt): number {
  const lead_s = attempt.start_s - LEAD_S;
  const back_s = attempt.start_s - LONGEST_REST_S;
  // the knock of the landing stays outside
  return Number.isNaN(attempt.before_end_s)
    ? lead_s
    : Math.min(attempt.start_s - LEAST_LEAD_S, Math.max(attempt.before_end_s + HOLD_MARGIN_S, back_s));
}
