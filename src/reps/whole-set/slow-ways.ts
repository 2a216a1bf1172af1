import type { RepMotion } from '../definition/lay-out.ts';
import { SLOW_PEAK_MPS } from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';

/**
 * A tempo of five seconds moves the bar at 0.06 m/s, as evenly as a bar that is held. Where a whole way up or down of the
 * set is that slow, an even stretch of it says nothing: told that the bar stands there, a smoother that was right within
 * 5 mm/s took a fifth off the range.
 */
export interface SlowWays {
  /** A stretch between two samples reaches into a slow way. */
  overlap(from: number, to: number): boolean;
}

interface Way {
  readonly from: number;
  readonly to: number;
}

export function slowWays(trace: MotionTrace, reps: readonly RepMotion[]): SlowWays {
  const slow = waysOf(reps).filter((way) => peakSpeed(trace, way) <= SLOW_PEAK_MPS);
  return {
    overlap: (from, to) => slow.some((way) => to > way.from && from < way.to),
  };
}

/** The ways up and down of a set's reps. */
function waysOf(reps: readonly RepMotion[]): Way[] {
  return reps.flatMap(({ concentric, rise, after, eccentric }) => {
    const descents = after === eccentric ? [after] : [after, eccentric];
    return [
      { from: concentric.start.sample, to: rise.high },
      ...descents.flatMap((way) => (way === null ? [] : [{ from: way.top.sample, to: way.end.sample }])),
    ];
  });
}

/** Largest velocity of a way, in its own direction, m/s. */
function peakSpeed({ height_m: h, velocity_mps: v }: MotionTrace, { from, to }: Way): number {
  const up = (h[to] as number) >= (h[from] as number) ? 1 : -1;
  let most = 0;
  for (let i = from; i <= to; i++) most = Math.max(most, up * (v[i] as number));
  return most;
}
