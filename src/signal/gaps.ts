import { type Frame, FrameFlag } from './frame.ts';

/** A step longer than this many usual ones is a gap: two would still be the jitter of one late sample. */
const GAP_STEPS = 2.5;
/** A step up to this long is never a gap, s: a line across it costs about 1 mm/s (a''h^3/12 with 160 m/s4 of a brisk rep). */
const GAP_S = 0.04;
/** Longest gap that a line may cross, s: by the same rule it costs 13 mm/s in a concentric. */
export const LINE_GAP_S = 0.1;
/** Across a longer gap nothing goes on, s: how the sensor turned and the bar moved begins anew (chosen here: a brisk rise takes as long). */
export const LOST_GAP_S = 0.5;
/** A step longer than this is no silence in a set but a clock that was set anew, s (chosen here): nobody waits so long for a lost link. */
const CLOCK_SET_S = 60;
/** Steps over which the usual step is averaged: half a second at 100 Hz. */
const USUAL_STEPS = 50;

export interface GapMarker {
  mark(frame: Frame): void;
  readonly gaps: number;
  readonly longest_s: number;
  /** Sum of the gaps too long to draw a line through, s. */
  readonly missing_s: number;
  /** Sum of the steps in which the clock was set, s: no time that anything is missing from. */
  readonly jumped_s: number;
}

/** Marks frames before which samples are missing, judged by the usual step of the same stream. */
class StepWatch implements GapMarker {
  private readonly state = {
    frames: 0,
    last_s: 0.5,
    usual_s: 0.5,
    gaps: 0,
    longest_s: 0.5,
    missing_s: 0.5,
    jumped_s: 0.5,
  };

  constructor() {
    this.state.longest_s = this.state.missing_s = this.state.jumped_s = 0;
  }

  mark(frame: Frame): void {
    const { state } = this;
    const step_s = frame.t_s - state.last_s;
    state.last_s = frame.t_s;
    state.frames += 1;
    if (state.frames < 2) return;
    if (state.frames === 2) state.usual_s = step_s;
    if (step_s > GAP_S && step_s > GAP_STEPS * state.usual_s) {
      frame.flags |= FrameFlag.gap;
      state.gaps += 1;
      if (step_s > CLOCK_SET_S) state.jumped_s += step_s;
      else if (step_s > LINE_GAP_S) state.missing_s += step_s;
      state.longest_s = Math.max(state.longest_s, step_s);
      return;
    }
    state.usual_s += (step_s - state.usual_s) / Math.min(state.frames, USUAL_STEPS);
  }

  get gaps(): number {
    return this.state.gaps;
  }

  get longest_s(): number {
    return this.state.longest_s;
  }

  get missing_s(): number {
    return this.state.missing_s;
  }

  get jumped_s(): number {
    return this.state.jumped_s;
  }
}

export function createGapMarker(): GapMarker {
  return new StepWatch();
}
