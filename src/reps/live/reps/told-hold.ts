import type { RepAttempt } from '../rises/rep-attempt.ts';
import type { AnnouncerPorts } from './announcer-ports.ts';

/** The hold at lockout as it is told while it runs: that it began, ended, went on, or was none. */
export interface ToldHold {
  /** Since when the bar is held, s; null while it is not. */
  readonly since_s: number | null;
  /** When that was told, s; null when it was not. */
  readonly said_s: number | null;
  start(attempt: RepAttempt): void;
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

export function createToldHold({ now_s, sparse, say }: AnnouncerPorts): ToldHold {
  let since_s: number | null = null;
  let said_s: number | null = null;
  let over_s = 0;

  function start(attempt: RepAttempt): void {
    since_s = attempt.end_s;
    if (sparse()) return;
    said_s = now_s();
    say({ kind: 'hold-start', t_s: attempt.end_s, said_s });
  }

  return {
    get since_s() {
      return since_s;
    },
    get said_s() {
      return said_s;
    },
    start,
    cancel(attempt) {
      if (since_s === null) return;
      since_s = null;
      if (said_s === null) return;
      said_s = null;
      say({ kind: 'hold-cancel', t_s: attempt.end_s, said_s: now_s() });
    },
    end(attempt) {
      if (since_s === null) return;
      since_s = null;
      if (said_s === null) return;
      over_s = now_s();
      const hold_s = Math.max(0, attempt.descent_s - attempt.end_s);
      say({ kind: 'hold-end', t_s: attempt.descent_s, said_s: over_s, hold_s });
    },
    resume(attempt) {
      since_s = attempt.end_s;
      if (now_s() - over_s > RESUME_WITHIN_S) return;
      if (said_s === null) start(attempt);
      else say({ kind: 'hold-resume', t_s: attempt.end_s, said_s: now_s() });
    },
    stop() {
      since_s = null;
    },
    forget() {
      since_s = said_s = null;
    },
  };
}
