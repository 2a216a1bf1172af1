import type { RepAttempt } from '../rises/rep-attempt.ts';
import type { RiseListener } from '../rises/rise-listener.ts';
import type { AnnouncerPorts } from './announcer-ports.ts';
import type { Doubt } from './plausibility.ts';
import type { RiseLog } from './rise-log.ts';
import type { ToldHold } from './told-hold.ts';
import { repsTold, type ToldReps } from './told-reps.ts';

/** How a running set ends otherwise than by its last rep: lost from sight, closed, taken back, or cut off where the sensor left the bar. */
export interface CallOff extends Pick<RiseListener, 'lostSight'> {
  /** The set is over: what was announced settles with what is known. */
  close(): void;
  /** None of it was lifting: the hold is called off and every rep withdrawn. */
  takeBack(): void;
  /** The sensor has not been on the bar since `t_s`: the hold is called off and reps told after that are withdrawn. */
  leaveBar(t_s: number): void;
}

/** The rise that the announcer is about. */
export interface RiseInProgress {
  attempt: RepAttempt | null;
  /** It may be a rep, but is not told before the bar has come down. */
  kept: Doubt | null;
  settleAt_s: number;
}

interface CallOffParts {
  readonly ports: Pick<AnnouncerPorts, 'say' | 'now_s'>;
  readonly hold: ToldHold;
  readonly log: RiseLog;
  readonly reps: ToldReps;
  readonly state: RiseInProgress;
}

export function createCallOff({ ports, hold, log, reps, state: s }: CallOffParts): CallOff {
  const { say, now_s } = ports;

  function settleNow(): void {
    s.settleAt_s = Number.NaN;
    if (reps.announced && s.attempt !== null) reps.settle(s.attempt, null);
  }

  return {
    lostSight(attempt, seen_s) {
      s.settleAt_s = Number.NaN;
      s.kept = null;
      s.attempt = null;
      hold.stop();
      // what was seen to reach its top is a rep, however it came down
      const before = reps.counted;
      if (reps.announced) reps.settle(attempt, seen_s);
      log.end(reps.counted > before ? reps.counted : null);
    },
    close() {
      hold.stop();
      settleNow();
    },
    takeBack() {
      const said_s = now_s();
      if (s.attempt !== null) hold.cancel(s.attempt);
      for (let index = repsTold(reps); index > 0; index -= 1)
        say({ kind: 'rep-withdrawn', index, why: 'twisted', said_s });
      log.whyNot('twisted');
      log.end(null);
    },
    leaveBar(t_s) {
      const held_s = hold.toldSince_s;
      if (held_s !== null && held_s > t_s) say({ kind: 'hold-cancel', t_s: held_s, said_s: now_s() });
      settleNow();
      hold.forget();
      // a rise since then was the hand's; one before it may still be told
      if (s.attempt !== null && s.attempt.start_s > t_s) s.attempt = s.kept = null;
      reps.withdrawAfter(t_s, 'in-hand');
      log.whyNot('in-hand');
      log.end(reps.announced ? reps.counted + 1 : null);
    },
  };
}
