import type { Movement, WhyNot } from '../../movement.ts';
import type { LiveEvent } from '../events.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';

/** What became of each rise: told once, when nothing more can happen to it. */
export interface RiseLog {
  /** A rise begins. One that was never over until now was lost from sight. */
  begin(attempt: RepAttempt): void;
  /** What speaks against the rise as it is now; null: nothing. */
  whyNot(why: WhyNot | null): void;
  /** It is over; `rep` is its place among the reps, null when it is not counted. */
  end(rep: number | null): void;
  /** The rise that is not over yet, as far as it is known. */
  underWay(rep: number | null): Movement | null;
}

export function createRiseLog(say: (event: LiveEvent) => void, now_s: () => number): RiseLog {
  let attempt: RepAttempt | null = null;
  let why: WhyNot | null = null;

  function movementOf(rise: RepAttempt, rep: number | null, otherwise: WhyNot): Movement {
    return {
      start_s: rise.start_s,
      peak_s: rise.peak_s,
      top_s: Number.isNaN(rise.end_s) ? now_s() : rise.end_s,
      rise_m: rise.top_m - rise.start_m,
      peak_mps: rise.peak_mps,
      rep,
      why_not: rep === null ? (why ?? otherwise) : null,
    };
  }

  function end(rep: number | null): void {
    if (attempt === null) return;
    // where nothing speaks against it and it is no rep, too little of it was seen to measure it
    const movement = movementOf(attempt, rep, 'lost-track');
    say({ kind: 'movement', movement, said_s: now_s() });
    attempt = null;
  }

  return {
    begin(next) {
      end(null);
      attempt = next;
      why = null;
    },
    whyNot(told) {
      why = told;
    },
    end,
    underWay: (rep) => (attempt === null ? null : movementOf(attempt, rep, 'unfinished')),
  };
}
