import type { ClockKind, Recording, SampleBatch, SensorInfo } from './samples.ts';

/** Batches end to end as a recording whose time starts at its first sample; 6-axis when every batch is. */
export function joinBatches(
  batches: readonly SampleBatch[],
  sensor: SensorInfo,
  clock: ClockKind,
): Recording {
  const count = batches.reduce((sum, batch) => sum + batch.count, 0);
  const six = batches.length > 0 && batches.every((batch) => batch.gyro_dps !== null);
  const t_s = new Float64Array(count);
  const accel_g = new Float64Array(3 * count);
  const gyro_dps = six ? new Float64Array(3 * count) : null;
  const origin_s = batches[0]?.t_s[0] ?? 0;
  let at = 0;
  for (const batch of batches) {
    for (let i = 0; i < batch.count; i++) t_s[at + i] = (batch.t_s[i] ?? 0) - origin_s;
    accel_g.set(batch.accel_g.subarray(0, 3 * batch.count), 3 * at);
    if (gyro_dps && batch.gyro_dps) gyro_dps.set(batch.gyro_dps.subarray(0, 3 * batch.count), 3 * at);
    at += batch.count;
  }
  return { sensor, clock, t_s, accel_g, gyro_dps };
}
