/** The station's only notion of time; tests bring a virtual one. */
export interface StationClock {
  /** Wall clock, ms since epoch: for dates only, because it is set forward and back while the station runs. */
  now_epoch_ms(): number;
  /**
   * Steady clock, for everything that lasts or lies ahead: ms since epoch as the wall clock had it when the
   * program started, and from there on by a counter that nobody sets.
   */
  now_steady_ms(): number;
  /** Runs once after `delay_ms`; the returned function stops it. */
  after(delay_ms: number, run: () => void): () => void;
}

/**
 * When nothing was heard for this long the computer slept, or was held up as if, ms. Chosen here: more than any stall seen
 * under full load (2 s), less than any break a lifter makes.
 */
export const SLEPT_MS = 5_000;

/** The date of a moment of the steady clock, ms since epoch, as the wall clock is set now. */
export const dateOf = (clock: StationClock, steady_ms: number): number =>
  Math.round(steady_ms + clock.now_epoch_ms() - clock.now_steady_ms());

export const systemClock: StationClock = {
  now_epoch_ms: () => Date.now(),
  now_steady_ms: () => Math.floor(performance.timeOrigin + performance.now()),
  after(delay_ms, run) {
    const timer = setTimeout(run, delay_ms);
    return () => clearTimeout(timer);
  },
};
