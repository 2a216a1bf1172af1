import type { SampleBatch, SensorInfo } from '../recording/samples.ts';
import type { SensorCalibration } from './calibration.ts';
import { createCorrection } from './calibration-apply.ts';
import { createClippingDetector } from './clipping.ts';
import { createArrivalClock } from './clock/arrival-clock.ts';
import { createDeviceClock } from './clock/device-clock.ts';
import type { SampleClock } from './clock/sample-clock.ts';
import { createDespiker } from './despike.ts';
import { createFrame, type Frame, type FrameSink } from './frame.ts';
import { createGapMarker } from './gaps.ts';
import { createHeldFilter } from './held.ts';
import { describeRecording, type RecordingFacts } from './recording-facts.ts';
import { G_MPS2, RAD_PER_DEG } from './units.ts';

export interface Conditioner {
  /** Frames leave through `sink` in order, reused: copy what must last. Any batching gives the same frames. */
  push(batch: SampleBatch, sink: FrameSink): void;
  /** Lets go of the frames still in the look-ahead. */
  flush(sink: FrameSink): void;
  /** Sample-clock time of the newest sample taken in, s: the "now" of the causal path. */
  readonly newest_s: number;
  readonly facts: RecordingFacts;
}

/**
 * Raw samples in, clean ones out: sample clock, despiking, held samples dropped, clipping marked, calibration applied,
 * SI units, seconds from the first sample. At most two frames of look-ahead; on an arrival clock a second more at the start.
 */
export function createConditioner(sensor: SensorInfo, calibration: SensorCalibration | null): Conditioner {
  const raw = createFrame();
  const state = { sink: (() => {}) as FrameSink, frames: 0, first_s: 0, last_s: 0.5, hasGyro: false };
  const correct = createCorrection(calibration);
  const clipping = createClippingDetector(sensor.accel_range_g);
  const held = createHeldFilter(finish);
  const despiker = createDespiker((frame) => held.push(frame));
  const gaps = createGapMarker();
  let clock: SampleClock | null = null;

  function finish(frame: Frame): void {
    clipping.mark(frame);
    correct(frame);
    state.sink(frame);
  }

  function timed(frame: Frame): void {
    gaps.mark(frame);
    state.last_s = frame.t_s;
    state.frames += 1;
    despiker.push(frame);
  }

  return {
    push(batch, sink) {
      state.sink = sink;
      clock ??=
        batch.clock === 'device'
          ? createDeviceClock(timed)
          : createArrivalClock(sensor.nominal_rate_hz, timed);
      const { t_s, accel_g, gyro_dps } = batch;
      if (gyro_dps !== null) state.hasGyro = true;
      for (let i = 0, j = 0; i < batch.count; i += 1, j += 3) {
        raw.t_s = t_s[i] as number;
        raw.ax = (accel_g[j] as number) * G_MPS2;
        raw.ay = (accel_g[j + 1] as number) * G_MPS2;
        raw.az = (accel_g[j + 2] as number) * G_MPS2;
        raw.gx = gyro_dps === null ? 0 : (gyro_dps[j] as number) * RAD_PER_DEG;
        raw.gy = gyro_dps === null ? 0 : (gyro_dps[j + 1] as number) * RAD_PER_DEG;
        raw.gz = gyro_dps === null ? 0 : (gyro_dps[j + 2] as number) * RAD_PER_DEG;
        raw.flags = 0;
        clock.push(raw);
      }
    },
    flush(sink) {
      state.sink = sink;
      clock?.flush();
      despiker.flush();
    },
    get newest_s() {
      return clock?.newest_s ?? 0;
    },
    get facts() {
      return describeRecording({
        frames: state.frames,
        duration_s: state.frames > 0 ? state.last_s : 0,
        held: held.held,
        lost: clock?.lost ?? 0,
        gaps: gaps.gaps,
        missing_s: gaps.missing_s,
        longest_gap_s: gaps.longest_s,
        clipped: clipping.clipped,
        despiked: despiker.despiked,
        axes: state.hasGyro ? 6 : 3,
      });
    },
  };
}
