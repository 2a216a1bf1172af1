import type { RepOutcome } from '../../../src/training/outcome.ts';
import type { Mark } from '../../ui/verdict-mark.tsx';

/** Shape and colour of what a rep counts as. */
export const MARK_OF: Readonly<Record<RepOutcome, Mark>> = {
  full: 'full',
  short: 'short',
  half: 'partial',
  'missed-hold': 'missed',
  dropped: 'dropped',
  unsure: 'unsure',
};
