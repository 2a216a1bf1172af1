import type { Frame } from '../frame.ts';
import type { AxisReading } from './axis-readings.ts';
import { isGyroUseless, readingOf } from './oddity.ts';
import { readFrame } from './read-gyro.ts';
import type { PlausibilityWatch } from './watch.ts';

/** Lets the rates of a live sensor in as the watch says they are to be read, from the moment its owner agrees. */
export interface GyroDoor {
  /** The watch reads the gyroscope otherwise than frames are let in now. */
  readonly waits: boolean;
  /** From now on frames are let in as the watch says. */
  open(): void;
  /** Changes the frame's rates in place. */
  pass(frame: Frame): void;
  /** The rates are let in at all. */
  readonly useful: boolean;
}

class Door implements GyroDoor {
  useful = true;
  private reading: AxisReading | null = null;
  private readonly watch: PlausibilityWatch;

  constructor(watch: PlausibilityWatch) {
    this.watch = watch;
  }

  get waits(): boolean {
    const { watch } = this;
    if (!watch.gyroJudged && this.reading === null && this.useful) return false;
    return readingOf(watch.oddities) !== this.reading || isGyroUseless(watch.oddities) === this.useful;
  }

  open(): void {
    this.reading = readingOf(this.watch.oddities);
    this.useful = !isGyroUseless(this.watch.oddities);
  }

  pass(frame: Frame): void {
    if (!this.useful) frame.gx = frame.gy = frame.gz = 0;
    else if (this.reading !== null) readFrame(frame, this.reading);
  }
}

export function createGyroDoor(watch: PlausibilityWatch): GyroDoor {
  return new Door(watch);
}
