/** A rise being watched, by the causal path's own height and velocity. Times s, heights m. */
export interface RepAttempt {
  start_s: number;
  start_m: number;
  /** How far the bar had come down into this rise, m; 0 when it had not. */
  descended_m: number;
  peak_s: number;
  peak_mps: number;
  /** What drift may have added to that, 1 sigma, m/s. */
  peak_sigma_mps: number;
  end_s: number;
  end_m: number;
  top_m: number;
  /** It stopped where reps of this set end: a stop further down may be a fight, not a hold. */
  lockedOut: boolean;
  /** NaN until the bar comes down. */
  descent_s: number;
  descent_peak_mps: number;
  bottom_s: number;
  bottom_m: number;
  /** The bar was struck at the end of its descent, s; NaN when it was not. */
  struck_s: number;
  /** The lowering that came before, for lifts that begin with it; NaN when there was none. */
  before_start_s: number;
  before_end_s: number;
  before_peak_mps: number;
}

export function createRepAttempt(): RepAttempt {
  return {
    start_s: Number.NaN,
    start_m: Number.NaN,
    descended_m: 0,
    peak_s: Number.NaN,
    peak_mps: 0,
    peak_sigma_mps: 0,
    end_s: Number.NaN,
    end_m: Number.NaN,
    top_m: Number.NaN,
    lockedOut: false,
    descent_s: Number.NaN,
    descent_peak_mps: 0,
    bottom_s: Number.NaN,
    bottom_m: Number.NaN,
    struck_s: Number.NaN,
    before_start_s: Number.NaN,
    before_end_s: Number.NaN,
    before_peak_mps: 0,
  };
}
