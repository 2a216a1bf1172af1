import type { SampleBatch, SensorInfo } from '../recording/samples.ts';
import { G_MPS2, RAD_PER_DEG } from '../recording/units.ts';
import type { SensorCalibration } from './calibration.ts';
import { type Correct, createCorrection } from './calibration-apply.ts';
import { type ClippingDetector, createClippingDetector } from './clipping.ts';
import { createArrivalClock } from './clock/arrival-clock.ts';
import { sinceFirst } from './clock/clock-grid.ts';
import { createDeviceClock } from './clock/device-clock.ts';
import type { SampleClock } from './clock/sample-clock.ts';
import { createDespiker, type Despiker } from './despike.ts';
import { createFrame, type Frame, type FrameSink, type Stage } from './frame.ts';
import { createGapMarker, type GapMarker } from './gaps.ts';
import { createHeldFilter, type HeldFilter } from './held.ts';
import { describeRecording, type RecordingFacts } from './recording-facts.ts';

export interface Conditioner {
  /** Frames leave through `sink` in order, reused: copy what must last. Any batching gives the same frames. */
  push(batch: SampleBatch, sink: FrameSink): void;
  /** Lets go of the frames still in the look-ahead. */
  flush(sink: FrameSink): void;
  /** Sample-clock time of the newest sample taken in, s: the "now" of the causal path. */
  readonly newest_s: number;
  readonly facts: RecordingFacts;
}

/** Before the despiker: what the clock has timed. */
class Entrance implements Stage {
  frames = 0;
  readonly newest = { t_s: 0.5 };
  readonly gaps: GapMarker = createGapMarker();
  private readonly next: Stage;

  constructor(next: Stage) {
    this.next = next;
  }

  push(frame: Frame): void {
    this.gaps.mark(frame);
    this.newest.t_s = frame.t_s;
    this.frames += 1;
    this.next.push(frame);
  }
}

/** After the held filter: clipping, calibration, and out. */
class Exit implements Stage {
  sink: FrameSink = () => {};
  readonly clipping: ClippingDetector;
  private readonly correct: Correct;

  constructor(clipping: ClippingDetector, correct: Correct) {
    this.clipping = clipping;
    this.correct = correct;
  }

  push(frame: Frame): void {
    this.clipping.mark(frame);
    this.correct(frame);
    this.sink(frame);
  }
}

class Chain implements Conditioner {
  private readonly raw = createFrame();
  private readonly exit: Exit;
  private readonly held: HeldFilter;
  private readonly despiker: Despiker;
  private readonly entrance: Entrance;
  private readonly nominal_rate_hz: number | null;
  private clock: SampleClock | null = null;
  private hasGyro = false;
  private first_s: number | null = null;

  constructor(sensor: SensorInfo, calibration: SensorCalibration | null) {
    this.nominal_rate_hz = sensor.nominal_rate_hz;
    this.exit = new Exit(createClippingDetector(sensor.accel_range_g), createCorrection(calibration));
    this.held = createHeldFilter(this.exit);
    this.despiker = createDespiker(this.held);
    this.entrance = new Entrance(this.despiker);
  }

  push({ clock: kind, count, t_s, accel_g, gyro_dps }: SampleBatch, sink: FrameSink): void {
    this.exit.sink = sink;
    this.clock ??=
      kind === 'device'
        ? createDeviceClock(this.entrance)
        : createArrivalClock(this.nominal_rate_hz, this.entrance);
    if (count > 0) this.first_s ??= t_s[0] as number;
    const first_s = this.first_s ?? 0;
    const { clock, raw } = this;
    if (gyro_dps !== null) this.hasGyro = true;
    for (let i = 0, j = 0; i < count; i += 1, j += 3) {
      raw.t_s = sinceFirst(t_s[i] as number, first_s);
      raw.ax = (accel_g[j] as number) * G_MPS2;
      raw.ay = (accel_g[j + 1] as number) * G_MPS2;
      raw.az = (accel_g[j + 2] as number) * G_MPS2;
      raw.gx = gyro_dps === null ? 0 : (gyro_dps[j] as number) * RAD_PER_DEG;
      raw.gy = gyro_dps === null ? 0 : (gyro_dps[j + 1] as number) * RAD_PER_DEG;
      raw.gz = gyro_dps === null ? 0 : (gyro_dps[j + 2] as number) * RAD_PER_DEG;
      raw.flags = 0;
      clock.push(raw);
    }
  }

  flush(sink: FrameSink): void {
    this.exit.sink = sink;
    this.clock?.flush();
    this.despiker.flush();
  }

  get newest_s(): number {
    return this.clock?.newest_s ?? 0;
  }

  get facts(): RecordingFacts {
    const { entrance, held, clock, exit, despiker } = this;
    return describeRecording({
      frames: entrance.frames,
      duration_s: entrance.frames > 0 ? entrance.newest.t_s : 0,
      held: held.held,
      lost: clock?.lost ?? 0,
      gaps: entrance.gaps.gaps,
      missing_s: entrance.gaps.missing_s,
      jumped_s: entrance.gaps.jumped_s,
      longest_gap_s: entrance.gaps.longest_s,
      clipped: exit.clipping.clipped,
      despiked: despiker.despiked,
      axes: this.hasGyro ? 6 : 3,
    });
  }
}

/**
 * Raw samples in, clean ones out: sample clock, despiking, held samples dropped, clipping marked, calibration applied,
 * SI units, seconds from the first sample. Looks ahead by at most two frames; on an arrival clock, 1.5 s more at the start.
 */
export function createConditioner(sensor: SensorInfo, calibration: SensorCalibration | null): Conditioner {
  return new Chain(sensor, calibration);
}
