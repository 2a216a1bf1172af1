import type { Frame } from '../frame.ts';
import { judgeLength } from './accel-verdict.ts';
import { createGyroLife } from './gyro-life.ts';
import { judgeGyro } from './gyro-verdict.ts';
import { createRestLength } from './length-at-rest.ts';
import { isHopeless, type Oddity } from './oddity.ts';
import { createTimeSteps } from './time-steps.ts';
import { createTurningEquations } from './turning-equations.ts';

/** Whether a signal can be what it says it is, sample by sample: the same at the bar, from a file and from the store. */
export interface PlausibilityWatch {
  /** The time of a reading as it was given, before the sample clock, s. */
  time(t_s: number): void;
  /** A conditioned frame, its rates as the sensor gave them. */
  update(frame: Frame): void;
  /** The signal has ended: what there is must do. */
  end(): void;
  readonly oddities: readonly Oddity[];
  /** One of the oddities is about the gyroscope. */
  readonly gyroJudged: boolean;
  /** Nothing can be told from this signal. */
  readonly hopeless: boolean;
}

/** Gravity's turning is judged every so many comparisons: once a second. */
const JUDGE_EVERY = 10;

class SignalWatch implements PlausibilityWatch {
  private readonly times = createTimeSteps();
  private readonly lengths = createRestLength();
  private readonly turning = createTurningEquations();
  private readonly life = createGyroLife();
  private readonly calibrated: boolean;
  private readonly hasGyro: boolean;
  private windows = 0;
  private compared = 0;
  private length: Oddity | null = null;
  private gyro: Oddity | null = null;

  constructor(calibrated: boolean, hasGyro: boolean) {
    this.calibrated = calibrated;
    this.hasGyro = hasGyro;
  }

  time(t_s: number): void {
    this.times.update(t_s);
  }

  update(frame: Frame): void {
    this.lengths.update(frame);
    if (this.lengths.windows !== this.windows) this.look(false);
    if (!this.hasGyro) return;
    this.life.update(frame);
    if (!this.turning.update(frame)) return;
    this.compared += 1;
    if (this.compared % JUDGE_EVERY === 0) this.judge();
  }

  end(): void {
    this.look(true);
    if (this.hasGyro) this.judge();
  }

  get oddities(): readonly Oddity[] {
    return [this.times.oddity, this.length, this.gyro].filter((oddity) => oddity !== null);
  }

  get gyroJudged(): boolean {
    return this.gyro !== null;
  }

  get hopeless(): boolean {
    return (this.length !== null && isHopeless(this.length)) || this.times.oddity !== null;
  }

  private look(ended: boolean): void {
    this.windows = this.lengths.windows;
    const told = this.lengths.told(ended);
    this.length = told === null ? null : judgeLength(told);
    // calibration knows better what the sensor's own scale is
    if (this.calibrated && this.length?.kind === 'accel-scale') this.length = null;
  }

  private judge(): void {
    this.gyro = this.life.dead ? { kind: 'gyro-dead' } : judgeGyro(this.turning);
  }
}

export function createPlausibilityWatch(calibrated: boolean, hasGyro: boolean): PlausibilityWatch {
  return new SignalWatch(calibrated, hasGyro);
}
