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

export function createPlausibilityWatch(calibrated: boolean, hasGyro: boolean): PlausibilityWatch {
  const times = createTimeSteps();
  const lengths = createRestLength();
  const turning = createTurningEquations();
  const life = createGyroLife();
  const s: { windows: number; length: Oddity | null; compared: number; gyro: Oddity | null } = {
    windows: 0,
    length: null,
    compared: 0,
    gyro: null,
  };

  function look(ended: boolean): void {
    s.windows = lengths.windows;
    const told = lengths.told(ended);
    s.length = told === null ? null : judgeLength(told);
    // calibration knows better what the sensor's own scale is
    if (calibrated && s.length?.kind === 'accel-scale') s.length = null;
  }

  function judge(): void {
    s.gyro = life.dead ? { kind: 'gyro-dead' } : judgeGyro(turning.judge);
  }

  const oddities = (): Oddity[] => [times.oddity, s.length, s.gyro].filter((oddity) => oddity !== null);
  return {
    time: times.update,
    update(frame) {
      lengths.update(frame);
      if (lengths.windows !== s.windows) look(false);
      if (!hasGyro) return;
      life.update(frame);
      if (!turning.update(frame)) return;
      s.compared += 1;
      if (s.compared % JUDGE_EVERY === 0) judge();
    },
    end() {
      look(true);
      if (hasGyro) judge();
    },
    get oddities() {
      return oddities();
    },
    get gyroJudged() {
      return s.gyro !== null;
    },
    get hopeless() {
      return (s.length !== null && isHopeless(s.length)) || times.oddity !== null;
    },
  };
}
