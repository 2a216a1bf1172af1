import type { Frame } from '../frame.ts';
import type { Lever } from './lever.ts';
import { fitLever } from './lever-fit.ts';
import { createTwistFinder, type TwistFinder } from './twist-finder.ts';

/** Watches samples for quick twists of the bar and keeps the lever that is known best. */
export interface LeverFinder {
  /** Takes samples as the sensor gave them, conditioned; true when a twist has just told a lever. Only then anything is allocated. */
  push(frame: Frame): boolean;
  /** When that twist began, s. */
  readonly twisted_s: number;
  readonly lever: Lever | null;
  /** Another clip, another set: what was found is forgotten. */
  forget(): void;
}

/** Samples kept: a twist of 6 s at 300 Hz; they are moved to the front when twice as many are there. */
const KEPT = 2048;
/** The bar at rest before and after belongs to the twist, s: it tells gravity. */
const BEFORE_S = 0.3;
const AFTER_S = 0.2;

/** A class, as the other stages of the causal path are (frame.ts). */
class BestTwist implements LeverFinder {
  lever: Lever | null = null;
  private readonly twists: TwistFinder = createTwistFinder();
  private readonly t_s = new Float64Array(2 * KEPT);
  private readonly accel_mps2 = new Float64Array(6 * KEPT);
  private readonly rate_rads = new Float64Array(6 * KEPT);
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
    this.lever = null;
  }

  private conclude(): boolean {
    const { t_s, accel_mps2, rate_rads, twists, count } = this;
    let from = count - 1;
    while (from > 0 && (t_s[from - 1] as number) >= twists.from_s - BEFORE_S) from--;
    let to = count - 1;
    while (to > from && (t_s[to] as number) > twists.to_s + AFTER_S) to--;
    const found = fitLever({ t_s, accel_mps2, rate_rads, from, to });
    if (found === null || (this.lever !== null && found.sigma_m >= this.lever.sigma_m)) return false;
    this.lever = found;
    return true;
  }
}

export function createLeverFinder(): LeverFinder {
  return new BestTwist();
}
