import type { LiftProfile } from '../../../lifts/profile.ts';
import type { Rep, SetContext } from '../../rep.ts';
import type { LiveEvent } from '../events.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import type { MotionHistory } from '../motion/motion-history.ts';
import { describeLiveRep } from '../remeasure/describe-live-rep.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';
import type { RiseListener } from '../rises/rise-listener.ts';
import { createPlausibility, type Doubt } from './plausibility.ts';
import { createUsualRep } from './usual-rep.ts';

/** The reps of the running set, as the causal path sees them. */
export interface Announcer extends RiseListener {
  /** Reps announced and not withdrawn. */
  readonly count: number;
  readonly holdSince_s: number | null;
  /** The same where it was told. */
  readonly toldHoldSince_s: number | null;
  /** Time has passed: a rep whose bottom is behind it settles. */
  tick(now_s: number): void;
  /** The set is over: what was announced settles with what is known. */
  close(): void;
  /** None of it was lifting: the hold is called off and every rep withdrawn. */
  takeBack(): void;
}

export interface AnnouncerPorts {
  readonly history: MotionHistory;
  readonly lift: LiftProfile;
  readonly context: SetContext;
  /** Now, on the sample clock, s. */
  now_s(): number;
  readonly motion: BarMotion;
  /** Too few readings in a second to tell when the bar stops: holds are not told. */
  sparse(): boolean;
  /** Reasons that hold for the whole recording so far. */
  reasons(): readonly string[];
  say(event: LiveEvent): void;
  /** A rep of this range was counted: the next is expected to be like it. */
  expect(rom_m: number | null): void;
}

/** A rep settles this long after the bar has come down, s: the turning point is behind it. */
const SETTLE_S = 0.3;
/** A hold that was said to be over too early is taken up again within this, s. Ours. */
const RESUME_WITHIN_S = 1;
/** Nobody fights where the bar has stood for so long, s: that is a hold. Ours. */
const LONGEST_FIGHT_S = 2;

export function createAnnouncer(ports: AnnouncerPorts): Announcer {
  const { lift, context } = ports;
  const eccentricFirst = lift.opening === 'eccentric-first';
  const s = {
    counted: 0,
    /** The rep in progress, once it has settled. */
    settled: null as Rep | null,
    /** The attempt is a rep as far as can be told. */
    announced: false,
    /** When it was first told, s; null while it has not been. */
    announced_s: null as number | null,
    hold_said_s: null as number | null,
    /** It may be a rep, but is not told before the bar has come down. */
    kept: null as Doubt | null,
    hold_over_s: 0,
    settleAt_s: Number.NaN,
    hold_since_s: null as number | null,
    lastFloor: true as boolean | null,
    attempt: null as RepAttempt | null,
  };

  const usual = createUsualRep(context.reference?.rom_m ?? null);
  const judge = createPlausibility(lift, ports.motion, ports.history, usual);

  function measure(attempt: RepAttempt, next_start_s: number | null): Rep | null {
    const rep = describeLiveRep(
      ports.history,
      {
        index: s.counted + 1,
        attempt,
        until_s: next_start_s ?? ports.now_s(),
        next_start_s,
        error_mps2: ports.motion.filter.error,
        density: ports.motion.filter.density,
        reasons: ports.reasons(),
        known_bottom: lift.from_floor && s.lastFloor === true,
        usual: usual.rep(),
      },
      lift,
      context,
    );
    if (rep === null) return null;
    const lockout = { ...rep.lockout, announced_s: s.hold_said_s };
    return { ...rep, announced_s: s.announced_s, lockout };
  }

  function sayHold(attempt: RepAttempt): void {
    s.hold_since_s = attempt.end_s;
    if (ports.sparse()) return;
    s.hold_said_s = ports.now_s();
    ports.say({ kind: 'hold-start', t_s: attempt.end_s, said_s: s.hold_said_s });
  }

  function sayRep(attempt: RepAttempt): void {
    s.kept = null;
    s.announced_s = ports.now_s();
    const rep = measure(attempt, null);
    if (rep === null) return;
    s.announced = true;
    ports.say({ kind: 'rep', rep, settled: false, said_s: s.announced_s });
  }

  /** A rep that has settled and is now followed by another: only the stay at the bottom was still open. */
  function followed(rep: Rep, next_start_s: number | null): Rep {
    if (eccentricFirst || next_start_s === null || rep.eccentric === null) return rep;
    const duration_s = Math.max(0, next_start_s - rep.eccentric.end_s);
    return { ...rep, bottom: { ...rep.bottom, duration_s } };
  }

  function withdraw(): void {
    s.announced = false;
    if (s.announced_s === null) return;
    ports.say({ kind: 'rep-withdrawn', index: s.counted + 1, said_s: ports.now_s() });
  }

  function settle(attempt: RepAttempt, next_start_s: number | null): void {
    const rep = s.settled === null ? measure(attempt, next_start_s) : followed(s.settled, next_start_s);
    if (rep === null) return;
    s.settled = rep;
    if (rep.verdict.flags.includes('failed')) {
      withdraw();
      ports.say({ kind: 'failed', rep, said_s: ports.now_s() });
      return;
    }
    s.announced_s ??= ports.now_s();
    ports.say({
      kind: 'rep',
      rep: { ...rep, announced_s: s.announced_s },
      settled: true,
      said_s: ports.now_s(),
    });
    s.lastFloor = rep.bottom.floor_contact;
    if (next_start_s !== null) {
      s.counted += 1;
      usual.add(rep);
      s.announced = false;
      ports.expect(usual.expected_m());
    }
  }

  /** How long the bar has been held since its top, s; one that lies there is not held. */
  function heldFor(attempt: RepAttempt, now_s: number): number {
    return ports.motion.lay_s < attempt.end_s ? now_s - attempt.end_s : 0;
  }

  return {
    get count() {
      return s.counted + (s.announced ? 1 : 0);
    },
    get holdSince_s() {
      return s.hold_since_s;
    },
    get toldHoldSince_s() {
      return s.hold_said_s === null ? null : s.hold_since_s;
    },
    rise(attempt) {
      s.settled = null;
      s.attempt = attempt;
      s.hold_since_s = null;
      s.announced_s = s.hold_said_s = null;
      s.kept = null;
      ports.say({ kind: 'rise', t_s: attempt.start_s, said_s: ports.now_s() });
    },
    top(attempt) {
      s.kept = null;
      if (!judge.plausible(attempt)) return;
      const first = s.counted === 0;
      attempt.start_s = judge.ownStart_s(attempt, first);
      const doubt = judge.doubtOf(attempt, first);
      // a rep that was told stays told; only its hold is doubted
      if (!s.announced) s.kept = doubt;
      if (doubt !== null) return;
      sayHold(attempt);
      sayRep(attempt);
    },
    topCancelled(attempt) {
      if (s.hold_since_s === null) return;
      s.hold_since_s = null;
      if (s.hold_said_s === null) return;
      s.hold_said_s = null;
      ports.say({ kind: 'hold-cancel', t_s: attempt.end_s, said_s: ports.now_s() });
    },
    descent(attempt) {
      if (s.kept === 'fight') sayRep(attempt);
      if (s.hold_since_s === null) return;
      s.hold_since_s = null;
      if (s.hold_said_s === null) return;
      s.hold_over_s = ports.now_s();
      const hold_s = Math.max(0, attempt.descent_s - attempt.end_s);
      ports.say({ kind: 'hold-end', t_s: attempt.descent_s, said_s: ports.now_s(), hold_s });
    },
    descentCancelled(attempt) {
      if (!s.announced) return;
      s.hold_since_s = attempt.end_s;
      // so long after the hold was said to be over the bar is being racked: nothing is said of that
      if (ports.now_s() - s.hold_over_s > RESUME_WITHIN_S) return;
      if (s.hold_said_s === null) sayHold(attempt);
      else ports.say({ kind: 'hold-resume', t_s: attempt.end_s, said_s: ports.now_s() });
    },
    bottom(attempt) {
      // what was picked up is a rep when it has been set down again: hanging, it may only seem to come down
      if (s.kept === 'pick-up' && Number.isNaN(attempt.struck_s)) return;
      if (s.kept !== null) s.announced = true;
      s.kept = null;
      if (s.announced) s.settleAt_s = ports.now_s() + SETTLE_S;
    },
    over(attempt, next_start_s) {
      s.settleAt_s = Number.NaN;
      if (s.kept === 'pick-up' && ports.motion.lay_s > attempt.bottom_s) s.announced = true;
      s.kept = null;
      if (!s.announced) return;
      if (judge.confirmed(attempt)) settle(attempt, next_start_s);
      else withdraw();
    },
    tick(now_s) {
      if (s.kept === 'fight' && s.attempt !== null && heldFor(s.attempt, now_s) > LONGEST_FIGHT_S) {
        sayHold(s.attempt);
        sayRep(s.attempt);
      }
      if (!(now_s >= s.settleAt_s) || s.attempt === null) return;
      s.settleAt_s = Number.NaN;
      settle(s.attempt, null);
    },
    close() {
      s.hold_since_s = null;
      s.settleAt_s = Number.NaN;
      if (s.announced && s.attempt !== null) settle(s.attempt, null);
    },
    takeBack() {
      const said_s = ports.now_s();
      if (s.hold_said_s !== null && s.hold_since_s !== null)
        ports.say({ kind: 'hold-cancel', t_s: s.hold_since_s, said_s });
      for (let index = s.counted + (s.announced ? 1 : 0); index > 0; index -= 1)
        ports.say({ kind: 'rep-withdrawn', index, said_s });
    },
  };
}
