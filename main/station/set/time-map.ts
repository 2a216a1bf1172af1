import { createLeastDelay } from '../../../src/signal/clock/least-delay.ts';
import { SLEPT_MS, type StationClock } from '../clock.ts';

/**
 * Sample clock to this computer's steady clock. "Moments" are those at which a sample of that time arrives at
 * best; the motion itself was earlier by the sensor's own delivery delay, which the Pair screen shows.
 */
export interface TimeMap {
  /** The newest sample known after a batch, at the moment the batch came. */
  observe(sample_s: number): void;
  /** Whole milliseconds; null before the first observation. */
  toEpoch(sample_s: number): number | null;
}

/** `speed`: seconds of sample clock per second of steady clock (replays can run faster). */
export function createTimeMap(clock: StationClock, speed: number): TimeMap {
  const delay = createLeastDelay();
  let heard_ms = Number.NEGATIVE_INFINITY;
  return {
    observe(sample_s) {
      const now_ms = clock.now_steady_ms();
      // what made the samples may have slept as well, and what was known of its clock then puts all of it into the past
      if (now_ms - heard_ms > SLEPT_MS) delay.reset();
      heard_ms = now_ms;
      delay.observe(now_ms - (sample_s * 1000) / speed, now_ms);
    },
    toEpoch(sample_s) {
      const { least_ms } = delay;
      return least_ms === null ? null : Math.round(least_ms + (sample_s * 1000) / speed);
    },
  };
}
