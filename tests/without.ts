import type { Recording } from '../src/recording/samples.ts';

/** The recording without what was measured between two moments. */
export function without(recording: Recording, from_s: number, to_s: number): Recording {
  const kept = [...recording.t_s.keys()].filter((i) => {
    const t_s = recording.t_s[i] as number;
    return t_s < from_s || t_s > to_s;
  });
  const three = (values: Float64Array) =>
    Float64Array.from(kept.flatMap((i) => [...values.subarray(3 * i, 3 * i + 3)]));
  const t_s = Float64Array.from(kept, (i) => recording.t_s[i] as number);
  const gyro_dps = recording.gyro_dps === null ? null : three(recording.gyro_dps);
  return { ...recording, t_s, accel_g: three(recording.accel_g), gyro_dps };
}
