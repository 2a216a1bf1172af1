import { END_MPS } from '../../definition/thresholds.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import type { MotionHistory } from '../motion/motion-history.ts';
import { crossingTime } from './crossing-time.ts';
import { BRAKED_SHARE, LOCKOUT_SHARE } from './live-thresholds.ts';
import type { RepAttempt } from './rep-attempt.ts';
import type { TurningPoints } from './turning-points.ts';

/** Where and when a rise stops: the concentric end, by a velocity that may have drifted. */
export interface TopFinder {
  /** A rise begins, or goes on after a supposed stop. */
  reset(): void;
  /**
   * Looks at one more sample; true when the bar has stopped, for as much as can be told. Sets `attempt.lockedOut`, and
   * takes off the filter's velocity where it was drift.
   */
  lookForTop(attempt: RepAttempt, height_m: number, velocity_mps: number, expected_m: number | null): boolean;
  readonly stop_s: number;
  readonly stop_m: number;
}

/** Below the expected range a stop is called the end after this long, s (chosen here: most sticking points are shorter). */
const DOUBTFUL_STOP_S = 0.25;
/** With no range to expect a stop is called the end after this long, s (chosen here). */
const UNKNOWN_STOP_S = 0.12;

/**
 * Short of lockout the bar must be going down this fast once it has waited, m/s: a failing lift creeps on upwards at
 * 0.02 to 0.05 m/s, a half rep turns round (chosen here).
 */
const CREEP_MPS = -0.03;
/** Drift may hide that, so with every second that the bar stands this much less is asked for, m/s per s (chosen here). */
const CREEP_EASED_MPS2 = 0.06;
/** What has crept up this far since was no stop, m: the 1 cm of the definition, less what a height may lag behind. */
const CREPT_M = 0.009;

/** High enough for a top, a bar that nothing pushes stands when its velocity is within this many sigmas of drift (chosen here). */
const STANDS_SIGMAS = 3;
/** With no range to expect, a bar that has been braked stands within this many (chosen here: fewer, for height says nothing). */
const BRAKED_SIGMAS = 2;
/** A braked bar that feels the same for this long, s, stood: the velocity it had was drift (chosen here). */
const EVEN_S = 0.07;
/** That counts at the stop when it was no longer ago than this, s (chosen here). */
const EVEN_AGO_S = 0.3;

export function createTopFinder(
  motion: BarMotion,
  history: MotionHistory,
  turning: TurningPoints,
): TopFinder {
  const s = {
    stop_s: Number.NaN,
    stop_m: 0,
    last_s: 0,
    last_mps: 0,
    /** Last moment before the bar was braked down. */
    unbraked_s: 0,
    /** When it last stood, as far as an even push tells, and the velocity it seemed to have. */
    even_s: 0,
    even_mps: 0,
  };

  /** Since when the bar has been no faster than at the end of a concentric, the drift taken off. */
  const stoodSince = (attempt: RepAttempt, drift_mps: number) =>
    history.lastAbove(drift_mps + END_MPS, attempt.peak_s);

  /** Takes off what is drift where the bar stands although its velocity says that it rises: since when; NaN where it rises. */
  function correctStanding(
    attempt: RepAttempt,
    v: number,
    risen_m: number,
    expected_m: number | null,
  ): number {
    const { t_s } = motion;
    let since_s = Number.NaN;
    if (expected_m !== null) {
      if (risen_m >= expected_m) since_s = turning.correctStanding(t_s, STANDS_SIGMAS);
    } else if (v <= BRAKED_SHARE * attempt.peak_mps) since_s = turning.correctStanding(t_s, BRAKED_SIGMAS);
    return Number.isNaN(since_s) ? since_s : Math.min(since_s, stoodSince(attempt, v));
  }

  function watchEvenness(attempt: RepAttempt, v: number): void {
    const { t_s } = motion;
    if (v > BRAKED_SHARE * attempt.peak_mps) s.unbraked_s = t_s;
    if (Math.min(t_s - s.unbraked_s, motion.push.even_s) < EVEN_S) return;
    s.even_s = t_s;
    s.even_mps = v;
  }

  /** The moment the velocity fell below that of an end; where a bar has stood before that, since when it has. */
  function stopTime(attempt: RepAttempt, v: number): number {
    const { t_s } = motion;
    const stood = s.even_s > attempt.peak_s && t_s - s.even_s < EVEN_AGO_S;
    if (attempt.lockedOut && stood) return stoodSince(attempt, s.even_mps);
    return crossingTime(END_MPS, s.last_s, s.last_mps, t_s, v);
  }

  function decide(attempt: RepAttempt, h: number, v: number, expected_m: number | null): boolean {
    const { t_s } = motion;
    const risen_m = attempt.top_m - attempt.start_m;
    if (v >= END_MPS) {
      s.stop_s = correctStanding(attempt, v, risen_m, expected_m);
      if (Number.isNaN(s.stop_s)) return false;
      s.stop_m = motion.filter.height_m;
    }
    attempt.lockedOut = expected_m === null || risen_m >= LOCKOUT_SHARE * expected_m;
    if (Number.isNaN(s.stop_s)) {
      s.stop_s = stopTime(attempt, v);
      s.stop_m = h;
    }
    const stood_s = t_s - s.stop_s;
    if (attempt.lockedOut) return expected_m !== null || stood_s >= UNKNOWN_STOP_S;
    if (h - s.stop_m >= CREPT_M) {
      s.stop_s = t_s;
      s.stop_m = h;
      return false;
    }
    const waited_s = stood_s - DOUBTFUL_STOP_S;
    return waited_s >= 0 && v <= CREEP_MPS + CREEP_EASED_MPS2 * waited_s;
  }

  return {
    reset() {
      s.stop_s = s.last_mps = Number.NaN;
      s.unbraked_s = motion.t_s;
    },
    lookForTop(attempt, h, v, expected_m) {
      watchEvenness(attempt, v);
      const decided = decide(attempt, h, v, expected_m);
      s.last_s = motion.t_s;
      s.last_mps = v;
      return decided;
    },
    get stop_s() {
      return s.stop_s;
    },
    get stop_m() {
      return s.stop_m;
    },
  };
}
