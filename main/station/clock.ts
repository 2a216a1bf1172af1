/** The station's only notion of time; tests bring a virtual one. */
export interface StationClock {
  /** Wall clock of this computer, ms since epoch. */
  now_epoch_ms(): number;
  /** Runs once after `delay_ms`; the returned function stops it. */
  after(delay_ms: number, run: () => void): () => void;
}

export const systemClock: StationClock = {
  now_epoch_ms: () => Date.now(),
  after(delay_ms, run) {
    const timer = setTimeout(run, delay_ms);
    return () => clearTimeout(timer);
  },
};
