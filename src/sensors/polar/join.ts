import type { SampleBatch } from '../../recording/samples.ts';
import { batchOf } from '../common/decoded.ts';

/**
 * Acceleration and angular rate come as separate streams with their own times: angular rate is
 * interpolated to the times of acceleration, which waits for it.
 */
export interface Joined {
  readonly batch: SampleBatch | null;
  /** Acceleration samples given up because angular rate was missing around them. */
  readonly dropped: number;
}

/** Angular rate is not invented over more than this many sample intervals (a lost frame has 50 and more). */
const LONGEST_BRIDGE = 3;
/** Acceleration waits this long for angular rate, s: two frames at the slowest rate (1.4 s each). */
const LONGEST_WAIT_S = 3;

interface Reading {
  readonly t_s: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export function createGyroJoin(rate_hz: number) {
  let accel: Reading[] = [];
  let gyro: Reading[] = [];
  let gyroSeen = false;

  function emit(): Joined {
    const ready: number[] = [];
    const rates: number[] = [];
    let dropped = 0;
    let used = 0;
    let g = 0;
    const newest_s = accel.at(-1)?.t_s ?? 0;
    for (const sample of accel) {
      while (g + 1 < gyro.length && (gyro[g + 1]?.t_s ?? 0) <= sample.t_s) g += 1;
      const before = gyro[g];
      const after = gyro[g + 1];
      if (before && before.t_s > sample.t_s) {
        // Before the first angular rate there is nothing to join; later it means a hole.
        dropped += gyroSeen ? 1 : 0;
      } else if (before && (after || before.t_s === sample.t_s)) {
        const next = after ?? before;
        const gap_s = next.t_s - before.t_s;
        if (gap_s > LONGEST_BRIDGE / rate_hz) dropped += 1;
        else {
          const f = gap_s > 0 ? (sample.t_s - before.t_s) / gap_s : 0;
          const between = (a: number, b: number): number => a + f * (b - a);
          ready.push(used);
          rates.push(between(before.x, next.x), between(before.y, next.y), between(before.z, next.z));
        }
      } else if (newest_s - sample.t_s > LONGEST_WAIT_S) dropped += 1;
      else break;
      used += 1;
    }
    const batch = ready.length > 0 ? batchFrom(ready, rates) : null;
    if (batch !== null) gyroSeen = true;
    accel = accel.slice(used);
    gyro = gyro.slice(g);
    return { batch, dropped };
  }

  function batchFrom(ready: readonly number[], rates: readonly number[]): SampleBatch {
    const samples = ready.flatMap((i) => accel[i] ?? []);
    return batchOf(
      'device',
      Float64Array.from(samples, ({ t_s }) => t_s),
      Float64Array.from(samples.flatMap(({ x, y, z }) => [x, y, z])),
      Float64Array.from(rates),
    );
  }

  return {
    accel(t_s: Float64Array, values: Float64Array): Joined {
      accel.push(...readings(t_s, values));
      return emit();
    },
    gyro(t_s: Float64Array, values: Float64Array): Joined {
      gyro.push(...readings(t_s, values));
      // Without acceleration to serve, old angular rate is not kept for ever.
      const newest_s = gyro.at(-1)?.t_s ?? 0;
      if (accel.length === 0) gyro = gyro.filter((reading) => newest_s - reading.t_s <= LONGEST_WAIT_S);
      return emit();
    },
  };
}

function readings(t_s: Float64Array, values: Float64Array): Reading[] {
  return Array.from(t_s, (t, i) => ({
    t_s: t,
    x: values[3 * i] ?? 0,
    y: values[3 * i + 1] ?? 0,
    z: values[3 * i + 2] ?? 0,
  }));
}
