import { HEIGHT, VELOCITY } from '../../signal/vertical-filter.ts';
import type { TracePoints } from './events.ts';
import type { BarMotion } from './motion/bar-motion.ts';

export interface TraceCollector {
  add(motion: BarMotion): void;
  drain(): TracePoints;
}

/** Least time between two points, s: a usual screen draws 60 frames a second. */
const LEAST_STEP_S = 1 / 60;
/** Most points that are kept while nobody drains them, half a minute's worth; the oldest go first. */
const MOST_POINTS = 60 * 30;

/** Thins height and velocity for the screen. */
export function createTraceCollector(): TraceCollector {
  let t_s: number[] = [];
  let height_m: number[] = [];
  let velocity_mps: number[] = [];
  let next_s = Number.NEGATIVE_INFINITY;
  return {
    add(motion) {
      const t = motion.t_s;
      if (t < next_s) return;
      // a steady beat: the next point is due one step after this one was due, unless samples are sparser
      next_s = Math.max(next_s + LEAST_STEP_S, t);
      if (t_s.length >= MOST_POINTS) {
        t_s.splice(0, MOST_POINTS / 2);
        height_m.splice(0, MOST_POINTS / 2);
        velocity_mps.splice(0, MOST_POINTS / 2);
      }
      t_s.push(t);
      height_m.push(motion.filter.x[HEIGHT] as number);
      velocity_mps.push(motion.filter.x[VELOCITY] as number);
    },
    drain() {
      const points = { t_s, height_m, velocity_mps };
      t_s = [];
      height_m = [];
      velocity_mps = [];
      return points;
    },
  };
}
