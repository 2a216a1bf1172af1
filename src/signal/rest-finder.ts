import type { SampleBatch } from '../recording/samples.ts';
import type { SensorRest } from './calibrate.ts';

/** Length of the stretches in which readings are judged, s: long against vibration, short against a coach's patience. */
const STRETCH_S = 0.5;
/** Least length of a rest, s; its first and last stretch are left out. */
const REST_S = 2;
/** Spread of the acceleration above which a hand is at the bar, g: racked bars show 3.5 mg (median of real sets), held ones 24. */
const STILL_ACCEL_G = 0.01;
/** Spread of the angular rate above which a hand is at the bar, deg/s: racked bars show 0.2 (median of real sets), held ones 5. */
const STILL_RATE_DPS = 0.8;

/** Finds stretches in which nothing touches the sensor, in its raw readings. */
export interface RestFinder {
  /** A rest that has just become long enough, once for each time the sensor is put down; null otherwise. */
  push(batch: SampleBatch): SensorRest | null;
  /** How long the sensor has been still, s. */
  readonly still_s: number;
}

interface Stretch {
  count: number;
  start_s: number;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

export function createRestFinder(): RestFinder {
  let stretch: Stretch | null = null;
  let still_s = 0;
  let told = false;
  let stretches = 0;
  const total = new Float64Array(6);
  let samples = 0;
  let pending: { sum: Float64Array; count: number } | null = null;

  const forget = (): void => {
    still_s = 0;
    told = false;
    stretches = 0;
    samples = 0;
    total.fill(0);
    pending = null;
  };

  /** A stretch is over: still or not? */
  const close = (done: Stretch, hasGyro: boolean): SensorRest | null => {
    const spread = (at: number): number => {
      const mean = (done.sum[at] as number) / done.count;
      return Math.sqrt(Math.max(0, (done.squares[at] as number) / done.count - mean * mean));
    };
    const accel = Math.max(spread(0), spread(1), spread(2));
    const rate = hasGyro ? Math.max(spread(3), spread(4), spread(5)) : 0;
    if (accel > STILL_ACCEL_G || rate > STILL_RATE_DPS) {
      forget();
      return null;
    }
    still_s += STRETCH_S;
    stretches++;
    // the first stretch may hold the end of a movement, the last one the beginning of the next
    if (pending !== null) {
      for (let i = 0; i < 6; i++) total[i] = (total[i] as number) + (pending.sum[i] as number);
      samples += pending.count;
    }
    pending = stretches > 1 ? { sum: done.sum, count: done.count } : null;
    if (told || still_s < REST_S || samples === 0) return null;
    told = true;
    const mean = (at: number): number => (total[at] as number) / samples;
    return {
      accel_g: [mean(0), mean(1), mean(2)],
      gyro_dps: hasGyro ? [mean(3), mean(4), mean(5)] : null,
      weight: 1,
    };
  };

  return {
    push(batch) {
      let found: SensorRest | null = null;
      const hasGyro = batch.gyro_dps !== null;
      for (let i = 0; i < batch.count; i++) {
        const t = batch.t_s[i] ?? 0;
        if (stretch !== null && t - stretch.start_s >= STRETCH_S) {
          found = close(stretch, hasGyro) ?? found;
          stretch = null;
        }
        stretch ??= { count: 0, start_s: t, sum: new Float64Array(6), squares: new Float64Array(6) };
        for (let axis = 0; axis < 6; axis++) {
          const from = axis < 3 ? batch.accel_g : batch.gyro_dps;
          const value = from?.[3 * i + (axis % 3)] ?? 0;
          stretch.sum[axis] = (stretch.sum[axis] as number) + value;
          stretch.squares[axis] = (stretch.squares[axis] as number) + value * value;
        }
        stretch.count++;
      }
      return found;
    },
    get still_s() {
      return still_s;
    },
  };
}
