import type { LiftCalibration } from '../../../src/contract/station.ts';
import type { Reference } from '../../../src/lifts/lift.ts';
import type { LiveEvent } from '../../../src/reps/live/events.ts';
import { calibrationReference } from '../../../src/reps/measure/reference.ts';
import type { Rep, SetContext } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { words } from '../../../src/words/index.ts';
import { WANTED_REPS } from '../desk/calibration-reps.ts';
import { problemWith, withDoubts } from './calibration-verdicts.ts';
import { type Feed, PRE_ROLL_S } from './feed.ts';

/** Rest after which the last rep's range is sure, s: a rest on both sides bounds its drift. Chosen here. */
const REST_AFTER_S = 2;

/** Three slow full reps with a hold -> proposal -> accepted or done again. */
export interface LiftCalibrator {
  readonly running: boolean;
  readonly state: LiftCalibration | null;
  start(): void;
  cancel(): void;
  handle(event: LiveEvent, feed: Feed, context: SetContext): void;
  /** With every batch: time passes while the last rep comes to rest. */
  observe(feed: Feed, context: SetContext): void;
  /** The range to keep; null when there is none to accept. Ends the calibration. */
  accept(): Reference | null;
}

export function createLiftCalibrator(): LiftCalibrator {
  let state: LiftCalibration | null = null;
  let reps = new Map<number, Rep>();
  let settled = new Set<number>();
  let start_s: number | null = null;
  let enough_s: number | null = null;

  const begin = (problem: string | null): void => {
    reps = new Map();
    settled = new Set();
    start_s = null;
    enough_s = null;
    state = { status: 'running', wanted: WANTED_REPS, reps: [], proposal: null, problem };
  };

  /** The reps once more, with hindsight, from their samples. */
  const propose = (feed: Feed, context: SetContext): void => {
    const recording = feed.join(feed.stretchFrom((start_s ?? feed.tracker.state.t_s) - PRE_ROLL_S));
    const analysis = analyzeSet(recording, { ...context, reference: null });
    // a rep that had only begun when there were enough is not one of them
    const whole = analysis.reps.filter((rep) => rep.lockout.hold_s !== null);
    const measured = whole.length >= WANTED_REPS ? whole : analysis.reps;
    enough_s = null;
    feed.keep = false;
    feed.forgetBefore(feed.tracker.state.t_s);
    feed.tracker.nextSet(context);
    if (measured.length < WANTED_REPS) {
      begin(words.says.calibrate.tooFew(measured.length, WANTED_REPS));
      return;
    }
    const proposal = calibrationReference(measured, analysis.steadiness);
    const judged = withDoubts(measured, () => true);
    state = {
      status: 'review',
      wanted: WANTED_REPS,
      reps: judged,
      proposal,
      problem: proposal === null ? words.says.calibrate.unmeasured : problemWith(judged),
    };
  };

  return {
    get running() {
      return state?.status === 'running';
    },
    get state() {
      return state;
    },
    start: () => begin(null),
    cancel() {
      state = null;
    },
    handle(event, feed, context) {
      if (state === null) return;
      let { problem } = state;
      if (event.kind === 'rep') {
        problem = null;
        start_s = Math.min(start_s ?? event.rep.start_s, event.rep.start_s);
        feed.keep = true;
        reps.set(event.rep.index, event.rep);
        if (event.settled) settled.add(event.rep.index);
      } else if (event.kind === 'rep-withdrawn') {
        reps.delete(event.index);
        settled.delete(event.index);
        if (reps.size === 0) start_s = null;
        problem = words.says.calibrate.withdrawn(reps.size + 1);
      } else if (event.kind === 'failed') {
        problem = words.says.calibrate.failed(reps.size + 1);
      }
      const inOrder = [...reps.values()].sort((a, b) => a.index - b.index);
      state = { ...state, reps: withDoubts(inOrder, (rep) => settled.has(rep.index)), problem };
      if (settled.size >= WANTED_REPS) enough_s ??= feed.tracker.state.t_s;
      if (event.kind === 'set-rest' && reps.size > 0) propose(feed, context);
    },
    observe(feed, context) {
      if (enough_s !== null && feed.tracker.state.t_s - enough_s >= REST_AFTER_S) propose(feed, context);
    },
    accept() {
      const proposal = state?.proposal ?? null;
      if (proposal !== null) state = null;
      return proposal;
    },
  };
}
