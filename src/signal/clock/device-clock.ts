import type { Frame, FrameSink } from '../frame.ts';
import type { SampleClock } from './sample-clock.ts';

/** A clock that steps back was restarted: go on from where it was, one such step later, s. */
const RESTART_STEP_S = 0.01;

/** The sensor's own clock, moved so that the first sample is at 0. */
export function createDeviceClock(emit: FrameSink): SampleClock {
  const state = { started: false, offset_s: 0, newest_s: 0 };
  return {
    push(frame: Frame) {
      if (!state.started) {
        state.started = true;
        state.offset_s = frame.t_s;
      } else if (frame.t_s - state.offset_s < state.newest_s) {
        state.offset_s = frame.t_s - state.newest_s - RESTART_STEP_S;
      }
      state.newest_s = frame.t_s - state.offset_s;
      frame.t_s = state.newest_s;
      emit(frame);
    },
    flush() {},
    get newest_s() {
      return state.newest_s;
    },
    lost: 0,
  };
}
