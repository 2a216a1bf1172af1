import type { Opening } from '../../../lifts/profile.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import { isPushed, landedGate, SETTLED_S, SETTLED_WITHIN_S } from './landing.ts';
import { TURN_EARLY_S } from './live-thresholds.ts';
import { isUnpushed, unpushedFor } from './unpushed.ts';

/**
 * What a lift says about the bar's motion at its turning points, told to the vertical filter: the bar stands
 * there, and the bottoms (in eccentric-first lifts the tops) of one set are alike. Whatever is called `correct...`
 * changes height and velocity in the filter; whatever is called `note...` only remembers.
 */
export interface TurningPoints {
  /** The bar has come down, at `t_s`. */
  correctLanded(t_s: number, counted: boolean): void;
  /** It is at the bottom; true when it was found to stand still, so that heights count from here. */
  correctLying(t_s: number): boolean;
  /** It is at the top. */
  correctHeld(t_s: number, counted: boolean): void;
  /**
   * No faster than `sigmas` of drift, and not pushed for so long that it stands, though its velocity says that
   * it rises: that velocity is taken off. Since when it has stood, s; NaN when it rises indeed.
   */
  correctStanding(t_s: number, sigmas: number): number;
  /** It is on its way up, at `t_s`. */
  noteRising(t_s: number): void;
  /** It has stopped at the top. */
  noteStop(t_s: number): void;
  /** The bottom the first rise starts from, m. */
  noteStart(height_m: number): void;
  forgetPlace(): void;
}

/** At a turning point the bar stands, m/s, 1 sigma: an early or late moment leaves this much. */
const TURN_SIGMA_MPS = 0.05;
/** A bar that stays at a turning point stands, m/s, 1 sigma (chosen here: softer, for it is said again and again). */
const STAY_SIGMA_MPS = 0.08;
/** How often that is said, s (chosen here). */
const STAY_EVERY_S = 0.1;
/** Only of a bar no faster than this, m/s (chosen here: the velocity at which a concentric ends). */
const STAY_GATE_MPS = 0.05;
/**
 * What seems slow is slow only to a filter that doubts its velocity by less than this, m/s: after a gap all that is known of
 * it is a guess of zero (chosen here, between that guess and the doubt of an uncalibrated sensor in the middle of a set).
 */
const KNOWS_SIGMA_MPS = 0.5;
/** A bar at the bottom that nothing pushes stands more surely, m/s, 1 sigma (chosen here). */
const LYING_SIGMA_MPS = 0.04;
/** Nothing pushes it when it has been calm this long, s (chosen here). */
const CALM_S = 0.2;
/** Drift of a calm bar at the bottom may be this fast, m/s (chosen here). */
const LYING_GATE_MPS = 0.15;
/** A moment after a stop a bar this slow, m/s, is held (chosen here). */
const SETTLED_GATE_MPS = 0.12;

/** A lifter comes back to the same place to within this, m, 1 sigma: the habit of the lifters in recorded sets. */
const SAME_PLACE_SIGMA_M = 0.04;
/** A place further off than this many sigmas is believed less. */
const SAME_PLACE_SIGMAS = 3;

/** After this long without a push, s, any velocity of a bar that had stopped is drift (chosen here). */
const UNPUSHED_S = 0.15;
/** On its way up the bar must have been without a push for longer, s (chosen here). */
const STOOD_UP_S = 0.2;
/** Such a bar stands, m/s, 1 sigma (chosen here). */
const STANDS_SIGMA_MPS = 0.04;
/** What it feels is the sensor's error, m/s2, 1 sigma (chosen here: a hand's tremor remains). */
const STANDS_ERROR_SIGMA_MPS2 = 0.1;
/** The smoothed push shows a stop's end this late, s: two of its time constants. */
const SMOOTHING_LAG_S = 0.12;

export function createTurningPoints(motion: BarMotion, opening: Opening): TurningPoints {
  const { filter } = motion;
  const s = { place_m: Number.NaN, since_s: 0, settled: true, stayed_s: 0, pushed_s: 0 };

  const knowsVelocity = () => filter.velocitySigma_mps < KNOWS_SIGMA_MPS;

  function correctPlace(): void {
    if (!Number.isNaN(s.place_m)) {
      const off_m = Math.abs(filter.height_m - s.place_m);
      filter.learnFrom(off_m / Math.hypot(filter.heightSigma_m, SAME_PLACE_SIGMA_M));
      // far off the place something else happened too: the less it agrees, the less it is believed
      filter.correctHeightTo(s.place_m, Math.max(SAME_PLACE_SIGMA_M, off_m / SAME_PLACE_SIGMAS));
    }
    s.place_m = filter.height_m;
    filter.trustHeight();
  }

  function correctStay(t: number, sigma_mps: number): void {
    if (t - s.stayed_s < STAY_EVERY_S) return;
    s.stayed_s = t;
    filter.correctVelocityToZero(sigma_mps);
  }

  return {
    correctLanded(t, counted) {
      s.since_s = t;
      s.settled = false;
      // told by the filter's own velocity: what the bar is pushed by then is velocity the moment may hide
      filter.correctVelocityToZero(Math.hypot(TURN_SIGMA_MPS, TURN_EARLY_S * motion.push.accel_mps2));
      if (opening === 'concentric-first' && counted) correctPlace();
    },
    correctLying(t) {
      const speed = Math.abs(filter.velocity_mps);
      const calm = motion.push.calm_s >= CALM_S;
      if (speed < (calm ? LYING_GATE_MPS : STAY_GATE_MPS) && (calm || knowsVelocity()))
        correctStay(t, calm ? LYING_SIGMA_MPS : STAY_SIGMA_MPS);
      // once, a moment after the landing, whose knock may have been half seen
      if (s.settled || t - s.since_s < SETTLED_S) return false;
      if (isPushed(motion)) {
        s.settled = t - s.since_s > SETTLED_WITHIN_S;
        return false;
      }
      s.settled = true;
      if (speed > landedGate(motion)) return false;
      filter.correctVelocityToZero(TURN_SIGMA_MPS);
      return true;
    },
    correctHeld(t, counted) {
      const speed = Math.abs(filter.velocity_mps);
      if (unpushedFor(motion) >= UNPUSHED_S) {
        if (t - s.stayed_s >= STAY_EVERY_S)
          filter.correctErrorTo(motion.push.smooth_mps2, STANDS_ERROR_SIGMA_MPS2);
        correctStay(t, STANDS_SIGMA_MPS);
      } else if (speed < STAY_GATE_MPS && knowsVelocity()) correctStay(t, STAY_SIGMA_MPS);
      if (s.settled || t - s.since_s < SETTLED_S) return;
      s.settled = true;
      if (speed >= SETTLED_GATE_MPS || isPushed(motion)) return;
      filter.correctVelocityToZero(TURN_SIGMA_MPS);
      if (opening === 'eccentric-first' && counted) correctPlace();
    },
    correctStanding(t, sigmas) {
      if (filter.velocity_mps > sigmas * filter.velocitySigma_mps) return Number.NaN;
      const long_s = Math.max(unpushedFor(motion), t - s.pushed_s);
      if (long_s < STOOD_UP_S) return Number.NaN;
      filter.correctVelocityToZero(STANDS_SIGMA_MPS);
      return t - long_s - SMOOTHING_LAG_S;
    },
    noteRising(t) {
      if (!isUnpushed(motion)) s.pushed_s = t;
    },
    noteStop(t) {
      s.since_s = t;
      s.settled = false;
    },
    noteStart(height_m) {
      if (opening === 'concentric-first' && Number.isNaN(s.place_m)) s.place_m = height_m;
    },
    forgetPlace() {
      s.place_m = Number.NaN;
    },
  };
}
