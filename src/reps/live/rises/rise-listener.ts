import type { WhyNot } from '../../movement.ts';
import type { RepAttempt } from './rep-attempt.ts';

/** What the rise finder tells, in the order it happens. The attempt goes on changing: copy what must last. */
export interface RiseListener {
  rise(attempt: RepAttempt): void;
  /** It came to nothing: the bar fell back before there was a top to speak of. */
  givenUp(attempt: RepAttempt, why: WhyNot): void;
  /** The bar has stopped rising: lockout, as far as can be told. */
  top(attempt: RepAttempt): void;
  /** It had not: the same rise goes on. */
  topCancelled(attempt: RepAttempt): void;
  descent(attempt: RepAttempt): void;
  /** It did not come down: the hold goes on. */
  descentCancelled(attempt: RepAttempt): void;
  /** The bar has come down from the attempt's top. */
  bottom(attempt: RepAttempt): void;
  /** Nothing more will happen to the attempt: the next one begins. */
  over(attempt: RepAttempt, next_start_s: number): void;
  /** The bar was last seen at `seen_s`: what became of the attempt will never be known. */
  lostSight(attempt: RepAttempt, seen_s: number): void;
}
