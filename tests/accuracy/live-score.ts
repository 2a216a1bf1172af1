import type { Recording } from '../../src/recording/samples.ts';
import type { Truth } from '../../src/recording/synthetic/true-rep.ts';
import type { LiveEvent } from '../../src/reps/live/events.ts';
import type { LiveTracker } from '../../src/reps/live/tracker.ts';
import type { Rep } from '../../src/reps/rep.ts';
import { matchReps } from './match.ts';
import { isBeyondStated, isSilentlyWrong, scoreReps } from './score.ts';

export interface LiveScore {
  readonly missed: number;
  readonly phantom: number;
  /** Announced - true moment, s. */
  readonly repDelays_s: readonly number[];
  readonly holdDelays_s: readonly number[];
  readonly holdStarts: number;
  readonly falseHoldStarts: number;
  /** Times the set was called over while it was not: a long lockout never ends a set. */
  readonly earlyEnds: number;
  readonly mcvErrors_mps: readonly number[];
  /** Reps that the causal path still calls good though they are silently wrong, and by the sigma against an instrument too. */
  readonly silentlyWrong: number;
  readonly beyondStated: number;
}

/** A hold start further than this from every true concentric end is a false one, s. */
const HOLD_NEAR_S = 0.4;
/** Samples are handed over as a notification would. */
const BATCH = 8;

export function play(recording: Recording, tracker: LiveTracker): LiveEvent[] {
  const events: LiveEvent[] = [];
  const total = recording.t_s.length;
  for (let from = 0; from < total; from += BATCH) {
    const to = Math.min(total, from + BATCH);
    const said = tracker.push({
      count: to - from,
      clock: recording.clock,
      t_s: recording.t_s.subarray(from, to),
      accel_g: recording.accel_g.subarray(3 * from, 3 * to),
      gyro_dps: recording.gyro_dps?.subarray(3 * from, 3 * to) ?? null,
    });
    events.push(...said);
  }
  return events;
}

/** What the causal path still stands by when the recording is over. */
export function liveReps(events: readonly LiveEvent[]): Rep[] {
  const reps = new Map<number, Rep>();
  for (const event of events) {
    if (event.kind === 'rep') reps.set(event.rep.index, event.rep);
    if (event.kind === 'rep-withdrawn') reps.delete(event.index);
  }
  return [...reps.values()];
}

export function scoreLive(truth: Truth, events: readonly LiveEvent[]): LiveScore {
  const reps = liveReps(events);
  const { pairs, missed, phantom } = matchReps(truth.reps, reps);
  const { errors } = scoreReps(0, truth, reps, []);
  const firstSaid_s = new Map<number, number>();
  for (const event of events)
    if (event.kind === 'rep' && !firstSaid_s.has(event.rep.index))
      firstSaid_s.set(event.rep.index, event.said_s);

  const lastUp_s = Math.max(0, ...truth.reps.map((rep) => rep.lockout.end_s ?? rep.concentric.end_s));
  const ends_s = [...truth.reps, ...truth.failed].map((rep) => rep.concentric.end_s);
  const holdDelays_s: number[] = [];
  const announced = new Set<number>();
  let holdStarts = 0;
  let falseHoldStarts = 0;
  for (const event of events) {
    if (event.kind !== 'hold-start') continue;
    holdStarts++;
    const near = ends_s.find((end_s) => Math.abs(end_s - event.t_s) <= HOLD_NEAR_S && !announced.has(end_s));
    if (near === undefined) falseHoldStarts++;
    else {
      announced.add(near);
      holdDelays_s.push(event.said_s - near);
    }
  }
  return {
    missed: missed.length,
    phantom: phantom.length,
    repDelays_s: pairs.flatMap(({ truth: t, found }) => {
      const said_s = firstSaid_s.get(found.index);
      return said_s === undefined ? [] : [said_s - t.concentric.end_s];
    }),
    holdDelays_s,
    holdStarts,
    falseHoldStarts,
    earlyEnds: events.filter((event) => event.kind === 'set-rest' && event.t_s < lastUp_s).length,
    silentlyWrong: errors.filter(isSilentlyWrong).length,
    beyondStated: errors.filter(isBeyondStated).length,
    mcvErrors_mps: pairs.flatMap(({ truth: t, found }) =>
      found.mcv_mps === null ? [] : [found.mcv_mps - t.mcv_mps],
    ),
  };
}
