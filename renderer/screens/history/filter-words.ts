import { words } from '../../../src/words/index.ts';
import type { Subject } from './use-subject.ts';

/** What keeps sets from being shown: "12 weeks, Kas bridge, left". */
export function filtersInWords({ period, variation, side }: Subject): string {
  return [
    period === 'all' ? null : words.history.periods[period],
    variation && words.variations[variation],
    side && words.sides[side],
  ]
    .filter(Boolean)
    .join(', ');
}
