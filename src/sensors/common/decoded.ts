import type { ClockKind, SampleBatch } from '../../recording/samples.ts';
import type { Decoded } from '../driver.ts';

/** A notification without samples, battery or fault: an acknowledgement, or another characteristic's. */
export const NOTHING: Decoded = { batch: null, battery_percent: null, lost: 0, malformed: 0 };
export const MALFORMED: Decoded = { ...NOTHING, malformed: 1 };

/**
 * No MEMS part of these families measures beyond 32 g or 4000 deg/s. A number above this came from
 * damaged or misunderstood bytes and would ruin a velocity integral, so its packet is refused.
 */
const CREDIBLE_ACCEL_G = 64;
const CREDIBLE_GYRO_DPS = 8_000;

/** True when every number is finite and physically possible (NaN fails the comparison too). */
export function isCredible(accel_g: Float64Array, gyro_dps: Float64Array | null): boolean {
  for (const a of accel_g) if (!(Math.abs(a) <= CREDIBLE_ACCEL_G)) return false;
  if (gyro_dps) for (const w of gyro_dps) if (!(Math.abs(w) <= CREDIBLE_GYRO_DPS)) return false;
  return true;
}

export function batchOf(
  clock: ClockKind,
  t_s: Float64Array,
  accel_g: Float64Array,
  gyro_dps: Float64Array | null,
): SampleBatch {
  return { count: t_s.length, clock, t_s, accel_g, gyro_dps };
}

/** `count` samples that share the moment they arrived. */
export function arrivedAt(arrival_s: number, count: number): Float64Array {
  return new Float64Array(count).fill(arrival_s);
}

/** Two answers of one notification as one; `later` follows `earlier` in time and has its axes. */
export function joined(earlier: Decoded, later: Decoded): Decoded {
  return {
    batch: joinedBatch(earlier.batch, later.batch),
    battery_percent: later.battery_percent ?? earlier.battery_percent,
    lost: earlier.lost + later.lost,
    malformed: earlier.malformed + later.malformed,
  };
}

function joinedBatch(a: SampleBatch | null, b: SampleBatch | null): SampleBatch | null {
  if (a === null || b === null) return a ?? b;
  const both = (x: Float64Array, y: Float64Array): Float64Array => {
    const whole = new Float64Array(x.length + y.length);
    whole.set(x);
    whole.set(y, x.length);
    return whole;
  };
  const gyro_dps = a.gyro_dps && b.gyro_dps ? both(a.gyro_dps, b.gyro_dps) : null;
  return batchOf(b.clock, both(a.t_s, b.t_s), both(a.accel_g, b.accel_g), gyro_dps);
}
