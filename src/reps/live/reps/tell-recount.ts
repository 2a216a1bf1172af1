import type { Recount } from '../../look-again/merge-counts.ts';
import { isSameRise } from '../../look-again/same-rise.ts';
import type { Rep } from '../../rep.ts';
import type { AnnouncerPorts } from './announcer-ports.ts';

/** Tells what has changed against `told`; false where nothing has. `open`: the last one told, while it is not over. */
export function tellRecount(
  { say, now_s }: Pick<AnnouncerPorts, 'say' | 'now_s'>,
  told: readonly Rep[],
  { reps, added, gone }: Recount,
  open: Rep | null,
): boolean {
  if (reps.length === told.length && reps.every((rep, k) => rep === told[k])) return false;
  const said_s = now_s();
  // where places move up, the last moves first: whoever keeps something beside a rep can move it along
  const movesUp = told.length > 0 && added > gone.length;
  for (const rep of movesUp ? reps.toReversed() : reps) {
    if (rep === told[rep.index - 1]) continue;
    const settled = open === null || !isSameRise(rep, open);
    say({ kind: 'rep', rep, settled, late: true, said_s });
  }
  for (let index = told.length; index > reps.length; index -= 1)
    say({ kind: 'rep-withdrawn', index, why: gone.at(-1) ?? 'lost-track', said_s });
  if (added > 0) say({ kind: 'found', reps: added, said_s });
  return true;
}
