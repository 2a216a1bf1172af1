import { createStampJudge } from './stamp-judge.ts';

/**
 * A sensor's own clock, made continuous: counters wrap, sensors restart, packets come twice or late.
 * Whether the clock runs fast or slow is the sample clock's business (src/signal), not this one's.
 */
export interface CounterClock {
  /**
   * Continuous time of a stamp, s; null for one that is not newer than the last (a repeat, or late), and
   * for one that no other stamp bears out.
   * `arrival_s` settles how often the counter wrapped while nothing came.
   */
  advance(stamp: number, arrival_s: number): number | null;
}

/** `bits` wide counter of `tick_s`; 0 bits for one that never wraps in a lifetime. */
export function createCounterClock({ tick_s, bits }: { tick_s: number; bits: number }): CounterClock {
  const span = bits > 0 ? 2 ** bits : 0;
  let last: { stamp: number; count: number; t_s: number; arrival_s: number } | null = null;
  let offset_s = 0;
  const judge = createStampJudge();

  return {
    advance(stamp, arrival_s) {
      if (last === null) {
        last = { stamp, count: stamp, t_s: stamp * tick_s, arrival_s };
        return last.t_s;
      }
      const waited_s = Math.max(0, arrival_s - last.arrival_s);
      let ticks = stamp - last.stamp;
      if (span > 0) {
        ticks -= span * Math.round(ticks / span);
        ticks += span * Math.round((waited_s / tick_s - ticks) / span);
      }
      const step_s = ticks * tick_s;
      let count = last.count + ticks;
      const verdict = judge({ at_s: last.t_s + step_s, step_s, waited_s, arrival_s });
      if (verdict === 'restarted') {
        count = stamp;
        offset_s = last.t_s + Math.max(tick_s, waited_s) - count * tick_s;
      } else if (verdict === 'refused' || ticks <= 0) return null;
      last = { stamp, count, t_s: offset_s + count * tick_s, arrival_s };
      return last.t_s;
    },
  };
}

/** Times of `count` evenly spaced samples from `first_s` on. */
export function evenTimes(first_s: number, count: number, period_s: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => first_s + i * period_s);
}
