import type { GoalProfile } from '../../lifts/goals.ts';
import type { SpeedLine } from '../line/speed-line.ts';
import type { LoadWork } from './work.ts';

/** All a rule looks at. */
export interface Situation {
  readonly now_epoch_ms: number;
  /** Newest session first, in it the heaviest load; never empty. */
  readonly works: readonly LoadWork[];
  /** The heaviest load of the newest session, which all is about. */
  readonly last: LoadWork;
  readonly goal: GoalProfile;
  /** Every load the plates make, lightest first. */
  readonly loads_kg: readonly number[];
  /** null when it cannot be believed. */
  readonly line: SpeedLine | null;
  /** Fastest full rep of the last session at its heaviest load, from the line, m/s and in its sd; null without a line. */
  readonly above_line: { readonly mps: number; readonly sds: number } | null;
}

export const SUGGESTION_RULES = [
  'range-first',
  'hold-first',
  'lower-it-first',
  'after-a-failed-attempt',
  'after-a-break',
  'after-a-slow-day',
  'speed-for-power',
  'more-reps-first',
  'prove-it-again',
  'two-weeks-at-a-load',
  'speed-fell-too-far',
  'add-a-little',
] as const;
export type SuggestionRule = (typeof SUGGESTION_RULES)[number];

/** What to lift next, and on what that rests. */
export interface Suggestion {
  readonly rule: SuggestionRule;
  readonly load_kg: number;
  readonly reps: number;
  /** The sessions that speak for it, newest first. */
  readonly works: readonly LoadWork[];
  /** A load that was still clean, where another was not; null when none was. */
  readonly clean_kg: number | null;
  readonly above_line_mps: number | null;
  /** The plates allow no smaller step than this one, which is larger than advised. */
  readonly large_step: boolean;
}

/** A suggestion in which `what` differs from doing the same again. */
export const suggest = (
  situation: Situation,
  rule: SuggestionRule,
  what: Partial<Omit<Suggestion, 'rule'>>,
): Suggestion => ({
  rule,
  load_kg: situation.last.load_kg,
  reps: aimOf(situation),
  works: [situation.last],
  clean_kg: null,
  above_line_mps: situation.above_line?.mps ?? null,
  large_step: false,
  ...what,
});

/** Reps that are to be reached before the load grows: the set's own goal, else the most its kind of training uses. */
export const aimOf = ({ last, goal }: Situation): number => last.goal_reps ?? goal.reps[1];
