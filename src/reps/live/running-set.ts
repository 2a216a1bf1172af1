import { liftOf, variationOf } from '../../lifts/catalogue.ts';
import type { Conditioner } from '../../signal/conditioner.ts';
import type { Frame } from '../../signal/frame.ts';
import { Reason } from '../../signal/recording-facts.ts';
import { VELOCITY_HZ } from '../measure/quality.ts';
import type { Movement } from '../movement.ts';
import type { SetContext } from '../rep.ts';
import type { LiveEvent, LivePhase } from './events.ts';
import type { BarMotion } from './motion/bar-motion.ts';
import type { MotionHistory } from './motion/motion-history.ts';
import { createAnnouncer } from './reps/announcer.ts';
import { createRiseFinder } from './rises/rise-finder.ts';
import { createSetEnd } from './set-end.ts';

/** One set from its beginning to its end: rises found in the bar's motion, reps told of them, the set's end. */
export interface RunningSet {
  /** `motion` has taken in `frame`. */
  update(frame: Frame): void;
  readonly phase: LivePhase;
  /** When the hold that was told began, s; null when none runs. */
  readonly toldHoldSince_s: number | null;
  /** A rep was told that began before `t_s`. */
  hasRepBefore(t_s: number): boolean;
  /** What was told was no lifting at all: every rep is withdrawn. */
  takeBack(): void;
  /** The sensor has not been on the bar since `t_s`: the set, if there is one, ended there. */
  leaveBar(t_s: number): void;
  /** The rise that is not over yet; null when there is none. */
  readonly underWay: Movement | null;
}

export interface RunningSetPorts {
  readonly conditioner: Conditioner;
  readonly motion: BarMotion;
  readonly history: MotionHistory;
  readonly context: SetContext;
  /** What the signal itself leaves in doubt about every rep. */
  doubts(): readonly string[];
  say(event: LiveEvent): void;
}

/** Reasons of the recording that speak about every rep in it. */
const SHARED_REASONS: readonly string[] = [Reason.lowRate, Reason.threeAxis];
/** Nothing has touched the bar for this long, s: the screen says "still". Chosen here, so that it does not flicker. */
const STILL_S = 0.4;

export function createRunningSet(ports: RunningSetPorts): RunningSet {
  const { conditioner, motion, history, context } = ports;
  const lift = liftOf(context.lift);
  const { min_rise_m } = variationOf(context.lift, context.variation);
  let firstRep_s = 0;

  const announcer = createAnnouncer({
    history,
    lift,
    context,
    now_s: () => conditioner.newest_s,
    motion,
    sparse: () => (conditioner.facts.effective_rate_hz ?? VELOCITY_HZ) < VELOCITY_HZ,
    reasons: () => [
      ...conditioner.facts.reasons.filter((reason) => SHARED_REASONS.includes(reason)),
      ...ports.doubts(),
    ],
    say(event) {
      if (event.kind === 'rep' && event.rep.index === 1) firstRep_s = event.rep.concentric.start_s;
      ports.say(event);
    },
    expect: (rom_m) => finder.expect(rom_m),
  });
  const finder = createRiseFinder(motion, history, { opening: lift.opening, min_rise_m }, announcer);
  finder.prepare(context.reference?.rom_m ?? null);
  const end = createSetEnd(motion, finder, announcer, {
    opening: lift.opening,
    set_end_s: context.set_end_s,
  });

  return {
    update(frame) {
      finder.update();
      history.add(motion, frame);
      announcer.tick(frame.t_s);
      if (!end.update()) return;
      announcer.close();
      ports.say({ kind: 'set-rest', t_s: end.since_s, said_s: conditioner.newest_s });
    },
    get phase() {
      if (finder.phase === 'rising') return 'concentric';
      if (finder.phase === 'top') return announcer.holdSince_s === null ? 'moving' : 'lockout';
      if (motion.stillness.rest_s > STILL_S) return announcer.count === 0 ? 'still' : 'bottom';
      if (finder.lowering) return 'eccentric';
      return announcer.count === 0 ? 'moving' : 'bottom';
    },
    get toldHoldSince_s() {
      return announcer.toldHoldSince_s;
    },
    hasRepBefore: (t_s) => announcer.count > 0 && firstRep_s < t_s,
    takeBack: announcer.takeBack,
    leaveBar(t_s) {
      announcer.leaveBar(t_s);
      if (announcer.count > 0) ports.say({ kind: 'set-rest', t_s, said_s: conditioner.newest_s });
    },
    get underWay() {
      return announcer.underWay;
    },
  };
}
