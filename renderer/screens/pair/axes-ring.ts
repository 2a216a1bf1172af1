import type { TraceFrame } from '../../../src/contract/station.ts';

/** Seconds of axes on show. */
export const AXES_WINDOW_S = 8;
/** No more frames a second come for one source. */
const CAPACITY = AXES_WINDOW_S * 128;

type Vector = readonly [number, number, number];
export interface AxesReading {
  /** The station's steady clock, ms. */
  readonly at_ms: number;
  readonly accel_g: Vector;
  readonly gyro_dps: Vector | null;
}

/** The newest readings of one source, oldest first; outside React. */
export function createAxesRing() {
  let readings: AxesReading[] = [];
  return {
    push(frame: TraceFrame): void {
      if (frame.accel_g === null) return;
      readings.push({ at_ms: frame.sent_epoch_ms, accel_g: frame.accel_g, gyro_dps: frame.gyro_dps });
      if (readings.length > 2 * CAPACITY) readings = readings.slice(-CAPACITY);
    },
    clear(): void {
      readings = [];
    },
    since: (at_ms: number): readonly AxesReading[] => {
      const first = readings.findIndex((reading) => reading.at_ms >= at_ms);
      return first === -1 ? [] : readings.slice(Math.max(0, first - 1));
    },
  };
}
export type AxesRing = ReturnType<typeof createAxesRing>;
