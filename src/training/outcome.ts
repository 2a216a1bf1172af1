import type { LiftedRep } from './lifted.ts';

/** What a rep counts as where it can count as one thing only, best last but for what nobody could judge. */
export const OUTCOMES = ['half', 'short', 'missed-hold', 'dropped', 'full', 'unsure'] as const;
export type RepOutcome = (typeof OUTCOMES)[number];

/**
 * Range comes before the hold and the hold before the lowering, as in what a coach corrects first. A rep of which
 * range or hold could not be judged is no good one: only what was seen to be full is full.
 */
export function outcomeOf({
  range,
  hold,
  lowering,
}: Pick<LiftedRep, 'range' | 'hold' | 'lowering'>): RepOutcome {
  if (range === 'partial') return 'half';
  if (range === 'short') return 'short';
  if (hold === 'missed' || hold === 'no-lockout') return 'missed-hold';
  if (lowering === 'dropped') return 'dropped';
  return range === 'unsure' || hold === 'unsure' ? 'unsure' : 'full';
}
