import type { Movement, WhyNot } from '../../movement.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';
import type { RiseListener } from '../rises/rise-listener.ts';
import type { AnnouncerPorts } from './announcer-ports.ts';
import { type CallOff, createCallOff, type RiseInProgress } from './call-off.ts';
import { createPlausibility, type Doubt } from './plausibility.ts';
import { createRecounting, type Recounting } from './recount.ts';
import { createRiseLog } from './rise-log.ts';
import { createToldHold } from './told-hold.ts';
import { createToldReps, repsTold } from './told-reps.ts';
import { createUsualRep } from './usual-rep.ts';

/** Listens to the rises of the running set and decides when to tell of a rep, and whether. */
export interface Announcer extends RiseListener, CallOff, Recounting {
  /** Reps announced and not withdrawn. */
  readonly count: number;
  /** Since when the bar is held at lockout, s; null while it is not. */
  readonly holdSince_s: number | null;
  /** The same where it was told. */
  readonly toldHoldSince_s: number | null;
  /** Time has passed: a rep whose bottom is behind it settles. */
  tick(now_s: number): void;
  /** The rise that is not over yet; null when there is none. */
  readonly underWay: Movement | null;
}

/** A rep settles this long after the bar has come down, s: the turning point is behind it (chosen here). */
const SETTLE_S = 0.3;
/** Nobody fights where the bar has stood for this long, s: that is a hold (chosen here). */
const LONGEST_FIGHT_S = 2;
/** Why a rise that was doubted at its top and never told is no rep. */
const WHY_DOUBTED: Readonly<Record<Doubt, WhyNot>> = { 'pick-up': 'picked-up', fight: 'not-lowered' };

/** How long the bar has been held since its top, s. One that lies there is not held: it is in the rack, if there is one, for good. */
function heldFor(motion: BarMotion, attempt: RepAttempt, now_s: number, racks: boolean): number {
  if (motion.standing.lay_s < attempt.end_s) return now_s - attempt.end_s;
  return racks ? Number.POSITIVE_INFINITY : 0;
}

export function createAnnouncer(ports: AnnouncerPorts): Announcer {
  const { motion, now_s } = ports;
  const racks = ports.lift.opening === 'eccentric-first';
  const usual = createUsualRep(ports.context.reference?.rom_m ?? null);
  const plausibility = createPlausibility(ports.lift, motion, ports.history, usual);
  const hold = createToldHold(ports);
  const log = createRiseLog(ports.say, now_s);
  const reps = createToldReps(ports, hold, usual, log);
  const s: RiseInProgress = { attempt: null, kept: null, settleAt_s: Number.NaN };

  function tell(attempt: RepAttempt): void {
    s.kept = null;
    reps.tell(attempt);
  }

  return {
    get count() {
      return repsTold(reps);
    },
    get holdSince_s() {
      return hold.since_s;
    },
    get toldHoldSince_s() {
      return hold.toldSince_s;
    },
    rise(attempt) {
      log.begin(attempt);
      s.attempt = attempt;
      s.kept = null;
      hold.forget();
      reps.begin();
      ports.say({ kind: 'rise', t_s: attempt.start_s, said_s: now_s() });
    },
    givenUp(_attempt, why) {
      log.whyNot(why);
      log.end(null);
    },
    top(attempt) {
      s.kept = null;
      const why = plausibility.whyNotAtTop(attempt);
      log.whyNot(why);
      if (why !== null) return;
      const first = reps.counted === 0;
      attempt.start_s = plausibility.ownStart_s(attempt, first);
      const doubt = plausibility.doubtOf(attempt, first);
      // a rep that was told stays told; only its hold is doubted
      if (!reps.announced) s.kept = doubt;
      if (doubt !== null) {
        log.whyNot(WHY_DOUBTED[doubt]);
        return;
      }
      hold.start(attempt);
      tell(attempt);
    },
    topCancelled: hold.cancel,
    descent(attempt) {
      if (s.kept === 'fight') tell(attempt);
      hold.end(attempt);
    },
    descentCancelled(attempt) {
      if (reps.announced) hold.resume(attempt);
    },
    bottom(attempt) {
      // what was picked up is a rep when it has been set down again: hanging, it may only seem to come down
      if (s.kept === 'pick-up' && Number.isNaN(attempt.struck_s)) return;
      if (s.kept !== null) reps.announced = true;
      s.kept = null;
      if (reps.announced) s.settleAt_s = now_s() + SETTLE_S;
    },
    over(attempt, next_start_s) {
      s.settleAt_s = Number.NaN;
      if (s.kept === 'pick-up' && motion.standing.lay_s > attempt.bottom_s) reps.announced = true;
      s.kept = null;
      const before = reps.counted;
      if (reps.announced) {
        const why = plausibility.whyNotInTheEnd(attempt, reps.toldRom_m);
        if (why === null) reps.settle(attempt, next_start_s);
        else reps.withdraw(why);
      }
      log.end(reps.counted > before ? reps.counted : null);
    },
    tick(now) {
      const { attempt } = s;
      if (attempt === null) return;
      if (s.kept === 'fight' && heldFor(motion, attempt, now, racks) > LONGEST_FIGHT_S) {
        hold.start(attempt);
        tell(attempt);
      }
      hold.watch(attempt);
      if (!(now >= s.settleAt_s)) return;
      s.settleAt_s = Number.NaN;
      reps.settle(attempt, null);
    },
    ...createRecounting(ports, reps, s),
    ...createCallOff({ ports, hold, log, reps, state: s }),
    get underWay() {
      return log.underWay(reps.announced ? reps.counted + 1 : null);
    },
  };
}
