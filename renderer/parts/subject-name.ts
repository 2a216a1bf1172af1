import type { ProfileSubject } from '../../src/contract/profile.ts';
import { words } from '../../src/words/index.ts';
import { formatLift } from '../format/format.ts';

export const subjectName = ({ lift, variation, side }: ProfileSubject): string =>
  [formatLift(lift, variation), side && words.sides[side]].filter(Boolean).join(', ');
