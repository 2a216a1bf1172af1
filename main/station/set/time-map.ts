import type { StationClock } from '../clock.ts';

/** Window of the lower envelope, ms: long against bursts (<= 0.5 s), short against clock drift (20 ppm: 0.2 ms). */
const WINDOW_MS = 10_000;

/**
 * Sample clock to this computer's clock. A sample is seen here some delay after it was taken; the
 * least delay of the last seconds is the one to trust, because radio and bursts only ever add.
 * "Moments" are those at which a sample of that time arrives at best; the motion itself was earlier by
 * the sensor's own delivery delay, which the Pair screen shows.
 */
export interface TimeMap {
  /** The newest sample known after a batch, at the moment the batch came. */
  observe(sample_s: number): void;
  /** Whole milliseconds; null before the first observation. */
  toEpoch(sample_s: number): number | null;
}

/** `speed`: seconds of sample clock per second of wall clock (replays can run faster). */
export function createTimeMap(clock: StationClock, speed: number): TimeMap {
  // two half-overlapping minima: cheap, and never older than a window and a half
  let current = Number.POSITIVE_INFINITY;
  let previous = Number.POSITIVE_INFINITY;
  let since_ms = Number.NEGATIVE_INFINITY;
  const offset = (): number => Math.min(current, previous);
  return {
    observe(sample_s) {
      const now_ms = clock.now_epoch_ms();
      if (now_ms - since_ms > WINDOW_MS) {
        previous = current;
        current = Number.POSITIVE_INFINITY;
        since_ms = now_ms;
      }
      current = Math.min(current, now_ms - (sample_s * 1000) / speed);
    },
    toEpoch(sample_s) {
      const at = offset();
      return Number.isFinite(at) ? Math.round(at + (sample_s * 1000) / speed) : null;
    },
  };
}
