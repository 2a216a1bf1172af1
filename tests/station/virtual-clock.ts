import type { StationClock } from '../../main/station/clock.ts';

/** Time that passes only when told to, timer by timer in order. */
export interface VirtualClock extends StationClock {
  advance(ms: number): void;
  /** Somebody sets the wall clock; nothing else passes. */
  setWall(by_ms: number): void;
  /** The computer sleeps: time passes, timers fire late and once. */
  sleep(ms: number): void;
}

export function createVirtualClock(start_epoch_ms = Date.UTC(2026, 10, 20, 18, 0, 0)): VirtualClock {
  let now_ms = start_epoch_ms;
  let wall_ms = 0;
  let order = 0;
  const timers = new Map<number, { at_ms: number; run: () => void }>();
  return {
    // whole milliseconds, as the computer's own clock tells
    now_epoch_ms: () => Math.floor(now_ms + wall_ms),
    now_steady_ms: () => Math.floor(now_ms),
    setWall(by_ms) {
      wall_ms += by_ms;
    },
    sleep(ms) {
      now_ms += ms;
    },
    after(delay_ms, run) {
      const id = ++order;
      timers.set(id, { at_ms: now_ms + Math.max(0, delay_ms), run });
      return () => timers.delete(id);
    },
    advance(ms) {
      const end_ms = now_ms + ms;
      for (;;) {
        let next: { id: number; at_ms: number; run: () => void } | null = null;
        for (const [id, timer] of timers) {
          // timers of the same moment run in the order they were set: ids grow
          if (timer.at_ms <= end_ms && (next === null || timer.at_ms < next.at_ms)) next = { id, ...timer };
        }
        if (next === null) break;
        timers.delete(next.id);
        now_ms = Math.max(now_ms, next.at_ms);
        next.run();
      }
      now_ms = end_ms;
    },
  };
}
