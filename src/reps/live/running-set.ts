import { liftOf, variationOf } from '../../lifts/catalogue.ts';
import type { Conditioner } from '../../signal/conditioner.ts';
import type { Frame } from '../../signal/frame.ts';
import { Reason } from '../../signal/recording-facts.ts';
import { MIN_RISE_M } from '../definition/thresholds.ts';
import { VELOCITY_HZ } from '../measure/quality.ts';
import type { Movement } from '../movement.ts';
import type { Analysis, Rep, SetContext } from '../rep.ts';
import type { LiveEvent, LivePhase } from './events.ts';
import type { BarMotion } from './motion/bar-motion.ts';
import type { MotionHistory } from './motion/motion-history.ts';
import { createAnnouncer } from './reps/announcer.ts';
import { createRiseFinder } from './rises/rise-finder.ts';
import { createSetEnd } from './set-end.ts';
import { createWhenToLook } from './when-to-look.ts';

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
  /** The end-of-set result of the set so far. */
  lookAgain(): Analysis | null;
  say(event: LiveEvent): void;
}

/** Reasons of the recording that speak about every rep in it. */
const SHARED_REASONS: readonly string[] = [Reason.lowRate, Reason.threeAxis];
/** Nothing has touched the bar for this long, s: the screen says "still". Chosen here, so that it does not flicker. */
const STILL_S = 0.4;

/** A rep that had been missed is looked at once more after this, s (chosen here: then the bar has come down from it). */
const AGAIN_S = 3;
/** A 1-sigma of mean velocity above this is large, m/s (chosen here: usual reps have a third of it). */
const UNSURE_MPS = 0.03;
/** Ranges that differ by more than this share are not alike (chosen here). */
const OTHER_SHARE = 0.3;

/** A rise that was not counted, and may have been a rep all the same. */
const isDoubtful = ({ rep, why_not }: Movement): boolean => rep === null && why_not !== 'too-small';

/** Its numbers are worth another look: its sigma is large, or the sensor tells little. */
const isUnsure = ({ rom_m, mcv_repeat_sigma_mps, quality }: Rep): boolean =>
  quality !== 'good' || rom_m === null || (mcv_repeat_sigma_mps ?? UNSURE_MPS) >= UNSURE_MPS;

const differs = ({ rom_m }: Rep, before_m: number | null): boolean =>
  before_m !== null && rom_m !== null && Math.abs(rom_m - before_m) > OTHER_SHARE * before_m;

/** The bar was on its way through what seemed to be its rest. */
function isOnItsWay(found: Analysis | null, since_s: number): boolean {
  let low_m = Number.POSITIVE_INFINITY;
  let high_m = Number.NEGATIVE_INFINITY;
  found?.trace.t_s.forEach((t_s, i) => {
    if (t_s < since_s) return;
    low_m = Math.min(low_m, found.trace.height_m[i] as number);
    high_m = Math.max(high_m, found.trace.height_m[i] as number);
  });
  return high_m - low_m > MIN_RISE_M;
}

export function createRunningSet(ports: RunningSetPorts): RunningSet {
  const { conditioner, motion, history, context } = ports;
  const lift = liftOf(context.lift);
  const { min_rise_m } = variationOf(context.lift, context.variation);
  const looks = createWhenToLook();
  let firstRep_s = 0;
  const lowersLast = lift.opening === 'concentric-first';
  /** Reps were missed: this bar may move without being felt to. */
  let slow = false;
  /** Range of the rep before, m; null where it is not known. */
  let before_m: number | null = null;
  /** Some are half, or seem to be: that a rep ends where it began, and rises as high as others, is not to be relied on. */
  let unlike = false;

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
      if (event.kind === 'found') {
        slow = true;
        looks.doubt(event.said_s + AGAIN_S);
      } else if (event.kind === 'rep' && event.late !== true) {
        looks.explained(event.said_s);
        if (event.settled || !lowersLast) {
          unlike ||= differs(event.rep, before_m) || differs(event.rep, context.reference?.rom_m ?? null);
          if (unlike || isUnsure(event.rep)) looks.doubt(event.said_s);
          before_m = event.rep.rom_m;
        }
      } else if (event.kind === 'movement' && isDoubtful(event.movement)) looks.doubt(event.said_s);
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

  function lookAgain(): Analysis | null {
    const found = ports.lookAgain();
    if (found !== null) announcer.recount(found);
    return found;
  }

  return {
    update(frame) {
      finder.update();
      history.add(motion, frame);
      announcer.tick(frame.t_s);
      if (looks.update(frame.t_s, motion.stillness.rest_s)) lookAgain();
      if (!end.update()) return;
      if (slow && isOnItsWay(lookAgain(), end.since_s)) {
        end.goOn(frame.t_s);
        return;
      }
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
      finder.leaveBar();
      if (announcer.count > 0) ports.say({ kind: 'set-rest', t_s, said_s: conditioner.newest_s });
    },
    get underWay() {
      return announcer.underWay;
    },
  };
}
