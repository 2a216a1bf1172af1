import type { TraceFrame } from '../../src/contract/station.ts';

/** Longest stretch of bar height kept for drawing: 60 s of the at most 60 points a second that main sends. */
const CAPACITY = 3_600;

/** The last stretch of bar height, outside React: written by the feed, read by the canvas. */
export interface TraceRing {
  push(frame: TraceFrame): void;
  clear(): void;
  readonly length: number;
  /** 0 is the oldest point kept. Sample time, s. */
  t_s(index: number): number;
  /** Bar height, m. */
  height_m(index: number): number;
  /** Newest sample time, s; null before the first point. */
  readonly newest_s: number | null;
  /** Sample time that belongs to a moment of the station's clock; null before the first point. */
  sampleTimeAt(epoch_ms: number): number | null;
}

export function createTraceRing(): TraceRing {
  const times = new Float64Array(CAPACITY);
  const heights = new Float64Array(CAPACITY);
  let start = 0;
  let length = 0;
  /** The newest point is none of the kept ones: it makes way for the next. */
  let provisional = false;
  let newest_s: number | null = null;
  let source_id: string | null = null;
  let sent_epoch_ms = 0;
  // Sample seconds per second of the station's clock: 1 with a sensor, more when a recording is replayed faster.
  let pace = 1;

  function clear(): void {
    start = 0;
    length = 0;
    provisional = false;
    newest_s = null;
    pace = 1;
  }

  function add(t_s: number, height_m: number): void {
    const at = (start + length) % CAPACITY;
    times[at] = t_s;
    heights[at] = height_m;
    if (length < CAPACITY) length++;
    else start = (start + 1) % CAPACITY;
  }

  return {
    push(frame) {
      const kept_s = frame.t_s.at(-1);
      const last = frame.newest?.t_s ?? kept_s;
      if (last === undefined) return;
      if (frame.source_id !== source_id || (newest_s !== null && last < newest_s)) clear();
      source_id = frame.source_id;
      if (newest_s !== null) {
        const wall_s = (frame.sent_epoch_ms - sent_epoch_ms) / 1000;
        // Frames jitter by a notification or two; a slow average keeps the paper from jerking.
        if (wall_s > 0) pace += (Math.min(200, (last - newest_s) / wall_s) - pace) * Math.min(1, wall_s);
      }
      if (provisional) length--;
      for (let i = 0; i < frame.t_s.length; i++) add(frame.t_s[i] as number, frame.height_m[i] ?? 0);
      provisional = frame.newest !== null && frame.newest.t_s !== kept_s;
      if (frame.newest !== null && provisional) add(frame.newest.t_s, frame.newest.height_m);
      newest_s = last;
      sent_epoch_ms = frame.sent_epoch_ms;
    },
    clear,
    get length() {
      return length;
    },
    t_s: (index) => times[(start + index) % CAPACITY] as number,
    height_m: (index) => heights[(start + index) % CAPACITY] as number,
    get newest_s() {
      return newest_s;
    },
    sampleTimeAt: (epoch_ms) =>
      newest_s === null ? null : newest_s + ((epoch_ms - sent_epoch_ms) / 1000) * pace,
  };
}
