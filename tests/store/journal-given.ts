import type { JournalHeader } from '../../main/store/index.ts';
import type { SampleBatch } from '../../src/recording/samples.ts';
import { aRecording, NOON, someLabels } from './values.ts';

export const aHeader = (athlete_id: number, what: Partial<JournalHeader> = {}): JournalHeader => ({
  labels: someLabels(athlete_id),
  athlete_name: 'Maja',
  sensor: aRecording(1).sensor,
  started_epoch_ms: NOON,
  ...what,
});

/** Samples of `aRecording`, as a source would deliver them: on a clock that did not start at zero. */
export const SOURCE_START_S = 512;

export function aBatch(from: number, count: number): SampleBatch {
  const { t_s, accel_g, gyro_dps } = aRecording(from + count);
  return {
    count,
    clock: 'device',
    t_s: t_s.slice(from).map((t) => t + SOURCE_START_S),
    accel_g: accel_g.slice(3 * from),
    gyro_dps: gyro_dps?.slice(3 * from) ?? null,
  };
}
