import { G_MPS2 } from '../../../recording/units.ts';
import { createAttitude } from '../../../signal/attitude.ts';
import { SIX_AXIS_DENSITY, THREE_AXIS_DENSITY } from '../../../signal/density.ts';
import { copyFrame, createFrame, type Frame, FrameFlag } from '../../../signal/frame.ts';
import { LOST_GAP_S } from '../../../signal/gaps.ts';
import { createStillness, type Stillness } from '../../../signal/stillness.ts';
import { createTurnDetector } from '../../../signal/turn-detector.ts';
import {
  CALIBRATED_ERROR_MPS2,
  createVerticalFilter,
  HEIGHT,
  UNCALIBRATED_ERROR_MPS2,
  type VerticalFilter,
} from '../../../signal/vertical-filter.ts';
import { createFeltPush, type FeltPush, feelPush } from './felt-push.ts';
import { createKnocks, type Knocks, listenForKnock, takeOffRinging } from './knocks.ts';
import { createStanding, type Standing } from './standing.ts';
import { createTurned } from './turned.ts';

/**
 * Height and velocity of the bar, sample by sample: a struct updated in place, read without calls, because a number
 * handed over by a call may cost an allocation (see FeltPush). The filter holds height and velocity.
 */
export interface BarMotion {
  update(frame: Frame): void;
  readonly t_s: number;
  /** Too long a gap came before this sample: height and velocity start anew. */
  readonly lost: boolean;
  /** Acceleration along up less gravity, as measured, m/s2. */
  readonly up_mps2: number;
  /** Up in sensor axes. */
  readonly up: Float64Array;
  /** Height change at this sample that was no motion but a correction, m. */
  readonly jump_m: number;
  /** Height the bar keeps returning to, m: weakly holds the filter where nothing else does. */
  centre_m: number;
  readonly push: Readonly<FeltPush>;
  readonly knocks: Readonly<Knocks>;
  readonly standing: Pick<Standing, 'rested' | 'lay_s'>;
  readonly stillness: Stillness;
  readonly filter: VerticalFilter;
}

/** What is known of a standing bar is used this often, s: the tremor of a held bar is alike over shorter times. */
const CORRECT_EVERY_S = 0.04;
/** Share of a jump between two readings that the straight line between them may be wrong by (chosen here). */
const BETWEEN_SHARE = 0.25;
/** The same without a gyroscope (chosen here: what is felt sideways adds to it). */
const BETWEEN_SHARE_THREE_AXIS = 0.5;
/** A gap hides what a lifter can do in it, m/s2. */
const GAP_DOUBT_MPS2 = 2;

export function createBarMotion(calibrated: boolean, hasGyro: boolean): BarMotion {
  const attitude = createAttitude();
  const stillness = createStillness();
  const turns = createTurnDetector();
  const felt = createFrame();
  const filter = createVerticalFilter(
    calibrated ? CALIBRATED_ERROR_MPS2 : UNCALIBRATED_ERROR_MPS2,
    hasGyro ? SIX_AXIS_DENSITY : THREE_AXIS_DENSITY,
  );
  const turned = createTurned(filter);
  const push = createFeltPush();
  const knocks = createKnocks();
  const standing = createStanding(stillness, filter, push);
  const betweenShare = hasGyro ? BETWEEN_SHARE : BETWEEN_SHARE_THREE_AXIS;
  const s = {
    t_s: 0.5,
    up_mps2: 0.5,
    jump_m: 0.5,
    centre_m: 0.5,
    /** Time since what is known of a standing bar was last used, s. */
    sinceCorrection_s: 0.5,
    started: false,
    lost: false,
    up: attitude.up,
    push,
    knocks,
    standing,
    stillness,
    filter,
    update,
  };
  s.t_s = s.up_mps2 = s.jump_m = s.centre_m = s.sinceCorrection_s = 0;

  /** Turns the attitude on by one sample; returns the acceleration along up less gravity, m/s2. */
  function upward(dt: number, frame: Frame): number {
    stillness.update(dt, frame);
    copyFrame(frame, felt);
    felt.gx -= stillness.bx;
    felt.gy -= stillness.by;
    felt.gz -= stillness.bz;
    attitude.update(dt, felt);
    const axis = attitude.up;
    const along =
      (axis[0] as number) * frame.ax + (axis[1] as number) * frame.ay + (axis[2] as number) * frame.az;
    if (hasGyro) return along - G_MPS2;
    const felt_mps2 = Math.sqrt(frame.ax * frame.ax + frame.ay * frame.ay + frame.az * frame.az);
    // pulled down faster than it would fall, a bar feels the same the other way up
    return (along < 0 ? -felt_mps2 : felt_mps2) - G_MPS2;
  }

  /** Moves the filter on by one sample, in doubt about as much as the sample may hide. */
  function move(dt: number, up: number, flags: number): void {
    s.lost = dt > LOST_GAP_S;
    if (s.lost) filter.forgetMotion();
    filter.predict(s.lost ? 0 : dt, up, attitude.up);
    const seen_s = Math.min(dt, LOST_GAP_S);
    if ((flags & FrameFlag.gap) !== 0) filter.doubtVelocity(GAP_DOUBT_MPS2 * seen_s);
    const jump = up - s.up_mps2;
    listenForKnock(knocks, filter, s.t_s, dt, jump);
    filter.doubtVelocity(betweenShare * Math.abs(jump) * seen_s);
    if ((flags & FrameFlag.clipped) !== 0) filter.doubtVelocity(knocks.struck_mps);
    s.up_mps2 = up;
  }

  function correct(dt: number): void {
    s.jump_m = 0;
    if (turns.update(s.lost ? 0 : dt, s.up_mps2) !== 0) turned(s.t_s);
    if (!hasGyro) takeOffRinging(knocks, filter, s.t_s);
    s.sinceCorrection_s += dt;
    if (s.sinceCorrection_s < CORRECT_EVERY_S) return;
    s.sinceCorrection_s = 0;
    const before_m = filter.x[HEIGHT] as number;
    standing.correct(s.t_s, s.up_mps2, s.centre_m);
    s.jump_m = (filter.x[HEIGHT] as number) - before_m;
  }

  function update(frame: Frame): void {
    const dt = s.started ? frame.t_s - s.t_s : 0;
    s.started = true;
    s.t_s = frame.t_s;
    move(dt, upward(dt, frame), frame.flags);
    feelPush(push, dt, s.up_mps2, filter.error_mps2);
    standing.update(dt);
    correct(dt);
  }

  return s;
}
