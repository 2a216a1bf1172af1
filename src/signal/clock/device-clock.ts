import type { Frame, Stage } from '../frame.ts';
import { createFrameQueue, type FrameQueue } from '../frame-queue.ts';
import type { SampleClock } from './sample-clock.ts';

/** A clock that steps back for good was restarted: go on from where it was, one such step later, s. */
const RESTART_STEP_S = 0.01;
/** A time this far ahead of the last one waits for those that follow, s (chosen here): shorter breaks are lost notifications. */
const AHEAD_S = 0.5;
/** Time that odd stamps are waited on, by those stamps, s (chosen here): a notification carries 0.2 s and less. */
const WAIT_S = 0.4;
/** Frames that wait at most (chosen here), where the odd stamps are all the same: a notification carries 20 and fewer. */
const WAIT_FRAMES = 64;
/** A step up to so many usual ones goes on as before (chosen here): two would be the jitter of one late sample. */
const USUAL_FACTOR = 2.5;
/** Steps over which the usual step is averaged: half a second at 100 Hz. */
const USUAL_STEPS = 50;

/**
 * The sensor's own clock, the first sample at 0; it only ever goes forward. What is stamped far ahead or behind waits a
 * moment: where the clock comes back, one notification was stamped wrongly. Its frames get the times between, or are
 * lost where there is no room for them. Otherwise the link was silent, or the clock set anew, and it goes on from there.
 */
class DeviceClock implements SampleClock {
  private readonly state = { offset_s: 0.5, newest_s: 0.5, usual_s: 0.5, steps: 0, lost: 0 };
  private readonly waiting: FrameQueue = createFrameQueue();
  private readonly next: Stage;

  constructor(next: Stage) {
    this.next = next;
    this.state.offset_s = this.state.newest_s = this.state.usual_s = 0;
  }

  push(frame: Frame): void {
    const { state, waiting } = this;
    const step_s = frame.t_s - state.offset_s - state.newest_s;
    if (waiting.length > 0) this.wait(frame, step_s);
    else if (step_s >= 0 && step_s < AHEAD_S) this.pass(frame, step_s);
    else waiting.add(frame);
  }

  flush(): void {
    const { state, waiting } = this;
    for (let k = 0; k < waiting.length; k++) {
      const frame = waiting.at(k);
      const step_s = frame.t_s - state.offset_s - state.newest_s;
      if (step_s < 0) state.offset_s += step_s - RESTART_STEP_S;
      state.newest_s = frame.t_s - state.offset_s;
      frame.t_s = state.newest_s;
      this.next.push(frame);
    }
    waiting.clear();
  }

  get newest_s(): number {
    return this.state.newest_s;
  }

  get lost(): number {
    return this.state.lost;
  }

  private pass(frame: Frame, step_s: number): void {
    const { state } = this;
    state.steps += 1;
    if (state.steps > 1) state.usual_s += (step_s - state.usual_s) / Math.min(state.steps - 1, USUAL_STEPS);
    state.newest_s += step_s;
    frame.t_s = state.newest_s;
    this.next.push(frame);
  }

  private wait(frame: Frame, step_s: number): void {
    const { state, waiting } = this;
    const first_s = waiting.at(0).t_s;
    const last_s = waiting.at(waiting.length - 1).t_s;
    const onward_s = frame.t_s - last_s;
    const goesOn = onward_s >= 0 && onward_s <= USUAL_FACTOR * state.usual_s;
    if (!goesOn && step_s >= 0 && step_s < AHEAD_S) {
      this.cameBack(step_s);
      this.pass(frame, frame.t_s - state.offset_s - state.newest_s);
      return;
    }
    waiting.add(frame);
    if (Math.abs(frame.t_s - first_s) > WAIT_S || waiting.length > WAIT_FRAMES) this.flush();
  }

  /** The clock is back, `step_s` after the last time that was believed: what waited lies evenly between, if it has room. */
  private cameBack(step_s: number): void {
    const { state, waiting } = this;
    const each_s = step_s / (waiting.length + 1);
    if (USUAL_FACTOR * each_s < state.usual_s) state.lost += waiting.length;
    else
      for (let k = 0; k < waiting.length; k++) {
        const frame = waiting.at(k);
        frame.t_s = state.offset_s + state.newest_s + each_s;
        this.pass(frame, each_s);
      }
    waiting.clear();
  }
}

export function createDeviceClock(next: Stage): SampleClock {
  return new DeviceClock(next);
}
