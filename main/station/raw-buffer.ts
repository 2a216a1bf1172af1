import type { ClockKind, Recording, SampleBatch, SensorInfo } from '../../src/recording/samples.ts';

/**
 * The raw samples as they came, of the stretch that may still become part of a set. Times are those of
 * the source; nothing is changed, so that what is stored can be analysed again with the same answer.
 */
export interface RawBuffer {
  push(batch: SampleBatch): void;
  /** Forgets batches that ended before `raw_s`. */
  trim(raw_s: number): void;
  /** Batches from the one that holds `raw_s` on. */
  from(raw_s: number): readonly SampleBatch[];
  /** Time of the newest sample, on the source's clock; null when empty. */
  readonly last_s: number | null;
}

export function createRawBuffer(): RawBuffer {
  let batches: SampleBatch[] = [];
  const lastOf = (batch: SampleBatch): number => batch.t_s[batch.count - 1] ?? 0;
  const firstKept = (raw_s: number): number => {
    const index = batches.findIndex((batch) => lastOf(batch) >= raw_s);
    return index < 0 ? batches.length : index;
  };
  return {
    push(batch) {
      if (batch.count > 0) batches.push(batch);
    },
    trim(raw_s) {
      const keep = firstKept(raw_s);
      if (keep > 0) batches = batches.slice(keep);
    },
    from: (raw_s) => batches.slice(firstKept(raw_s)),
    get last_s() {
      const last = batches.at(-1);
      return last === undefined ? null : lastOf(last);
    },
  };
}

/** Batches end to end as a recording whose time starts at its first sample. */
export function joinBatches(
  batches: readonly SampleBatch[],
  sensor: SensorInfo,
  clock: ClockKind,
): Recording {
  const count = batches.reduce((sum, batch) => sum + batch.count, 0);
  const hasGyro = batches.length > 0 && batches.every((batch) => batch.gyro_dps !== null);
  const t_s = new Float64Array(count);
  const accel_g = new Float64Array(3 * count);
  const gyro_dps = hasGyro ? new Float64Array(3 * count) : null;
  const origin = batches[0]?.t_s[0] ?? 0;
  let at = 0;
  for (const batch of batches) {
    for (let i = 0; i < batch.count; i++) t_s[at + i] = (batch.t_s[i] ?? 0) - origin;
    accel_g.set(batch.accel_g.subarray(0, 3 * batch.count), 3 * at);
    if (gyro_dps && batch.gyro_dps) gyro_dps.set(batch.gyro_dps.subarray(0, 3 * batch.count), 3 * at);
    at += batch.count;
  }
  return { sensor, clock, t_s, accel_g, gyro_dps };
}
