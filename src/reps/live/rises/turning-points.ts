import type { Opening } from '../../../lifts/profile.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import { TURN_EARLY_S } from './live-thresholds.ts';

/**
 * What a lift says about the bar's motion at its turning points, told to the vertical filter: the bar stands
 * there, and the bottoms (in eccentric-first lifts the tops) of one set are alike.
 */
export interface TurningPoints {
  /** The bar has come down, at `t`. */
  landed(t_s: number, counted: boolean): void;
  /** It is at the bottom; true when it was found to stand still, so that heights count from here. */
  lying(t_s: number): boolean;
  /** The bar is on its way up, at `t`. */
  rising(t_s: number): void;
  /** Not faster than so many sigmas of drift, and not pushed for so long that it stands: since when, s; else NaN. */
  stoodUp(t_s: number, sigmas: number): number;
  /** What is felt may all be the sensor's error: nothing need push the bar. */
  unpushed(): boolean;
  /** It has stopped at the top. */
  stopped(t_s: number): void;
  /** It is at the top. */
  held(t_s: number, counted: boolean): void;
  /** Was the bar struck on its way down since `from_s`, and has nothing pushed it since? Then it lies. */
  struckFloor(t_s: number, from_s: number): boolean;
  /** The bottom the first rise starts from. */
  /** A knock beyond the sensor's range still rings: the velocity of the moment means nothing. */
  ringing(t_s: number, from_s: number): boolean;
  startsAt(height_m: number): void;
  forgetPlace(): void;
}

/** The bar is believed to stand at a turning point: soft, m/s. */
const TURN_SIGMA_MPS = 0.05;
/** While it stays there: so soft, m/s, so often, s, when no faster than this, m/s. Ours. */
const STAY_SIGMA_MPS = 0.08;
const STAY_EVERY_S = 0.1;
const STAY_GATE_MPS = 0.05;
/** At the bottom it is surer, m/s, when nothing pushes; after this long without a push, s, drift may be this fast, m/s. */
const LYING_SIGMA_MPS = 0.04;
const CALM_S = 0.2;
const LYING_GATE_MPS = 0.15;
/** This long after a stop, s, a bar this slow, m/s, with this little push, m/s2, is held. Ours. */
const SETTLED_S = 0.1;
const SETTLED_GATE_MPS = 0.12;
const SETTLED_PUSH_MPS2 = 0.5;
/** The same after a landing, looked for this long, s; a hard landing may leave this much, m/s, or so many sigmas. Ours. */
const SETTLED_WITHIN_S = 0.4;
const LANDED_GATE_MPS = 0.4;
const LANDED_GATE_SIGMAS = 3;
/** With a velocity in doubt by this much only the calm after a knock counts, m/s. Ours. */
const DAZED_MPS = 0.25;
/** Same place as last time, to within a lifter's habit, m (signal-notes 1.7); further off it is believed less. */
const SAME_PLACE_SIGMA_M = 0.04;
const SAME_PLACE_SIGMAS = 3;

/**
 * A bar does not come to a stop or into motion without a push. While all that is felt, m/s2, may be the sensor's
 * error, to within its sigmas, any velocity after a stop is drift; after so long, s, the bar stands: so surely, m/s
 * and m/s2. Ours.
 */
const PUSH_MPS2 = 0.15;
const ERROR_SIGMAS = 2.5;
const UNPUSHED_S = 0.15;
const STANDS_SIGMA_MPS = 0.04;
const STANDS_ERROR_SIGMA_MPS2 = 0.1;
/** On its way up it must have been so for longer, s. Ours. */
const STOOD_UP_S = 0.2;
/** The smoothed push shows a stop's end so late, s: two of its time constants. */
const SMOOTHING_LAG_S = 0.12;

export function createTurningPoints(motion: BarMotion, opening: Opening): TurningPoints {
  const { filter } = motion;
  const s = { place_m: Number.NaN, since_s: 0, settled: true, stayed_s: 0, pushed_s: 0 };

  const pushed = () => Math.abs(motion.accel_mps2) >= SETTLED_PUSH_MPS2;

  const landedGate = () => Math.max(LANDED_GATE_MPS, LANDED_GATE_SIGMAS * filter.velocitySigma_mps);

  function samePlace(): void {
    if (!Number.isNaN(s.place_m)) {
      const off_m = Math.abs(filter.height_m - s.place_m);
      filter.learnFrom(off_m / Math.hypot(filter.heightSigma_m, SAME_PLACE_SIGMA_M));
      // far off the place something else happened too: the less it agrees, the less it is believed
      filter.heightIs(s.place_m, Math.max(SAME_PLACE_SIGMA_M, off_m / SAME_PLACE_SIGMAS));
    }
    s.place_m = filter.height_m;
    filter.trustHeight();
  }

  function stays(t: number, sigma_mps: number): void {
    if (t - s.stayed_s < STAY_EVERY_S) return;
    s.stayed_s = t;
    filter.velocityIsZero(sigma_mps);
  }

  /** The most that is felt for the sensor's error alone, m/s2. */
  const errorAtMost = () => Math.max(PUSH_MPS2, ERROR_SIGMAS * filter.errorSigma_mps2);
  const unpushed = () => Math.abs(motion.accel_mps2) < errorAtMost();

  /** How long nothing need have pushed the bar, s: it was calm, or where the error is in doubt, what was felt was even. */
  function unpushed_s(): number {
    const most_mps2 = errorAtMost();
    if (Math.abs(motion.accel_mps2) >= most_mps2) return 0;
    return most_mps2 > PUSH_MPS2 ? Math.max(motion.calm_s, motion.even_s) : motion.calm_s;
  }

  return {
    landed(t, counted) {
      s.since_s = t;
      s.settled = false;
      // told by the filter's own velocity: what the bar is pushed by then is velocity the moment may hide
      filter.velocityIsZero(Math.hypot(TURN_SIGMA_MPS, TURN_EARLY_S * motion.accel_mps2));
      if (opening === 'concentric-first' && counted) samePlace();
    },
    lying(t) {
      const speed = Math.abs(filter.velocity_mps);
      const calm = motion.calm_s >= CALM_S;
      if (speed < (calm ? LYING_GATE_MPS : STAY_GATE_MPS)) stays(t, calm ? LYING_SIGMA_MPS : STAY_SIGMA_MPS);
      // once, a moment after the landing, whose knock may have been half seen
      if (s.settled || t - s.since_s < SETTLED_S) return false;
      if (pushed()) {
        s.settled = t - s.since_s > SETTLED_WITHIN_S;
        return false;
      }
      s.settled = true;
      if (speed > landedGate()) return false;
      filter.velocityIsZero(TURN_SIGMA_MPS);
      return true;
    },
    stopped(t) {
      s.since_s = t;
      s.settled = false;
    },
    held(t, counted) {
      const speed = Math.abs(filter.velocity_mps);
      if (unpushed_s() >= UNPUSHED_S) {
        if (t - s.stayed_s >= STAY_EVERY_S) filter.errorIs(motion.smooth_mps2, STANDS_ERROR_SIGMA_MPS2);
        stays(t, STANDS_SIGMA_MPS);
      } else if (speed < STAY_GATE_MPS) stays(t, STAY_SIGMA_MPS);
      if (s.settled || t - s.since_s < SETTLED_S) return;
      s.settled = true;
      if (speed >= SETTLED_GATE_MPS || pushed()) return;
      filter.velocityIsZero(TURN_SIGMA_MPS);
      if (opening === 'eccentric-first' && counted) samePlace();
    },
    rising(t) {
      if (!unpushed()) s.pushed_s = t;
    },
    stoodUp(t, sigmas) {
      if (filter.velocity_mps > sigmas * filter.velocitySigma_mps) return Number.NaN;
      const long_s = Math.max(unpushed_s(), t - s.pushed_s);
      if (long_s < STOOD_UP_S) return Number.NaN;
      filter.velocityIsZero(STANDS_SIGMA_MPS);
      return t - long_s - SMOOTHING_LAG_S;
    },
    unpushed,
    struckFloor(t, from_s) {
      const since_s = t - motion.knock_s;
      if (!(motion.knock_s > from_s) || since_s < SETTLED_S || since_s > SETTLED_WITHIN_S) return false;
      return !pushed() && Math.abs(filter.velocity_mps) <= landedGate();
    },
    ringing: (t, from_s) =>
      motion.struck_s > from_s && t - motion.knock_s < SETTLED_S && filter.velocitySigma_mps > DAZED_MPS,
    startsAt(height_m) {
      if (opening === 'concentric-first' && Number.isNaN(s.place_m)) s.place_m = height_m;
    },
    forgetPlace() {
      s.place_m = Number.NaN;
    },
  };
}
