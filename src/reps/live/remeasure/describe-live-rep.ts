import type { LiftProfile } from '../../../lifts/profile.ts';
import { Reason } from '../../../signal/recording-facts.ts';
import { floorContacts } from '../../definition/floor-contact.ts';
import { layOutReps, type RepMotion } from '../../definition/lay-out.ts';
import { descentAfter } from '../../definition/phases.ts';
import { findRises, type Rise } from '../../definition/rises.ts';
import { MIN_RISE_M } from '../../definition/thresholds.ts';
import type { MotionTrace } from '../../definition/trace.ts';
import { describeRep } from '../../measure/describe-rep.ts';
import { leverSigma } from '../../measure/lever-sigma.ts';
import { mountedLever } from '../../measure/mount.ts';
import { spins, type Turn } from '../../measure/turning.ts';
import type { Rep, SetContext } from '../../rep.ts';
import type { MotionHistory } from '../motion/motion-history.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';
import { hasFailed } from './has-failed.ts';
import { movedBy, turnInRep } from './live-turn.ts';
import { refineRep } from './refine-rep.ts';
import { anchorsOf, LEAD_S, restBefore } from './rep-anchors.ts';
import type { RepSoFar } from './rep-so-far.ts';

/** Share of the refined rep's own sigma that is stated (chosen here, on simulated sets): it is careful, as the set's is before its residuals are seen. */
const LIVE_SHARE = 0.5;
/** Roughness of a usual set, as describeRep takes it (chosen here): one rep is too short to tell its own. */
const LIVE_ROUGHNESS = 0.4;

/** A sensor's low-pass spreads a knock forward by this much, s (chosen here). */
const STRUCK_MARGIN_S = 0.02;

/** A rep, and how the sensor turned in it; null without a gyroscope. */
export interface LiveRep {
  readonly rep: Rep;
  readonly turn: Turn | null;
}

/** Measures one rep as far as it has gone; null when the refined motion holds no such rise. */
export function describeLiveRep(
  history: MotionHistory,
  known: RepSoFar,
  lift: LiftProfile,
  context: SetContext,
): LiveRep | null {
  const { attempt } = known;
  const eccentricFirst = lift.opening === 'eccentric-first';
  const first_s =
    eccentricFirst && !Number.isNaN(attempt.before_start_s)
      ? attempt.before_start_s - LEAD_S
      : restBefore(attempt);
  // what a knock at the landing did to the velocity is not known: look no further
  const until_s = Number.isNaN(attempt.struck_s) ? known.until_s : attempt.struck_s - STRUCK_MARGIN_S;
  const window = history.window(first_s, until_s);
  const refined = refineRep(window, anchorsOf(known, eccentricFirst, window));
  if (refined === null) return null;
  const felt = layOutRep(refined.trace, known, lift);
  if (felt === null) return null;
  const turn = known.reasons.includes(Reason.threeAxis) ? null : turnInRep(window, felt);
  const turns = turn === null ? [] : [...known.turns, turn];
  const lever = turn === null ? null : mountedLever(context, turns, spins(turns));
  const moves = lever?.mean_m.some((part) => part !== 0) === true;
  const trace = moves ? movedBy(refined.trace, window, lever.mean_m) : refined.trace;
  const rep = moves ? (layOutRep(trace, known, lift) ?? felt) : felt;
  const upAt = (sample: number, out: Float64Array): void =>
    out.set(window.up.subarray(3 * sample, 3 * sample + 3));
  const described = describeRep({
    index: known.index,
    samples: window,
    motion: trace,
    rep,
    sigma: (terms) => LIVE_SHARE * refined.sigma(terms),
    place: lever === null ? () => 0 : leverSigma(lever, trace.t_s, upAt),
    roughness: LIVE_ROUGHNESS,
    context,
    floor_contact: !Number.isNaN(attempt.struck_s) || (floorContacts(trace, [rep])[0] ?? null),
    known_bottom: known.known_bottom,
    failed: hasFailed(trace, rep, known.usual, context),
    reasons: known.reasons,
  });
  return { rep: described, turn };
}

function layOutRep(trace: MotionTrace, known: RepSoFar, { opening }: LiftProfile): RepMotion | null {
  const { attempt } = known;
  const rise = riseOf(trace, attempt);
  if (rise === null) return null;
  const laid = layOutReps(trace, [rise], opening)[0] as RepMotion;
  const after = Number.isNaN(attempt.descent_s)
    ? null
    : descentAfter(trace, rise.high, trace.t_s.length - 1, laid.rom_m);
  const eccentric = opening === 'eccentric-first' ? laid.eccentric : after;
  return { ...laid, after, eccentric, next_start_s: known.next_start_s };
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
