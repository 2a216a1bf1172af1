/**
 * What two clocks differ by, from arrivals: each shows the difference plus some delay, and the least of the last
 * seconds is the one to trust, because radio, bursts and busy programs only ever add.
 */
export interface LeastDelay {
  observe(difference_ms: number, now_ms: number): void;
  /** ms; null before the first observation. */
  readonly least_ms: number | null;
  reset(): void;
}

/** Window of the lower envelope, ms: long against bursts (<= 0.5 s), short against clock drift (20 ppm: 0.2 ms). */
const WINDOW_MS = 10_000;

export function createLeastDelay(): LeastDelay {
  // two minima, one window after the other: cheap, and never older than two windows
  let current = Number.POSITIVE_INFINITY;
  let previous = Number.POSITIVE_INFINITY;
  let since_ms = Number.NEGATIVE_INFINITY;
  return {
    observe(difference_ms, now_ms) {
      if (now_ms - since_ms > WINDOW_MS) {
        previous = current;
        current = Number.POSITIVE_INFINITY;
        since_ms = now_ms;
      }
      current = Math.min(current, difference_ms);
    },
    get least_ms() {
      const least = Math.min(current, previous);
      return Number.isFinite(least) ? least : null;
    },
    reset() {
      current = Number.POSITIVE_INFINITY;
      previous = Number.POSITIVE_INFINITY;
    },
  };
}
