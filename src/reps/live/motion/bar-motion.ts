import { G_MPS2 } from '../../../recording/units.ts';
import { createAttitude } from '../../../signal/attitude.ts';
import { SIX_AXIS_DENSITY, THREE_AXIS_DENSITY } from '../../../signal/density.ts';
import { copyFrame, createFrame, type Frame, FrameFlag } from '../../../signal/frame.ts';
import { createStillness, type Stillness } from '../../../signal/stillness.ts';
import { createTurnDetector } from '../../../signal/turn-detector.ts';
import {
  CALIBRATED_ERROR_MPS2,
  createVerticalFilter,
  HEIGHT,
  UNCALIBRATED_ERROR_MPS2,
  VELOCITY,
  type VerticalFilter,
} from '../../../signal/vertical-filter.ts';
import { createRestOrPush, REST_SURE_S } from './rest-or-push.ts';

/**
 * Height and velocity of the bar, sample by sample: a struct updated in place, read without calls, because a number
 * handed over by a call may cost an allocation. The filter holds height and velocity.
 */
export interface BarMotion {
  update(frame: Frame): void;
  readonly t_s: number;
  /** How long nothing has pushed the bar, s. */
  readonly calm_s: number;
  /** The bar has been seen at rest. */
  readonly rested: boolean;
  /** When it was last seen so, s; far in the past before that. */
  readonly lay_s: number;
  /** Too long a gap came before this sample: height and velocity start anew. */
  readonly lost: boolean;
  /** When something last struck the bar, and when its ringing was last heard, s; far in the past before that. */
  readonly struck_s: number;
  readonly knock_s: number;
  /** How fast the bar was going down then, m/s. */
  readonly struck_mps: number;
  /** Acceleration along up less gravity, as measured, m/s2. */
  readonly up_mps2: number;
  /** The same smoothed over 60 ms, and that with the sensor's error taken off, m/s2. */
  readonly smooth_mps2: number;
  readonly accel_mps2: number;
  /** How long what is felt has been alike, s: a push, its end or a stop would have shown. */
  readonly even_s: number;
  /** Up in sensor axes. */
  readonly up: Float64Array;
  /** Height change at this sample that was no motion but a correction, m. */
  readonly jump_m: number;
  /** Height the bar keeps returning to, m: weakly holds the filter where nothing else does. */
  centre_m: number;
  readonly stillness: Stillness;
  readonly filter: VerticalFilter;
}

/** Zero-velocity knowledge is used this often, s: the tremor of a held bar is alike over shorter times. */
const CORRECT_EVERY_S = 0.04;
/**
 * A bar stays within reach of one height. So weak a knowledge, every time, acts like a high-pass of 0.1 Hz where the
 * filter is lost (signal-notes 1.5: the corner that counts right) and like nothing where it is not. The less the
 * filter trusts its own acceleration, the more it leans on this, m times m/s2/sqrt(Hz). Ours.
 */
const BOUND = 0.06;
/** A bar at rest stands: its velocity is zero to within, m/s, its error to within, m/s2. */
const REST_SIGMA_MPS = 0.01;
const REST_ERROR_SIGMA_MPS2 = 0.1;
/** A bar as quiet as a held one probably stands: soft, and only if the velocity allows it (signal-notes 1.9). */
const QUIET_SURE_S = 0.25;
const QUIET_SIGMA_MPS = 0.08;
/** In the first moments, s, so little of it, s, tells the sensor's error to within, m/s2. Ours. */
const START_S = 1;
const QUIET_START_S = 0.1;
const QUIET_ERROR_SIGMA_MPS2 = 0.3;
const QUIET_GATE_SIGMAS = 1.5;
const QUIET_GATE_FLOOR_MPS = 0.03;
/** Slow lifts are quiet too, at 0.1 m/s and more; only for so long, s, and never without being pushed, m/s2. Ours. */
const QUIET_GATE_MPS = 0.1;
const QUIET_LONG_S = 1.5;
const QUIET_PUSH_MPS2 = 0.25;
/** Nobody moves a bar this evenly for this long: what velocity remains is drift, s. */
const QUIET_SURELY_STANDS_S = 2.5;
/** Lost as the filter may be, m/s, a bar nobody pushes for this long, s, is more likely slow than fast, m/s. Ours. */
const LOST_SIGMA_MPS = 0.12;
const LOST_CALM_S = 0.3;
const SLOW_SIGMA_MPS = 0.5;
/** At a turning point found without the filter the bar stands, give or take its lateness, m/s. */
const TURN_SIGMA_MPS = 0.3;
/** Smoothing of the vertical acceleration that is judged as a push, s. */
const ACCEL_TAU_S = 0.06;
/** A vertical acceleration below this is no push, m/s2: a held bar's tremor averages out over 60 ms. Ours. */
const CALM_MPS2 = 0.2;
/** Alike is, to within m/s2: tremor of a held bar (24 mg, signal-notes 1.9) is half of that after 60 ms. Ours. */
const EVEN_MPS2 = 0.15;
/** No lifter changes the acceleration this fast, m/s3, by this much, m/s2: plates, pins or the floor do. Ours. */
const KNOCK_MPS3 = 250;
const KNOCK_MPS2 = 1.5;
const MOST_KNOCK_MPS2 = 6;
/** Share of a jump between two readings that the straight line between them may be wrong by. Ours. */
const BETWEEN_SHARE = 0.25;
const BETWEEN_SHARE_THREE_AXIS = 0.5;
/**
 * Of the velocity downwards before a knock this share is in doubt after it: the samples may miss its peak. All, where
 * it clips. What rises meets nothing that could strike it: a knock then is a lifter who pulls sharply, and is seen.
 */
const KNOCK_DOUBT_SHARE = 0.3;
/**
 * Without a gyro, plates that ring sideways are felt as a push upwards (|f| - g). When they have rung for so long, s, the
 * velocity is within this share of what it was before the knock. Ours.
 */
const RUNG_S = 0.08;
const RUNG_SHARE = 0.7;
const RUNG_LEAST_MPS = 0.1;
/** Knocks closer together than this are the ringing of one, s. */
const RINGING_S = 0.1;
/** A gap hides what a lifter can do in it, m/s2. */
const GAP_DOUBT_MPS2 = 2;
/** A longer gap leaves nothing to go on, s. */
const LOST_S = 0.5;

export function createBarMotion(calibrated: boolean, hasGyro: boolean): BarMotion {
  const attitude = createAttitude();
  const stillness = createStillness();
  const turns = createTurnDetector();
  const felt = createFrame();
  const filter = createVerticalFilter(
    calibrated ? CALIBRATED_ERROR_MPS2 : UNCALIBRATED_ERROR_MPS2,
    hasGyro ? SIX_AXIS_DENSITY : THREE_AXIS_DENSITY,
  );
  const rest = createRestOrPush(stillness, filter);
  const betweenShare = hasGyro ? BETWEEN_SHARE : BETWEEN_SHARE_THREE_AXIS;
  const s = {
    // fields of BarMotion
    t_s: 0.5,
    calm_s: 0.5,
    up_mps2: 0.5,
    smooth_mps2: 0.5,
    even_s: 0.5,
    accel_mps2: 0.5,
    jump_m: 0.5,
    centre_m: 0.5,
    rested: false,
    lost: false,
    lay_s: Number.NEGATIVE_INFINITY,
    knock_s: Number.NEGATIVE_INFINITY,
    struck_s: Number.NEGATIVE_INFINITY,
    stillness,
    filter,
    up: attitude.up,
    update,
    // the rest is nobody else's
    started: false,
    resting: true,
    /** Speed of the bar downwards before the knock, m/s. */
    struck_mps: 0.5,
    /** What was felt when it began to be alike, m/s2. */
    level_mps2: 0.5,
    sinceCorrection_s: 0.5,
  };
  s.t_s =
    s.calm_s =
    s.up_mps2 =
    s.smooth_mps2 =
    s.even_s =
    s.level_mps2 =
    s.accel_mps2 =
    s.jump_m =
    s.centre_m =
    s.struck_mps =
    s.sinceCorrection_s =
      0;

  function correct(): void {
    const velocity_mps = filter.x[VELOCITY] as number;
    filter.correctHeightTo(s.centre_m, BOUND / filter.density);
    if (rest.atRest(s.rested)) {
      if (!s.resting) filter.learnFrom(velocity_mps / Math.hypot(filter.velocitySigma_mps, REST_SIGMA_MPS));
      s.resting = true;
      s.rested = true;
      s.lay_s = s.t_s;
      filter.correctVelocityToZero(REST_SIGMA_MPS);
      filter.correctErrorTo(s.up_mps2, REST_ERROR_SIGMA_MPS2);
      filter.trustHeight();
      return;
    }
    s.resting = false;
    // without a tremor, yet pushed: a smooth lift
    if (stillness.rest_s >= REST_SURE_S) return;
    if (filter.velocitySigma_mps > LOST_SIGMA_MPS && s.calm_s > LOST_CALM_S)
      filter.correctVelocityToZero(SLOW_SIGMA_MPS);
    if (!s.rested && s.t_s < START_S && stillness.quiet_s >= QUIET_START_S) {
      // nothing is known yet, not even the sensor's error: a quiet beginning is taken for a rest
      filter.correctVelocityToZero(QUIET_SIGMA_MPS);
      filter.correctErrorTo(s.up_mps2, QUIET_ERROR_SIGMA_MPS2);
    }
    if (stillness.quiet_s < QUIET_SURE_S || Math.abs(s.accel_mps2) > QUIET_PUSH_MPS2) return;
    const even_s = Math.min(stillness.quiet_s, s.calm_s);
    if (even_s >= QUIET_SURELY_STANDS_S) filter.doubtVelocity(Math.abs(velocity_mps));
    const gate = Math.max(QUIET_GATE_FLOOR_MPS, QUIET_GATE_SIGMAS * filter.velocitySigma_mps);
    const limit = even_s < QUIET_LONG_S ? QUIET_GATE_MPS : Number.POSITIVE_INFINITY;
    if (Math.abs(velocity_mps) < Math.min(gate, limit)) filter.correctVelocityToZero(QUIET_SIGMA_MPS);
  }

  function knocked(t: number): void {
    if (t - s.knock_s > RINGING_S) {
      s.struck_s = t;
      s.struck_mps = Math.max(0, -(filter.x[VELOCITY] as number));
      filter.doubtVelocity(KNOCK_DOUBT_SHARE * s.struck_mps);
    }
    s.knock_s = t;
  }

  function rung(): void {
    filter.doubtVelocity(s.struck_mps);
    filter.correctVelocityToZero(RUNG_SHARE * s.struck_mps);
    s.struck_mps = 0;
  }

  function update(frame: Frame): void {
    const dt = s.started ? frame.t_s - s.t_s : 0;
    s.started = true;
    s.t_s = frame.t_s;
    stillness.update(dt, frame);
    copyFrame(frame, felt);
    felt.gx -= stillness.bx;
    felt.gy -= stillness.by;
    felt.gz -= stillness.bz;
    attitude.update(dt, felt);
    const axis = attitude.up;
    const along = hasGyro
      ? (axis[0] as number) * frame.ax + (axis[1] as number) * frame.ay + (axis[2] as number) * frame.az
      : Math.sqrt(frame.ax * frame.ax + frame.ay * frame.ay + frame.az * frame.az);
    const up = along - G_MPS2;
    s.lost = dt > LOST_S;
    if (s.lost) filter.forgetMotion();
    filter.predict(s.lost ? 0 : dt, up, axis);
    if ((frame.flags & FrameFlag.gap) !== 0) filter.doubtVelocity(GAP_DOUBT_MPS2 * Math.min(dt, LOST_S));
    const clipped = (frame.flags & FrameFlag.clipped) !== 0;
    const jump = Math.abs(up - s.up_mps2);
    if (dt > 0 && jump > Math.max(KNOCK_MPS2, Math.min(MOST_KNOCK_MPS2, KNOCK_MPS3 * dt))) knocked(frame.t_s);
    filter.doubtVelocity(betweenShare * jump * Math.min(dt, LOST_S));
    if (clipped) filter.doubtVelocity(s.struck_mps);
    s.up_mps2 = up;
    s.smooth_mps2 += (dt / (ACCEL_TAU_S + dt)) * (up - s.smooth_mps2);
    s.accel_mps2 = s.smooth_mps2 - filter.error_mps2;
    s.calm_s = Math.abs(s.accel_mps2) < CALM_MPS2 ? s.calm_s + dt : 0;
    if (Math.abs(s.smooth_mps2 - s.level_mps2) < EVEN_MPS2) s.even_s += dt;
    else {
      s.even_s = 0;
      s.level_mps2 = s.smooth_mps2;
    }
    rest.update(dt, s.accel_mps2);
    s.jump_m = 0;
    const turned = turns.update(s.lost ? 0 : dt, up);
    if (turned !== 0) filter.correctVelocityToZero(TURN_SIGMA_MPS);
    if (!hasGyro && s.struck_mps > RUNG_LEAST_MPS && s.t_s - s.knock_s > RUNG_S) rung();
    s.sinceCorrection_s += dt;
    if (s.sinceCorrection_s < CORRECT_EVERY_S) return;
    s.sinceCorrection_s = 0;
    const before = filter.x[HEIGHT] as number;
    correct();
    s.jump_m = (filter.x[HEIGHT] as number) - before;
  }

  return s;
}
