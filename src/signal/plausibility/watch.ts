import type { Frame } from '../frame.ts';
import { judgeLength } from './accel-verdict.ts';
import { createRestLength } from './length-at-rest.ts';
import { isHopeless, type Oddity } from './oddity.ts';
import { createTimeSteps } from './time-steps.ts';

/** Whether a signal can be what it says it is, sample by sample: the same at the bar, from a file and from the store. */
export interface PlausibilityWatch {
  /** The time of a reading as it was given, before the sample clock, s. */
  time(t_s: number): void;
  /** A conditioned frame. */
  update(frame: Frame): void;
  /** The signal has ended: what there is must do. */
  end(): void;
  readonly oddities: readonly Oddity[];
  /** Nothing can be told from this signal. */
  readonly hopeless: boolean;
}

export function createPlausibilityWatch(calibrated: boolean): PlausibilityWatch {
  const times = createTimeSteps();
  const lengths = createRestLength();
  const s: { windows: number; length: Oddity | null } = { windows: 0, length: null };

  function look(ended: boolean): void {
    s.windows = lengths.windows;
    const told = lengths.told(ended);
    s.length = told === null ? null : judgeLength(told);
    // calibration knows better what the sensor's own scale is
    if (calibrated && s.length?.kind === 'accel-scale') s.length = null;
  }

  const oddities = (): Oddity[] => [times.oddity, s.length].filter((oddity) => oddity !== null);
  return {
    time: times.update,
    update(frame) {
      lengths.update(frame);
      if (lengths.windows !== s.windows) look(false);
    },
    end: () => look(true),
    get oddities() {
      return oddities();
    },
    get hopeless() {
      return (s.length !== null && isHopeless(s.length)) || times.oddity !== null;
    },
  };
}
