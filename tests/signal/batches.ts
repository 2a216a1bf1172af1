import type { Recording, SampleBatch, SensorInfo } from '../../src/recording/samples.ts';
import { UNKNOWN_SENSOR } from '../../src/recording/samples.ts';

/** A piece of a recording as a batch. */
export function slice(recording: Recording, from: number, to: number): SampleBatch {
  const t_s = recording.t_s.slice(from, to);
  return {
    count: t_s.length,
    clock: recording.clock,
    t_s,
    accel_g: recording.accel_g.slice(3 * from, 3 * to),
    gyro_dps: recording.gyro_dps?.slice(3 * from, 3 * to) ?? null,
  };
}

/** Cuts a recording into batches of the given sizes, over and over. */
export function* cut(recording: Recording, sizes: readonly number[]): Generator<SampleBatch> {
  let from = 0;
  for (let k = 0; from < recording.t_s.length; k += 1) {
    const to = Math.min(recording.t_s.length, from + (sizes[k % sizes.length] ?? 1));
    yield slice(recording, from, to);
    from = to;
  }
}

export interface Motionless {
  readonly seconds: number;
  readonly rate_hz?: number;
  readonly sensor?: SensorInfo;
  /** Acceleration of sample i at time t, g; level rest when left out. */
  readonly accel?: (t_s: number, i: number) => readonly [number, number, number];
  readonly gyro?: (t_s: number, i: number) => readonly [number, number, number];
}

/** A recording from formulas, on the device clock. */
export function recordingOf(what: Motionless): Recording {
  const rate_hz = what.rate_hz ?? 100;
  const n = Math.round(what.seconds * rate_hz);
  const t_s = Float64Array.from({ length: n }, (_, i) => i / rate_hz);
  const accel_g = new Float64Array(3 * n);
  const gyro_dps = new Float64Array(3 * n);
  for (let i = 0; i < n; i += 1) {
    accel_g.set(what.accel?.(i / rate_hz, i) ?? [0, 0, 1], 3 * i);
    gyro_dps.set(what.gyro?.(i / rate_hz, i) ?? [0, 0, 0], 3 * i);
  }
  return { sensor: what.sensor ?? UNKNOWN_SENSOR, clock: 'device', t_s, accel_g, gyro_dps };
}

/** The same recording with arrival times: `frames` samples share the time the last of them could arrive. */
export function arriving(
  recording: Recording,
  frames: number,
  delay_s: (burst: number) => number,
): Recording {
  const n = recording.t_s.length;
  const t_s = new Float64Array(n);
  let newest = 0;
  for (let i = 0; i < n; i += 1) {
    const burst = Math.floor(i / frames);
    const last = Math.min(n - 1, (burst + 1) * frames - 1);
    newest = Math.max(newest, (recording.t_s[last] as number) + delay_s(burst));
    t_s[i] = newest;
  }
  const first = t_s[0] as number;
  return { ...recording, clock: 'arrival', t_s: t_s.map((t) => t - first) };
}

/** Without some of its samples. */
export function without(recording: Recording, gone: (i: number) => boolean): Recording {
  const kept = Array.from(recording.t_s.keys()).filter((i) => !gone(i));
  const gyro = recording.gyro_dps;
  const triple = (values: Float64Array) =>
    Float64Array.from(kept.flatMap((i) => Array.from(values.subarray(3 * i, 3 * i + 3))));
  return {
    ...recording,
    t_s: Float64Array.from(kept, (i) => recording.t_s[i] as number),
    accel_g: triple(recording.accel_g),
    gyro_dps: gyro === null ? null : triple(gyro),
  };
}
