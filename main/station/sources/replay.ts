import type { Recording, SampleBatch } from '../../../src/recording/samples.ts';
import type { StationClock } from '../clock.ts';
import { createPacedSource, type PacedSource } from './pace.ts';

/** A recording on the sensor's clock does not say how it was delivered: notifications of this length are assumed, s. */
const ASSUMED_BURST_S = 0.04;

/** Plays a recording in the bursts it arrived in, `speed` times as fast as it was taken. */
export function createReplay(
  clock: StationClock,
  recording: Recording,
  name: string,
  speed: number,
): PacedSource {
  let at = 0;
  const next = (): { due_s: number; batch: SampleBatch } | null => {
    const count = recording.t_s.length;
    if (at >= count) return null;
    const end = burstEnd(recording, at);
    const batch = sliceRecording(recording, at, end);
    at = end;
    // a burst is there when its last sample is
    return { due_s: recording.t_s[end - 1] ?? 0, batch };
  };
  return createPacedSource(clock, { kind: 'replay', name, sensor: recording.sensor }, speed, next);
}

function burstEnd(recording: Recording, from: number): number {
  const { t_s, clock } = recording;
  const first = t_s[from] ?? 0;
  let end = from + 1;
  const belongs = (t: number): boolean => (clock === 'arrival' ? t === first : t - first < ASSUMED_BURST_S);
  while (end < t_s.length && belongs(t_s[end] ?? Number.POSITIVE_INFINITY)) end++;
  return end;
}

export function sliceRecording(recording: Recording, from: number, to: number): SampleBatch {
  return {
    count: to - from,
    clock: recording.clock,
    t_s: recording.t_s.slice(from, to),
    accel_g: recording.accel_g.slice(3 * from, 3 * to),
    gyro_dps: recording.gyro_dps?.slice(3 * from, 3 * to) ?? null,
  };
}
