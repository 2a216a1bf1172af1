import { counted, plain, whole } from './locale.ts';

/** What a finished set says about its load. About the load, never about health. */
export const advice = {
  tooHeavy: 'Too heavy for now: take weight off until you can lock out every rep.',
  rangeFirst: 'Range first: keep the load or lower it, and finish every rep.',
  readyForMore: 'Ready for more: add a little weight, or one rep, next time.',
  why: 'Why',
  moreNext: (load: string, more: string) =>
    `Ready for more: ${load} next time, ${more} more, or one rep more.`,
  shortHolds: (missed: number, of: number, target_s: number) =>
    `${missed} of ${of} holds were shorter than ${plain(target_s)} s`,
  failed: (n: number) => `${counted(n, { one: 'attempt', other: 'attempts' })} did not reach lockout`,
  halfReps: (partial: number, of: number) => `${partial} of ${of} reps were half reps`,
  fullReps: (full: number, of: number) => `${full} of ${of} reps were full`,
  holdsReached: (met: number, of: number, target_s: number) =>
    `${met} of ${of} holds reached ${plain(target_s)} s`,
  littleLoss: (loss_pct: number) => `bar speed dropped by only ${whole(loss_pct)} %`,
};
