import type { StationState } from '../../../src/contract/station.ts';
import type { TraceRing } from '../../state/trace-ring.ts';

/** A stretch at lockout on the sample clock, s; open while the hold runs. */
export interface Lockout {
  readonly start_s: number;
  end_s: number | null;
}

/** More than ever fit into the window on show. */
const KEPT = 20;

/**
 * Where the trace is shaded. Taken from the holds as they run, because the times of a finished set's
 * reps are counted from the start of its recording, not on the live clock.
 */
export function createLockouts(trace: TraceRing) {
  let list: Lockout[] = [];
  let since_epoch_ms: number | null = null;
  return {
    follow(state: StationState | null): void {
      const running = state?.set?.status === 'running' ? state.set.hold : null;
      const hold = running?.missing_m === null ? running : null;
      const open = list.at(-1);
      if (open?.end_s === null && hold?.since_epoch_ms !== since_epoch_ms) open.end_s = trace.newest_s;
      if (hold && hold.since_epoch_ms !== since_epoch_ms) {
        const start_s = trace.sampleTimeAt(hold.since_epoch_ms);
        if (start_s !== null) list = [...list.slice(-KEPT), { start_s, end_s: null }];
      }
      since_epoch_ms = hold?.since_epoch_ms ?? null;
    },
    list: (): readonly Lockout[] => list,
  };
}
