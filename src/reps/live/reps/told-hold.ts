import type { RepAttempt } from '../rises/rep-attempt.ts';
import type { AnnouncerPorts } from './announcer-ports.ts';
import { shortStandOf } from './short-stand.ts';

/**
 * The hold at lockout as it is told while it runs: that it began, ended, went on, or was none. A bar that stands below the
 * lockout zone is told as that, never as a hold.
 */
export interface ToldHold {
  /** Since when the bar is held, at lockout or short of it, s; null while it is not. */
  readonly since_s: number | null;
  /** When a hold at lockout was told, s; null when none was. */
  readonly said_s: number | null;
  /** Since when a hold runs that was told, s; null when none does. */
  readonly toldSince_s: number | null;
  /** The bar has stopped: at lockout, or short of it. */
  start(attempt: RepAttempt): void;
  /** Time has passed: a bar that crept up into the zone is at lockout from now on. */
  watch(attempt: RepAttempt): void;
  /** It was a sticking point. */
  cancel(attempt: RepAttempt): void;
  end(attempt: RepAttempt): void;
  /** It had not ended. */
  resume(attempt: RepAttempt): void;
  /** The bar is no longer held, and nobody need be told. */
  stop(): void;
  /** Another rise begins: this rep's hold is history. */
  forget(): void;
}

/** A hold that was said to be over too early is taken up again within this, s (chosen here: later the bar is being racked). */
const RESUME_WITHIN_S = 1;

/** What the bar has risen since it was seen to stop, m: its height drifts, this difference less. */
const risenSinceStop = (attempt: RepAttempt): number => attempt.top_m - attempt.end_m;

export function createToldHold({ motion, context, now_s, sparse, say }: AnnouncerPorts): ToldHold {
  const s = {
    since_s: null as number | null,
    said_s: null as number | null,
    /** How far the bar, standing short, has yet to rise above where it stopped, m; null while it does not. */
    toRise_m: null as number | null,
    missing_m: 0,
    over_s: 0,
  };

  function start(t_s: number): void {
    s.said_s = now_s();
    say({ kind: 'hold-start', t_s, said_s: s.said_s });
  }

  function startShort(t_s: number): void {
    say({ kind: 'short-start', t_s, said_s: now_s(), missing_m: s.missing_m });
  }

  function stopped(attempt: RepAttempt): void {
    forget();
    s.since_s = attempt.end_s;
    if (sparse()) return;
    const short = shortStandOf(attempt, motion, context);
    if (short === null) {
      start(attempt.end_s);
      return;
    }
    s.toRise_m = risenSinceStop(attempt) + short.zone_m;
    s.missing_m = short.missing_m;
    startShort(attempt.end_s);
  }

  function forget(): void {
    s.since_s = s.said_s = s.toRise_m = null;
  }

  return {
    get since_s() {
      return s.since_s;
    },
    get said_s() {
      return s.said_s;
    },
    get toldSince_s() {
      return s.said_s === null ? null : s.since_s;
    },
    start: stopped,
    watch(attempt) {
      if (s.toRise_m === null || s.since_s === null || risenSinceStop(attempt) < s.toRise_m) return;
      s.toRise_m = null;
      const now = now_s();
      say({ kind: 'short-cancel', t_s: now, said_s: now });
      start(now);
    },
    cancel(attempt) {
      if (s.since_s === null) return;
      const t_s = attempt.end_s;
      if (s.toRise_m !== null) say({ kind: 'short-cancel', t_s, said_s: now_s() });
      else if (s.said_s !== null) say({ kind: 'hold-cancel', t_s, said_s: now_s() });
      forget();
    },
    end(attempt) {
      if (s.since_s === null) return;
      const hold_s = Math.max(0, attempt.descent_s - attempt.end_s);
      s.since_s = null;
      if (s.toRise_m === null && s.said_s === null) return;
      s.over_s = now_s();
      const kind = s.toRise_m === null ? 'hold-end' : 'short-end';
      say({ kind, t_s: attempt.descent_s, said_s: s.over_s, hold_s });
    },
    resume(attempt) {
      s.since_s = attempt.end_s;
      if (now_s() - s.over_s > RESUME_WITHIN_S) return;
      if (s.toRise_m !== null) startShort(attempt.end_s);
      else if (s.said_s !== null) say({ kind: 'hold-resume', t_s: attempt.end_s, said_s: now_s() });
      else stopped(attempt);
    },
    stop() {
      s.since_s = null;
    },
    forget,
  };
}
