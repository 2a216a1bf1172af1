import type { Rep } from '../rep.ts';

/** Holds that were met, of those that were judged: a pause without lockout is a missed hold, one in doubt counts for neither. */
export function countHolds(reps: readonly Rep[]): { readonly met: number; readonly judged: number } {
  const judged = reps.flatMap(({ verdict: { hold } }) => (hold === null || hold === 'unsure' ? [] : [hold]));
  return { met: judged.filter((hold) => hold === 'met').length, judged: judged.length };
}
