import type { Frame } from '../frame.ts';

/** The length of the acceleration is this far from its mean while something moves the sensor, m/s2: three times a held bar's tremor. */
const STIRRED_MPS2 = 0.7;
/** Time constant of that mean, s: long against the push of a rep. */
const MEAN_TAU_S = 2;
/** A gyro that moves with the sensor changes within a few readings; stirred for this long without it is dead, s. */
const DEAD_S = 0.4;

export interface GyroLife {
  update(frame: Frame): void;
  /** It gave one and the same number, to the last bit, while the sensor was moved. */
  readonly dead: boolean;
}

/** A class whose fields begin as 0.5: see frame.ts. */
class StirredWatch implements GyroLife {
  dead = false;
  private started = false;
  private readonly last = { t_s: 0.5, gx: 0.5, gy: 0.5, gz: 0.5 };
  private readonly s = { mean: 0.5, stirred_s: 0.5 };

  constructor() {
    this.s.stirred_s = 0;
  }

  update(f: Frame): void {
    const { last, s } = this;
    const length = Math.sqrt(f.ax * f.ax + f.ay * f.ay + f.az * f.az);
    const dt = this.started ? Math.min(0.1, f.t_s - last.t_s) : 0;
    if (!this.started) s.mean = length;
    this.started = true;
    s.mean += (dt / (MEAN_TAU_S + dt)) * (length - s.mean);
    const moved_s = Math.abs(length - s.mean) > STIRRED_MPS2 ? dt : 0;
    const same = f.gx === last.gx && f.gy === last.gy && f.gz === last.gz;
    s.stirred_s = same ? s.stirred_s + moved_s : 0;
    // what it was while the gyro lived says nothing about how the sensor lies now
    if (!same) s.mean = length;
    last.t_s = f.t_s;
    last.gx = f.gx;
    last.gy = f.gy;
    last.gz = f.gz;
    if (s.stirred_s > DEAD_S) this.dead = true;
  }
}

/** Whether a gyroscope gives anything at all: one that stands still while the acceleration does not measures nothing. */
export function createGyroLife(): GyroLife {
  return new StirredWatch();
}
