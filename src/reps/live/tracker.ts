import type { SampleBatch, SensorInfo } from '../../recording/samples.ts';
import { createConditioner } from '../../signal/conditioner.ts';
import type { Frame } from '../../signal/frame.ts';
import { createLeverFinder } from '../../signal/lever/lever-finder.ts';
import { createLeverTaker } from '../../signal/lever/take-out.ts';
import { HandWatch } from '../../signal/off-bar/hand-watch.ts';
import { type RecordingFacts, repReasons, withOddities } from '../../signal/recording-facts.ts';
import type { Movement } from '../movement.ts';
import type { SetContext } from '../rep.ts';
import type { LiveEvent, LiveState, TracePoints } from './events.ts';
import { type BarMotion, createBarMotion } from './motion/bar-motion.ts';
import { createMotionHistory } from './motion/motion-history.ts';
import { createRunningSet, type RunningSet } from './running-set.ts';
import { createTraceCollector } from './trace-collector.ts';
import { type Behind, createWayIn, type WayIn } from './way-in.ts';

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
  const levers = createLeverFinder();
  const taker = createLeverTaker();
  let hand = new HandWatch();
  let history = createMotionHistory();
  const trace = createTraceCollector();
  let events: LiveEvent[] = [];
  let motion: BarMotion | null = null;
  let hasGyro = false;
  let set: RunningSet | null = null;
  let current: SetContext = context;
  /** The first samples say whether there is a gyroscope. */
  let wayIn: WayIn | null = null;

  const doubts = () => repReasons(wayIn?.oddities ?? []);
  const say = (event: LiveEvent): unknown => events.push(event);
  const begin = (moving: BarMotion): RunningSet =>
    createRunningSet({ conditioner, motion: moving, history, context: current, doubts, say });

  function start(withGyro: boolean): void {
    hasGyro = withGyro;
    levers.forget();
    history = createMotionHistory();
    hand = new HandWatch();
    motion = createBarMotion(context.calibration !== null, withGyro);
    set = begin(motion);
  }

  const sample = (frame: Frame): void => void (wayIn?.take(frame) && trace.add(motion as BarMotion));

  const behind: Behind = {
    start,
    takeBack: () => set?.takeBack(),
    get busy() {
      return set?.phase === 'concentric' || set?.phase === 'lockout';
    },
    follow(frame) {
      const { lever } = levers;
      if (levers.push(frame) && lever !== levers.lever) twisted();
      taker.take(frame, levers.lever);
      (motion as BarMotion).update(frame);
      if (hand.push(frame)) takenOff();
      if (!hand.away) set?.update(frame);
    },
  };

  /** A hand has taken the sensor off the bar: that ends the set, and until it lies still again nothing is counted. */
  function takenOff(): void {
    set?.leaveBar(hand.since_s);
    if (motion !== null && !set?.hasRepBefore(hand.since_s)) set = begin(motion);
  }

  /**
   * A twist before the set has told where the sensor sits: what was seen until now was no lifting, and not the bar's motion
   * but the sensor's. The bar lies again, and all begins anew.
   */
  function twisted(): void {
    if (set === null || set.hasRepBefore(levers.twisted_s)) return;
    set.takeBack();
    motion = createBarMotion(context.calibration !== null, hasGyro);
    set = begin(motion);
  }

  return {
    push(batch) {
      if (motion === null && batch.count > 0) {
        start(batch.gyro_dps !== null);
        wayIn = createWayIn(context.calibration !== null, hasGyro, behind);
      }
      conditioner.push(batch, sample);
      const said = events;
      events = [];
      return said;
    },
    get state() {
      return {
        t_s: motion?.t_s ?? 0,
        height_m: motion?.filter.height_m ?? 0,
        velocity_mps: motion?.filter.velocity_mps ?? 0,
        phase: set?.phase ?? 'still',
        hold_since_s: set?.toldHoldSince_s ?? null,
      };
    },
    get summary() {
      const facts = { ...conditioner.facts, lever_m: levers.lever?.length_m ?? null };
      return withOddities(facts, wayIn?.oddities ?? []);
    },
    get underWay() {
      return set?.underWay ?? null;
    },
    drainTrace: trace.drain,
    nextSet(next) {
      current = next;
      // the end-of-set result knows a set's own samples only
      levers.forget();
      if (motion !== null && !wayIn?.nextSet()) set = begin(motion);
    },
  };
}
