import { HEIGHT } from '../../signal/vertical-filter.ts';
import { RESTING_M } from '../definition/thresholds.ts';
import type { BarMotion } from './motion/bar-motion.ts';

/** Since when the bar has been down where it is. */
export interface DownSince {
  /** `down`: neither on its way up nor at lockout, where it may stand as long as the lifter likes. */
  update(down: boolean): void;
  readonly since_s: number;
}

/** A class, because it runs for every sample: see src/signal/frame.ts. */
class PlaceWatch implements DownSince {
  since_s = 0.5;
  private height_m = Number.NaN;
  private readonly motion: BarMotion;

  constructor(motion: BarMotion) {
    this.motion = motion;
    this.since_s = 0;
  }

  update(down: boolean): void {
    const { motion } = this;
    const height_m = motion.filter.x[HEIGHT] as number;
    if (down && !motion.lost && Math.abs(height_m - this.height_m) <= RESTING_M) return;
    this.height_m = height_m;
    this.since_s = motion.t_s;
  }
}

export function createDownSince(motion: BarMotion): DownSince {
  return new PlaceWatch(motion);
}
