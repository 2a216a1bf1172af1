import { liftOf, variationOf } from '../../lifts/catalogue.ts';
import type { SampleBatch } from '../../recording/samples.ts';
import { createConditioner } from '../../signal/conditioner.ts';
import type { Frame } from '../../signal/frame.ts';
import { createLeverFinder } from '../../signal/lever/lever-finder.ts';
import { createLeverTaker } from '../../signal/lever/take-out.ts';
import { Reason } from '../../signal/recording-facts.ts';
import { VELOCITY_HZ } from '../measure/quality.ts';
import type { SetContext } from '../rep.ts';
import type { CreateLiveTracker, LiveEvent, LivePhase, LiveState, LiveTracker } from './events.ts';
import { createLiveHistory } from './motion/history.ts';
import { createLiveMotion, type LiveMotion } from './motion/motion.ts';
import { type Announcer, createAnnouncer } from './reps/announcer.ts';
import type { LiveFinder } from './rises/finder-port.ts';
import { createLiveFinder } from './rises/rise-finder.ts';
import { createTraceCollector } from './trace-frames.ts';

/** Reasons of the recording that speak about every rep in it. */
const SHARED_REASONS: readonly string[] = [Reason.lowRate, Reason.threeAxis];
/** Not touched for this long: the screen may say "still", s. */
const STILL_S = 0.4;

/**
 * The causal path of one sensor: conditioner -> vertical motion -> finder -> reps. What it says depends on the samples
 * alone, never on how they were cut into batches; nothing is allocated per sample.
 */
export const createLiveTracker: CreateLiveTracker = (sensor, context) => {
  const conditioner = createConditioner(sensor, context.calibration);
  const levers = createLeverFinder();
  const taker = createLeverTaker();
  const history = createLiveHistory();
  const trace = createTraceCollector();
  let events: LiveEvent[] = [];
  let motion: LiveMotion | null = null;
  let finder: LiveFinder | null = null;
  let set: Announcer | null = null;
  let current: SetContext = context;
  let restSaid = false;
  /** Start of the set's first rep as told; the samples say whether there is a gyroscope. */
  let firstRep_s = 0;
  let hasGyro = false;

  function say(event: LiveEvent): void {
    if (event.kind === 'rep' && event.rep.index === 1) firstRep_s = event.rep.concentric.start_s;
    events.push(event);
  }

  function start(): void {
    motion = createLiveMotion(context.calibration !== null, hasGyro);
    begin();
  }

  function begin(): void {
    const moving = motion as LiveMotion;
    const lift = liftOf(current.lift);
    const { min_rise_m } = variationOf(current.lift, current.variation);
    const running = createAnnouncer({
      history,
      lift,
      context: current,
      now_s: () => conditioner.newest_s,
      motion: moving,
      sparse: () => (conditioner.facts.effective_rate_hz ?? VELOCITY_HZ) < VELOCITY_HZ,
      reasons: () => conditioner.facts.reasons.filter((reason) => SHARED_REASONS.includes(reason)),
      say,
      expect: (rom_m) => finder?.expect(rom_m),
    });
    set = running;
    finder = createLiveFinder(moving, history, { opening: lift.opening, min_rise_m }, running);
    finder.prepare(current.reference?.rom_m ?? null);
    restSaid = false;
  }

  function sample(frame: Frame): void {
    const { lever } = levers;
    if (levers.push(frame) && lever !== levers.lever) twisted();
    taker.take(frame, levers.lever);
    const moving = motion as LiveMotion;
    const finding = finder as LiveFinder;
    moving.update(frame);
    finding.update();
    history.add(moving, frame);
    set?.tick(frame.t_s);
    trace.add(moving);
    watchRest(moving, finding);
  }

  /**
   * A twist before the set has told where the sensor sits: what was seen until now was no lifting, and not the bar's motion
   * but the sensor's. The bar lies again, and all begins anew.
   */
  function twisted(): void {
    if (set === null || (set.count > 0 && firstRep_s < levers.twisted_s)) return;
    const said_s = conditioner.newest_s;
    const t_s = set.toldHoldSince_s;
    if (t_s !== null) events.push({ kind: 'hold-cancel', t_s, said_s });
    for (let index = set.count; index > 0; index -= 1) events.push({ kind: 'rep-withdrawn', index, said_s });
    start();
  }

  /** A bar at its bottom, or in the rack, for long ends the set; a long lockout never does. */
  function watchRest(moving: LiveMotion, finding: LiveFinder): void {
    if (restSaid || set === null || set.count === 0) return;
    const t = moving.t_s;
    const racked_s = moving.stillness.rest_s;
    const canRack = liftOf(current.lift).opening === 'eccentric-first';
    const since_s =
      finding.phase === 'down'
        ? Math.min(finding.resting_since_s, t - racked_s)
        : // a rise that was no rep leads to no lockout: a bar that stays there rests
          (canRack || set.holdSince_s === null) && finding.phase === 'top'
          ? t - racked_s
          : t;
    if (t - since_s < current.set_end_s) return;
    restSaid = true;
    set.close();
    events.push({ kind: 'set-rest', t_s: since_s, said_s: conditioner.newest_s });
  }

  function phase(): LivePhase {
    if (motion === null || finding() === null) return 'still';
    const now = finding() as LiveFinder;
    if (now.phase === 'rising') return 'concentric';
    if (now.phase === 'top') return set?.holdSince_s === null ? 'moving' : 'lockout';
    if (motion.stillness.rest_s > STILL_S) return set?.count === 0 ? 'still' : 'bottom';
    if (now.lowering) return 'eccentric';
    return set?.count === 0 ? 'moving' : 'bottom';
  }
  const finding = () => finder;

  return {
    push(batch: SampleBatch) {
      if (motion === null && batch.count > 0) {
        hasGyro = batch.gyro_dps !== null;
        start();
      }
      conditioner.push(batch, sample);
      const said = events;
      events = [];
      return said;
    },
    get state(): LiveState {
      return {
        t_s: motion?.t_s ?? 0,
        height_m: motion?.filter.height_m ?? 0,
        velocity_mps: motion?.filter.velocity_mps ?? 0,
        phase: phase(),
        hold_since_s: set?.toldHoldSince_s ?? null,
      };
    },
    get summary() {
      return { ...conditioner.facts, lever_m: levers.lever?.length_m ?? null };
    },
    drainTrace: trace.drain,
    nextSet(next: SetContext) {
      current = next;
      // the end-of-set result knows a set's own samples only
      levers.forget();
      if (motion !== null) begin();
    },
  } satisfies LiveTracker;
};
