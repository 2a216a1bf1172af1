import { HEIGHT } from '../../signal/vertical-filter.ts';
import { RESTING_M } from '../definition/thresholds.ts';
import type { BarMotion } from './motion/bar-motion.ts';

/** Since when the bar has been down where it is. */
export interface DownSince {
  /** `down`: neither on its way up nor at lockout, where it may stand as long as the lifter likes. */
  update(down: boolean): void;
  readonly since_s: number;
}

export function createDownSince(motion: BarMotion): DownSince {
  const s = { height_m: Number.NaN, since_s: 0 };
  return {
    update(down) {
      const height_m = motion.filter.x[HEIGHT] as number;
      if (down && !motion.lost && Math.abs(height_m - s.height_m) <= RESTING_M) return;
      s.height_m = height_m;
      s.since_s = motion.t_s;
    },
    get since_s() {
      return s.since_s;
    },
  };
}
