import type { StationEvent, TraceFrame } from '../../src/contract/station.ts';
import type { LiveTracker } from '../../src/reps/live/tracker.ts';
import type { StationClock } from './clock.ts';
import type { ConnectedSource } from './sources/sources.ts';

/** Twice as often as a screen shows pictures: a sample then waits for the picture, not for the frame before it as well. */
const FEEDING_FRAME_MS = 1000 / 120;
/** Live axes on the Pair screen of a sensor that does not feed the station. */
const OTHER_FRAME_MS = 100;

/** Sends what came since the last frame, at most two frames per screen refresh and source. */
export interface TraceOutlet {
  /** `tracker`: of the feeding source, null for another. */
  poke(entry: ConnectedSource, tracker: LiveTracker | null): void;
  close(): void;
}

// micrometres and tenths of mm/s are beyond any screen; the digits after them only cost bandwidth
const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
const rounded = (values: readonly number[], digits: number): number[] =>
  values.map((value) => round(value, digits));
/** The thinned points leave the newest sample out as often as not; whoever looks at the line's head would wait for it. */
const newestOf = (tracker: LiveTracker | null): TraceFrame['newest'] => {
  const [t_s, height_m] = tracker ? [tracker.state.t_s, tracker.state.height_m] : [0, 0];
  return t_s > 0 ? { t_s: round(t_s, 4), height_m: round(height_m, 5) } : null;
};
const axes = (values: readonly [number, number, number] | null): [number, number, number] | null => {
  const [x, y, z] = rounded(values ?? [], 4);
  return x === undefined || y === undefined || z === undefined ? null : [x, y, z];
};

export function createTraceOutlet(clock: StationClock, emit: (event: StationEvent) => void): TraceOutlet {
  const last_ms = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  const send = (entry: ConnectedSource, tracker: LiveTracker | null): void => {
    const id = entry.facts.id;
    waiting.delete(id);
    last_ms.set(id, clock.now_steady_ms());
    const points = tracker?.drainTrace();
    const frame: TraceFrame = {
      source_id: id,
      t_s: rounded(points?.t_s ?? [], 4),
      height_m: rounded(points?.height_m ?? [], 5),
      velocity_mps: rounded(points?.velocity_mps ?? [], 4),
      newest: newestOf(tracker),
      accel_g: axes(entry.accel_g),
      gyro_dps: axes(entry.gyro_dps),
      sent_epoch_ms: clock.now_steady_ms(),
    };
    emit({ kind: 'trace', frame });
  };
  return {
    poke(entry, tracker) {
      const id = entry.facts.id;
      if (waiting.has(id)) return;
      const since_ms = clock.now_steady_ms() - (last_ms.get(id) ?? Number.NEGATIVE_INFINITY);
      const wait_ms = (tracker === null ? OTHER_FRAME_MS : FEEDING_FRAME_MS) - since_ms;
      if (wait_ms <= 0) send(entry, tracker);
      else
        waiting.set(
          id,
          clock.after(wait_ms, () => send(entry, tracker)),
        );
    },
    close() {
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
    },
  };
}
