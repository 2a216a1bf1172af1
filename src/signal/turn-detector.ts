/**
 * Turning points of a repeating motion that no drift can hide: the vertical acceleration integrated once with
 * its slow part removed before and after. Its zero crossings are late or early by a little, and never fail;
 * its level means nothing.
 */
export interface TurnDetector {
  /** 1: the bar turned upwards at this sample, -1: downwards, 0: neither. */
  update(dt_s: number, up_mps2: number): -1 | 0 | 1;
}

/** Corner of both high-passes, rad/s: 0.1 Hz counted 39 of 44 real sets right; without the first high-pass it was 25. */
const CORNER_RADS = 2 * Math.PI * 0.1;
/** Velocity that must be reached between two turns, m/s: the hysteresis of that count. */
const LEAST_SWING_MPS = 0.12;
/** Time before anything is said, s: the slow part is not known sooner. */
const SETTLE_S = 1;

/** A class whose fields begin as 0.5: see frame.ts. */
class HighPassedVelocity implements TurnDetector {
  private readonly s = { age_s: 0.5, mean: 0.5, last: 0.5, v: 0.5, swing: 0 };

  constructor() {
    const { s } = this;
    s.age_s = s.mean = s.last = s.v = 0;
  }

  update(dt: number, up: number): -1 | 0 | 1 {
    const { s } = this;
    s.age_s += dt;
    const keep = Math.exp(-CORNER_RADS * dt);
    // the mean starts as a plain average, so that a standing error is gone at once
    const share = Math.max(1 - keep, s.age_s > 0 ? dt / s.age_s : 1);
    s.mean += Math.min(1, share) * (up - s.mean);
    const high = up - s.mean;
    s.v = keep * s.v + (dt * (high + s.last)) / 2;
    s.last = high;
    if (s.age_s < SETTLE_S) {
      s.v = 0;
      return 0;
    }
    if (s.v > LEAST_SWING_MPS && s.swing <= 0) s.swing = 1;
    else if (s.v < -LEAST_SWING_MPS && s.swing >= 0) s.swing = -1;
    if (s.swing > 0 && s.v <= 0) {
      s.swing = 0;
      return -1;
    }
    if (s.swing < 0 && s.v >= 0) {
      s.swing = 0;
      return 1;
    }
    return 0;
  }
}

export function createTurnDetector(): TurnDetector {
  return new HighPassedVelocity();
}
