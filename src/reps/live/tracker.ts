import type { SampleBatch, SensorInfo } from '../../recording/samples.ts';
import { createConditioner } from '../../signal/conditioner.ts';
import { copyFrame, createFrame, type Frame } from '../../signal/frame.ts';
import { createFrameQueue } from '../../signal/frame-queue.ts';
import { createLeverFinder } from '../../signal/lever/lever-finder.ts';
import { createLeverTaker } from '../../signal/lever/take-out.ts';
import { createGyroDoor } from '../../signal/plausibility/gyro-door.ts';
import { isGyroUseless } from '../../signal/plausibility/oddity.ts';
import { createPlausibilityWatch } from '../../signal/plausibility/watch.ts';
import { type RecordingFacts, repReasons, withOddities } from '../../signal/recording-facts.ts';
import type { Movement } from '../movement.ts';
import type { SetContext } from '../rep.ts';
import type { LiveEvent, LiveState, TracePoints } from './events.ts';
import { type BarMotion, createBarMotion } from './motion/bar-motion.ts';
import { createMotionHistory } from './motion/motion-history.ts';
import { createRunningSet, type RunningSet } from './running-set.ts';
import { createTraceCollector } from './trace-collector.ts';

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

/** Frames kept at the beginning of a set: a gyroscope shows within 10 s of movement what it is, and this is 40 s at 200 Hz. */
const EARLY_FRAMES = 8000;

/**
 * The causal path of one sensor: conditioner -> the bar's motion -> rises -> reps. What it says depends on the samples
 * alone, never on how they were cut into batches; nothing is allocated per sample.
 */
export function createLiveTracker(sensor: SensorInfo, context: SetContext): LiveTracker {
  const conditioner = createConditioner(sensor, context.calibration);
  const levers = createLeverFinder();
  const taker = createLeverTaker();
  /** The frames of this set while the gyroscope may still turn out to be read wrongly. */
  const early = createFrameQueue();
  const again = createFrame();
  let history = createMotionHistory();
  const trace = createTraceCollector();
  let events: LiveEvent[] = [];
  let motion: BarMotion | null = null;
  let set: RunningSet | null = null;
  let current: SetContext = context;
  /** The first samples say whether there is a gyroscope. */
  let hasGyro = false;
  let hopeless = false;
  let watch = createPlausibilityWatch(context.calibration !== null, hasGyro);
  let door = createGyroDoor(watch);

  function say(event: LiveEvent): void {
    events.push(event);
  }

  const begin = (moving: BarMotion): RunningSet =>
    createRunningSet({
      conditioner,
      motion: moving,
      history,
      context: current,
      doubts: () => repReasons(watch.oddities),
      say,
    });

  function start(): void {
    motion = createBarMotion(context.calibration !== null, hasGyro && door.useful);
    set = begin(motion);
  }

  function sample(frame: Frame): void {
    watch.time(frame.t_s);
    watch.update(frame);
    if (watch.hopeless !== hopeless) turnHopeless();
    if (hopeless) return;
    if (hasGyro && early.length < EARLY_FRAMES) early.add(frame);
    if (door.waits && openDoor()) return;
    door.pass(frame);
    follow(frame);
    trace.add(motion as BarMotion);
  }

  function follow(frame: Frame): void {
    const { lever } = levers;
    if (levers.push(frame) && lever !== levers.lever) twisted();
    taker.take(frame, levers.lever);
    (motion as BarMotion).update(frame);
    set?.update(frame);
  }

  /**
   * The gyroscope is to be read otherwise. Early in a set, what was told of it is taken back and told anew from the same frames.
   * Later a rep that runs is not disturbed: between two of them the attitude finds its way back by itself, and with fewer
   * axes only the next set begins. True when this frame is done.
   */
  function openDoor(): boolean {
    if (early.length < EARLY_FRAMES) {
      set?.takeBack();
      door.open();
      levers.forget();
      history = createMotionHistory();
      start();
      for (let i = 0; i < early.length; i += 1) {
        copyFrame(early.at(i), again);
        door.pass(again);
        follow(again);
      }
      return true;
    }
    const between = set?.phase !== 'concentric' && set?.phase !== 'lockout';
    if (between && !isGyroUseless(watch.oddities)) door.open();
    return false;
  }

  /** Of a signal that cannot be true nothing is told; what was told of it is taken back. */
  function turnHopeless(): void {
    hopeless = !hopeless;
    if (hopeless) set?.takeBack();
    else start();
  }

  /**
   * A twist before the set has told where the sensor sits: what was seen until now was no lifting, and not the bar's motion
   * but the sensor's. The bar lies again, and all begins anew.
   */
  function twisted(): void {
    if (set === null || set.hasRepBefore(levers.twisted_s)) return;
    set.takeBack();
    start();
  }

  return {
    push(batch) {
      if (motion === null && batch.count > 0) {
        hasGyro = batch.gyro_dps !== null;
        watch = createPlausibilityWatch(context.calibration !== null, hasGyro);
        door = createGyroDoor(watch);
        start();
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
      return withOddities({ ...conditioner.facts, lever_m: levers.lever?.length_m ?? null }, watch.oddities);
    },
    get underWay() {
      return set?.underWay ?? null;
    },
    drainTrace: trace.drain,
    nextSet(next) {
      current = next;
      // the end-of-set result knows a set's own samples only
      levers.forget();
      early.clear();
      if (motion === null) return;
      if (!door.waits) set = begin(motion);
      else {
        door.open();
        start();
      }
    },
  };
}
