import type { Opening } from '../../../lifts/profile.ts';
import type { Attempt } from './attempt.ts';

/** What the finder tells, in the order it happens. The attempt is live: copy what must last. */
export interface FinderSink {
  rise(attempt: Attempt): void;
  /** The bar has stopped rising: lockout, as far as can be told. */
  top(attempt: Attempt): void;
  /** It had not: the same rise goes on. */
  topCancelled(attempt: Attempt): void;
  descent(attempt: Attempt): void;
  /** It did not come down: the hold goes on. */
  descentCancelled(attempt: Attempt): void;
  /** The bar has come down from the attempt's top. */
  bottom(attempt: Attempt): void;
  /** Nothing more will happen to the attempt: the next one begins. */
  over(attempt: Attempt, next_start_s: number): void;
}

export interface FinderRules {
  readonly opening: Opening;
  readonly min_rise_m: number;
}

export type FinderPhase = 'down' | 'rising' | 'top';

export interface LiveFinder {
  update(): void;
  readonly phase: FinderPhase;
  /** Since when the bar has been within 2 cm of where it is, s. */
  readonly resting_since_s: number;
  /** The bar is on its way down. */
  readonly lowering: boolean;
  /** Range the reps are expected to have, m; null when unknown. */
  prepare(rom_m: number | null): void;
  /** A rep was counted; the next is expected to have this range, m. */
  expect(rom_m: number | null): void;
}
