import type { Recording, SampleBatch } from '../recording/samples.ts';
import type { SensorCalibration } from './calibration.ts';
import { fitArrivalTimes } from './clock/arrival-fit.ts';
import { sinceFirst } from './clock/clock-grid.ts';
import { createConditioner } from './conditioner.ts';
import type { Frame } from './frame.ts';
import type { Lever } from './lever/lever.ts';
import { takeLeverOut } from './lever/take-out.ts';
import { findLever } from './lever/twist-lever.ts';
import { isGyroUseless, isHopeless, type Oddity, readingOf } from './plausibility/oddity.ts';
import { readRates } from './plausibility/read-gyro.ts';
import { createPlausibilityWatch } from './plausibility/watch.ts';
import { type RecordingFacts, withOddities } from './recording-facts.ts';

/** Clean samples of a whole recording; held ones are gone, so steps in time may differ. */
export interface ConditionedRecording {
  readonly count: number;
  /** Seconds from the first sample, increasing. */
  readonly t_s: Float64Array;
  /** Calibrated, sensor axes, m/s2, length 3 * count. */
  readonly accel_mps2: Float64Array;
  /** rad/s, length 3 * count; null for a 3-axis sensor. */
  readonly rate_rads: Float64Array | null;
  /** Bits of `FrameFlag`. */
  readonly flags: Uint8Array;
  readonly facts: RecordingFacts;
  /** What the signal cannot be, and what was put right in it. */
  readonly oddities: readonly Oddity[];
  /** Where the sensor sits on the bar, as a twist told; it is taken out of `accel_mps2`. null: not told. */
  readonly lever: Lever | null;
}

/**
 * The same chain as the live one, but with the clock fitted to all arrivals at once: frames lost on the way are
 * put where they were lost. Where the bar was twisted, all samples are of its axis then. Order n.
 */
export function conditionRecording(
  recording: Recording,
  calibration: SensorCalibration | null,
): ConditionedRecording {
  const n = recording.t_s.length;
  const arrival = recording.clock === 'arrival';
  const first_s = recording.t_s[0] ?? 0;
  const fitted = arrival ? fitArrivalTimes(recording.t_s.map((t) => sinceFirst(t, first_s))) : null;
  const batch: SampleBatch = {
    count: n,
    clock: 'device',
    t_s: fitted?.t_s ?? recording.t_s,
    accel_g: recording.accel_g,
    gyro_dps: recording.gyro_dps,
  };
  const t_s = new Float64Array(n);
  const accel_mps2 = new Float64Array(3 * n);
  const rate_rads = new Float64Array(3 * n);
  const flags = new Uint8Array(n);
  let count = 0;
  const watch = createPlausibilityWatch(calibration !== null, recording.gyro_dps !== null);
  for (let i = 0; i < n; i += 1) watch.time(recording.t_s[i] as number);
  const keep = (frame: Frame) => {
    watch.update(frame);
    const j = 3 * count;
    t_s[count] = frame.t_s;
    accel_mps2[j] = frame.ax;
    accel_mps2[j + 1] = frame.ay;
    accel_mps2[j + 2] = frame.az;
    rate_rads[j] = frame.gx;
    rate_rads[j + 1] = frame.gy;
    rate_rads[j + 2] = frame.gz;
    flags[count] = frame.flags;
    count += 1;
  };
  const conditioner = createConditioner(recording.sensor, calibration);
  conditioner.push(batch, keep);
  conditioner.flush(keep);
  watch.end();
  const { oddities } = watch;
  const samples = {
    t_s: t_s.subarray(0, count),
    accel_mps2: accel_mps2.subarray(0, 3 * count),
    rate_rads: rate_rads.subarray(0, 3 * count),
  };
  const reading = readingOf(oddities);
  if (reading !== null) readRates(samples.rate_rads, reading);
  const hasGyro = recording.gyro_dps !== null && !isGyroUseless(oddities);
  const lever = hasGyro && !oddities.some(isHopeless) ? findLever(samples) : null;
  if (lever !== null) takeLeverOut(lever, samples);
  return {
    ...samples,
    count,
    rate_rads: hasGyro ? samples.rate_rads : null,
    flags: flags.subarray(0, count),
    facts: withOddities({ ...conditioner.facts, lever_m: lever?.length_m ?? null }, oddities),
    oddities,
    lever,
  };
}
