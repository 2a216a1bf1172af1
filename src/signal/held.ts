import { copyFrame, createFrame, type Frame, FrameFlag, type Stage, sameReading } from './frame.ts';

/** A repeated reading is let through when nothing else came for this long, s: then the bar simply does not move. */
const SILENT_AT_MOST_S = 0.05;
/** A run of equal readings longer than this is a still bar and not a sensor that repeats itself, s. */
const STILL_RUN_S = 0.1;

export interface HeldFilter extends Stage {
  /** Repeated readings, those of a still bar not counted. */
  readonly held: number;
}

/**
 * Drops readings that repeat the one before to the last bit: the WT901BLECL sends 100 frames a second that hold 50
 * readings, measured in 19 recordings. The first of a run has the true time, so the later ones go.
 */
class RepeatFilter implements HeldFilter {
  private readonly last = createFrame();
  private readonly state = { started: false, lastOut_s: 0.5, runStart_s: 0.5, run: 0, held: 0 };
  private readonly next: Stage;

  constructor(next: Stage) {
    this.next = next;
  }

  push(frame: Frame): void {
    const { state, last } = this;
    if (state.started && sameReading(frame, last)) {
      state.run += 1;
      last.t_s = frame.t_s;
      if (frame.t_s - state.lastOut_s < SILENT_AT_MOST_S) return;
      frame.flags |= FrameFlag.held;
    } else {
      if (state.run > 0 && last.t_s - state.runStart_s <= STILL_RUN_S) state.held += state.run;
      state.started = true;
      state.run = 0;
      state.runStart_s = frame.t_s;
      copyFrame(frame, last);
    }
    state.lastOut_s = frame.t_s;
    this.next.push(frame);
  }

  get held(): number {
    return this.state.held;
  }
}

export function createHeldFilter(next: Stage): HeldFilter {
  return new RepeatFilter(next);
}
