import type { Rep } from '../../src/contract/live-set.ts';

/** A hold that counts as missed: too short, or not at lockout. */
export const isMissedHold = (hold: Rep['verdict']['hold']): hold is 'missed' | 'no-lockout' =>
  hold === 'missed' || hold === 'no-lockout';
