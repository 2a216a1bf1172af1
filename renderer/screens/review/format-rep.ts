import type { Rep } from '../../../src/contract/live-set.ts';
import { words } from '../../../src/words/index.ts';
import { formatDoubt, formatSeconds, formatVelocity } from '../../format/format.ts';
import type { Mark } from '../../ui/verdict-mark.tsx';

export const formatSigma = (sigma: number | null, scale = 1): string =>
  sigma === null ? '' : words.review.give(formatDoubt(sigma * scale));
/** Centimetres with a tenth, as a table wants them. */
export const formatCm = (m: number | null): string => formatSeconds(m === null ? null : m * 100);
export const formatShort = (s: number | null): string => formatVelocity(s);

export interface VerdictWord {
  readonly mark: Mark;
  readonly word: string;
}

/** Range first, then whatever else is to be said about the rep. */
export function verdictWords({ verdict }: Rep): readonly VerdictWord[] {
  const list: VerdictWord[] = [{ mark: verdict.range, word: words.range[verdict.range] }];
  if (verdict.lowering === 'dropped') list.push({ mark: 'dropped', word: words.lowering.dropped });
  if (verdict.lowering === 'fast') list.push({ mark: 'warning', word: words.lowering.fast });
  for (const flag of verdict.flags)
    list.push({ mark: flag === 'over-extended' ? 'over' : 'warning', word: words.flags[flag] });
  return list;
}
