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

export function createGyroDoor(watch: PlausibilityWatch): GyroDoor {
  const now: { reading: AxisReading | null; useful: boolean } = { reading: null, useful: true };
  return {
    get waits() {
      if (!watch.gyroJudged && now.reading === null && now.useful) return false;
      return readingOf(watch.oddities) !== now.reading || isGyroUseless(watch.oddities) === now.useful;
    },
    open() {
      now.reading = readingOf(watch.oddities);
      now.useful = !isGyroUseless(watch.oddities);
    },
    pass(frame) {
      if (!now.useful) frame.gx = frame.gy = frame.gz = 0;
      else if (now.reading !== null) readFrame(frame, now.reading);
    },
    get useful() {
      return now.useful;
    },
  };
}
