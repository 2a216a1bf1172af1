import type { Frame } from '../frame.ts';
import type { Lever } from './lever.ts';
import { createTwistFinder, type TwistFinder } from './twist-finder.ts';
import { leverOfTwist } from './twist-lever.ts';

/** Watches samples as they come for quick twists of the bar and knows the lever that the last one told. */
export interface LeverFinder {
  /**
   * Takes samples as the sensor gave them, conditioned; true when a twist has just told a lever, or that there is none.
   * Nothing is allocated but when a twist is over.
   */
  push(frame: Frame): boolean;
  /** When that twist began, s. */
  readonly twisted_s: number;
  readonly told: Lever | null;
  /** The same where it is long enough to be taken out. */
  readonly lever: Lever | null;
  /** Another clip, another set: what was found is forgotten. */
  forget(): void;
}

/** Samples kept: a twist of 6 s at 300 Hz; they are moved to the front when twice as many are there. */
const KEPT = 2048;

/** A class, as the other stages of the causal path are (frame.ts). */
class LastTwist implements LeverFinder {
  told: Lever | null = null;
  lever: Lever | null = null;
  private readonly twists: TwistFinder = createTwistFinder();
  readonly t_s = new Float64Array(2 * KEPT);
  readonly accel_mps2 = new Float64Array(6 * KEPT);
  readonly rate_rads = new Float64Array(6 * KEPT);
  private count = 0;

  push(frame: Frame): boolean {
    const { t_s, accel_mps2, rate_rads } = this;
    if (this.count === 2 * KEPT) {
      t_s.copyWithin(0, KEPT);
      accel_mps2.copyWithin(0, 3 * KEPT);
      rate_rads.copyWithin(0, 3 * KEPT);
      this.count = KEPT;
    }
    const i = this.count;
    const k = 3 * i;
    t_s[i] = frame.t_s;
    accel_mps2[k] = frame.ax;
    accel_mps2[k + 1] = frame.ay;
    accel_mps2[k + 2] = frame.az;
    rate_rads[k] = frame.gx;
    rate_rads[k + 1] = frame.gy;
    rate_rads[k + 2] = frame.gz;
    this.count = i + 1;
    if (!this.twists.push(frame.t_s, frame.gx, frame.gy, frame.gz)) return false;
    return this.conclude();
  }

  get twisted_s(): number {
    return this.twists.from_s;
  }

  forget(): void {
    this.told = this.lever = null;
  }

  private conclude(): boolean {
    const told = leverOfTwist(this, this.count, this.twists);
    if (told === null) return false;
    this.told = told;
    this.lever = told.counts ? told : null;
    return true;
  }
}

export function createLeverFinder(): LeverFinder {
  return new LastTwist();
}
