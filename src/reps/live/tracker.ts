import type { SampleBatch, SensorInfo } from '../../recording/samples.ts';
import { createConditioner } from '../../signal/conditioner.ts';
import type { Frame } from '../../signal/frame.ts';
import { type RecordingFacts, withOddities } from '../../signal/recording-facts.ts';
import type { Movement } from '../movement.ts';
import type { SetContext } from '../rep.ts';
import { BarAndSet } from './bar-and-set.ts';
import type { LiveEvent, LiveState, TracePoints } from './events.ts';
import { createTraceCollector } from './trace-collector.ts';
import { createWayIn, type WayIn } from './way-in.ts';

export interface LiveTracker {
  /** Takes samples in any batching; the same samples give the same events whatever the batching. */
  push(batch: SampleBatch): readonly LiveEvent[];
  readonly state: LiveState;
  readonly summary: RecordingFacts;
  /** The rise of the bar that no event has told the end of yet; null when there is none. */
  readonly underWay: Movement | null;
  drainTrace(): TracePoints;
  /** Forget the set, keep clock, attitude and gravity: the next rep is number 1. */
  nextSet(context: SetContext): void;
}

/**
 * The causal path of one sensor: conditioner -> the bar's motion -> rises -> reps. What it says depends on the samples
 * alone, never on how they were cut into batches; nothing is allocated per sample.
 */
export function createLiveTracker(sensor: SensorInfo, context: SetContext): LiveTracker {
  const conditioner = createConditioner(sensor, context.calibration);
  const calibrated = context.calibration !== null;
  const trace = createTraceCollector();
  let events: LiveEvent[] = [];
  let current: SetContext = context;
  let bar: BarAndSet | null = null;
  let wayIn: WayIn | null = null;

  /** The first samples say whether there is a gyroscope. */
  function start(hasGyro: boolean): void {
    bar = new BarAndSet(current, hasGyro, {
      conditioner,
      calibrated,
      oddities: () => wayIn?.oddities ?? [],
      say: (event) => events.push(event),
    });
    wayIn = createWayIn(calibrated, hasGyro, bar);
  }

  const sample = (frame: Frame): void => void (wayIn?.take(frame) && trace.add((bar as BarAndSet).motion));

  return {
    push(batch) {
      if (bar === null && batch.count > 0) start(batch.gyro_dps !== null);
      conditioner.push(batch, sample);
      const said = events;
      events = [];
      return said;
    },
    get state() {
      return {
        t_s: bar?.motion.t_s ?? 0,
        height_m: bar?.motion.filter.height_m ?? 0,
        velocity_mps: bar?.motion.filter.velocity_mps ?? 0,
        phase: bar?.set.phase ?? 'still',
        hold_since_s: bar?.set.toldHoldSince_s ?? null,
      };
    },
    get summary() {
      return withOddities({ ...conditioner.facts, lever_m: bar?.lever_m ?? null }, wayIn?.oddities ?? []);
    },
    get underWay() {
      return bar?.set.underWay ?? null;
    },
    drainTrace: trace.drain,
    nextSet(next) {
      current = next;
      bar?.nextSet(next);
      wayIn?.nextSet();
    },
  };
}
