import type { Frame, Stage } from '../frame.ts';
import type { SampleClock } from './sample-clock.ts';

/** A clock that steps back was restarted: go on from where it was, one such step later, s. */
const RESTART_STEP_S = 0.01;

/** The sensor's own clock, the first sample at 0; it only ever goes forward. */
class DeviceClock implements SampleClock {
  readonly lost = 0;
  private readonly state = { offset_s: 0, newest_s: 0 };
  private readonly next: Stage;

  constructor(next: Stage) {
    this.next = next;
  }

  push(frame: Frame): void {
    const { state } = this;
    if (frame.t_s - state.offset_s < state.newest_s) {
      state.offset_s = frame.t_s - state.newest_s - RESTART_STEP_S;
    }
    state.newest_s = frame.t_s - state.offset_s;
    frame.t_s = state.newest_s;
    this.next.push(frame);
  }

  flush(): void {}

  get newest_s(): number {
    return this.state.newest_s;
  }
}

export function createDeviceClock(next: Stage): SampleClock {
  return new DeviceClock(next);
}
