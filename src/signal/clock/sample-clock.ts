import type { Frame } from '../frame.ts';

/** Gives every frame its time on the sample clock and passes it on, in order. */
export interface SampleClock {
  /** `frame.t_s` is the sensor's own time, or the arrival time. */
  push(frame: Frame): void;
  /** Lets go of frames still waiting: nothing more will come. */
  flush(): void;
  /** Sample-clock time of the newest frame taken in, s, also while it still waits. */
  readonly newest_s: number;
  /** Frames known to be lost on the way. */
  readonly lost: number;
}
