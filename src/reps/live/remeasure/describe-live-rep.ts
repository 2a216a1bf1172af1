import type { LiftProfile } from '../../../lifts/profile.ts';
import { floorContacts } from '../../definition/floor-contact.ts';
import { layOutReps, type RepMotion } from '../../definition/lay-out.ts';
import { descentAfter } from '../../definition/phases.ts';
import { findRises, type Rise } from '../../definition/rises.ts';
import { FIGHT_SHARE, GRIND_MPS, GRIND_S, MIN_RISE_M } from '../../definition/thresholds.ts';
import type { MotionTrace } from '../../definition/trace.ts';
import { describeRep } from '../../measure/describe-rep.ts';
import type { Rep, SetContext } from '../../rep.ts';
import type { HistoryWindow, MotionHistory } from '../motion/motion-history.ts';
import { TURN_EARLY_S } from '../rises/live-thresholds.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';
import { type RepAnchors, refineRep } from './refine-rep.ts';

/** The refined rep's own sigma is careful, as the set's is before its residuals are seen; roughness of a usual set. Ours. */
const LIVE_SHARE = 0.5;
const LIVE_ROUGHNESS = 0.4;

/** What the live path knows of a rep besides its samples. */
export interface RepSoFar {
  readonly index: number;
  readonly attempt: RepAttempt;
  /** Samples up to here belong to it, s. */
  readonly until_s: number;
  /** Start of the next concentric, s; null while unknown. */
  readonly next_start_s: number | null;
  readonly error_mps2: readonly [number, number, number];
  readonly density: number;
  readonly reasons: readonly string[];
  readonly known_bottom: boolean;
  /** Mean velocity and range usual in this set; null while there are none. */
  readonly usual: { readonly mcv_mps: number; readonly rom_m: number } | null;
}

/** Samples taken before the rep's first moment, s: its start is looked for in the refined motion. */
const LEAD_S = 0.25;
const LEAST_LEAD_S = 0.06;
/** Velocity known at turning points, at the stop and while held, m/s (signal-notes 1.7b). */
const TURN_SIGMA_MPS = 0.03;
const STOP_SIGMA_MPS = 0.05;
const PUSH_WITHIN_S = 0.04;
const HELD_SIGMA_MPS = 0.03;
/** A held bar wanders and sags by this much, m (signal-notes 1.9). */
const HELD_SIGMA_M = 0.012;
const HOLD_MARGIN_S = 0.12;
const HOLD_STEP_S = 0.25;
/** Rest at the bottom before the rise: so much of it, s, in such steps, s. */
const LONGEST_REST_S = 1;
const LYING_STEP_S = 0.1;
/** Same height at both ends of a rep, m (signal-notes 1.7). */
const CLOSURE_SIGMA_M = 0.03;
/** A sensor's low-pass spreads a knock forward by this much, s. Ours. */
const STRUCK_MARGIN_S = 0.02;
/** A failed attempt won this much height by its grind, m: more than at the end of the set, for live a held bar seems to creep more. */
const FOUGHT_M = 0.02;
/** The live range may be too small by this share. Ours. */
const LIVE_MARGIN = 0.05;

/** Measures one rep as far as it has gone; null when the refined motion holds no such rise. */
export function describeLiveRep(
  history: MotionHistory,
  question: RepSoFar,
  lift: LiftProfile,
  context: SetContext,
): Rep | null {
  const { attempt } = question;
  const eccentricFirst = lift.opening === 'eccentric-first';
  const first_s =
    eccentricFirst && !Number.isNaN(attempt.before_start_s)
      ? attempt.before_start_s - LEAD_S
      : restBefore(attempt);
  // what a knock at the landing did to the velocity is not known: look no further
  const until_s = Number.isNaN(attempt.struck_s) ? question.until_s : attempt.struck_s - STRUCK_MARGIN_S;
  const window = history.window(first_s, until_s);
  const refined = refineRep(window, anchorsOf(question, eccentricFirst, window));
  if (refined === null) return null;
  const { trace } = refined;
  const rise = riseOf(trace, attempt);
  if (rise === null) return null;
  const laid = layOutReps(trace, [rise], lift.opening)[0] as RepMotion;
  const after = Number.isNaN(attempt.descent_s)
    ? null
    : descentAfter(trace, rise.high, trace.t_s.length - 1, laid.rom_m);
  const rep: RepMotion = {
    ...laid,
    after,
    eccentric: eccentricFirst ? laid.eccentric : after,
    next_start_s: question.next_start_s,
  };
  return describeRep({
    index: question.index,
    samples: window,
    motion: trace,
    rep,
    sigma: (terms) => LIVE_SHARE * refined.sigma(terms),
    roughness: LIVE_ROUGHNESS,
    context,
    floor_contact: !Number.isNaN(attempt.struck_s) || (floorContacts(trace, [rep])[0] ?? null),
    known_bottom: question.known_bottom,
    failed: hasFailed(trace, rep, question.usual, context),
    reasons: question.reasons,
  });
}

function anchorsOf(question: RepSoFar, eccentricFirst: boolean, window: HistoryWindow): RepAnchors {
  const { attempt } = question;
  const levels: { a_s: number; b_s: number; sigma_m: number }[] = [];
  const velocities: { t_s: number; mps: number; sigma_mps: number }[] = [];
  const turn = (t_s: number, sigma_mps: number) => {
    if (Number.isNaN(t_s)) return;
    // told by the velocity itself: where the bar is being pushed, a moment too early is a velocity too many
    const early_mps = TURN_EARLY_S * Math.abs(pushAt(window, t_s, question.error_mps2));
    velocities.push({ t_s, mps: 0, sigma_mps: Math.hypot(sigma_mps, early_mps) });
  };
  turn(attempt.start_s, TURN_SIGMA_MPS);
  turn(attempt.end_s, STOP_SIGMA_MPS);
  for (let t = restBefore(attempt); t < attempt.start_s - HOLD_MARGIN_S; t += LYING_STEP_S) {
    turn(t, HELD_SIGMA_MPS);
    levels.push({ a_s: t, b_s: attempt.start_s, sigma_m: HELD_SIGMA_M });
  }
  const held_from_s = attempt.end_s + HOLD_MARGIN_S;
  const held_until_s =
    (Number.isNaN(attempt.descent_s) ? question.until_s : attempt.descent_s) - HOLD_MARGIN_S;
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
  if (!Number.isNaN(closes.a_s) && !Number.isNaN(closes.b_s)) {
    levels.push({ ...closes, sigma_m: CLOSURE_SIGMA_M });
  }
  return { velocities, levels, error_mps2: question.error_mps2, density: question.density };
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
function restBefore(attempt: RepAttempt): number {
  const lead_s = attempt.start_s - LEAD_S;
  const back_s = attempt.start_s - LONGEST_REST_S;
  // the knock of the landing stays outside
  return Number.isNaN(attempt.before_end_s)
    ? lead_s
    : Math.min(attempt.start_s - LEAST_LEAD_S, Math.max(attempt.before_end_s + HOLD_MARGIN_S, back_s));
}

/** The rise of the refined motion that the attempt's peak lies in. */
function riseOf(trace: MotionTrace, attempt: RepAttempt): Rise | null {
  for (const rise of findRises(trace, MIN_RISE_M)) {
    const from_s = trace.t_s[rise.low] as number;
    const to_s = trace.t_s[rise.high] as number;
    if (attempt.peak_s >= from_s && attempt.peak_s <= to_s) return rise;
  }
  return null;
}

/**
 * As src/reps/measure/failed-attempts.ts, but beside what is usual in the set so far: crept up to its top for long, won something
 * by it, stayed short of lockout and was slower than the others.
 */
function hasFailed(
  trace: MotionTrace,
  rep: RepMotion,
  usual: RepSoFar['usual'],
  context: SetContext,
): boolean {
  if (usual === null || rep.after === null) return false;
  const full_m = context.reference?.rom_m ?? usual.rom_m;
  if (rep.rom_m >= (context.targets.full_ratio - LIVE_MARGIN) * full_m) return false;
  const { start, peak } = rep.concentric;
  const mean_mps = rep.rom_m / Math.max(1e-3, rep.top.t_s - start.t_s);
  if (mean_mps >= FIGHT_SHARE * usual.mcv_mps) return false;
  const { t_s, height_m: h, velocity_mps: v } = trace;
  let slow = peak.sample;
  while (slow < rep.top.sample && (v[slow] as number) >= GRIND_MPS) slow += 1;
  const took_s = rep.top.t_s - (t_s[slow] as number);
  return took_s >= GRIND_S && rep.top.height_m - (h[slow] as number) >= FOUGHT_M;
}
