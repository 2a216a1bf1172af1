import type { Frame } from '../frame.ts';
import type { Lever } from './lever.ts';
import type { LeverSamples } from './lever-samples.ts';
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
/** Numbers kept of each sample: its time, three accelerations and three rates. */
const FIELDS = 7;

/** A class, and a struct of numbers: see frame.ts. */
class LastTwist implements LeverFinder {
  told: Lever | null = null;
  lever: Lever | null = null;
  private readonly twists: TwistFinder = createTwistFinder();
  /** Time, acceleration and rate of each sample, one after the other: one place to write to. */
  private readonly kept = new Float64Array(2 * KEPT * FIELDS);
  private next = 0;

  push(frame: Frame): boolean {
    const { kept } = this;
    if (this.next === kept.length) {
      kept.copyWithin(0, KEPT * FIELDS);
      this.next = KEPT * FIELDS;
    }
    const i = this.next;
    kept[i] = frame.t_s;
    kept[i + 1] = frame.ax;
    kept[i + 2] = frame.ay;
    kept[i + 3] = frame.az;
    kept[i + 4] = frame.gx;
    kept[i + 5] = frame.gy;
    kept[i + 6] = frame.gz;
    this.next = i + FIELDS;
    if (!this.twists.push(frame.t_s, frame.gx, frame.gy, frame.gz)) return false;
    return this.conclude();
  }

  get twisted_s(): number {
    return this.twists.from_s;
  }

  forget(): void {
    this.told = this.lever = null;
  }

  private samples(count: number): LeverSamples {
    const t_s = new Float64Array(count);
    const accel_mps2 = new Float64Array(3 * count);
    const rate_rads = new Float64Array(3 * count);
    for (let i = 0, k = 0; i < count; i++, k += FIELDS) {
      t_s[i] = this.kept[k] as number;
      accel_mps2.set(this.kept.subarray(k + 1, k + 4), 3 * i);
      rate_rads.set(this.kept.subarray(k + 4, k + 7), 3 * i);
    }
    return { t_s, accel_mps2, rate_rads };
  }

  private conclude(): boolean {
    const count = this.next / FIELDS;
    const told = leverOfTwist(this.samples(count), count, this.twists);
    if (told === null) return false;
    this.told = told;
    this.lever = told.counts ? told : null;
    return true;
  }
}

export function createLeverFinder(): LeverFinder {
  return new LastTwist();
}
