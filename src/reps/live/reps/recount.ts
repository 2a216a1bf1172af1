import { mergeCounts } from '../../look-again/merge-counts.ts';
import type { Analysis } from '../../rep.ts';
import type { AnnouncerPorts } from './announcer-ports.ts';
import type { RiseInProgress } from './call-off.ts';
import { hangsFromArms } from './plausibility.ts';
import type { ToldReps } from './told-reps.ts';

/** Another look at the set so far. */
export interface Recounting {
  /** It found this. */
  recount(found: Analysis): void;
}

export function createRecounting(
  { lift, now_s }: Pick<AnnouncerPorts, 'lift' | 'now_s'>,
  reps: ToldReps,
  state: RiseInProgress,
): Recounting {
  const hangs = hangsFromArms(lift);
  // what begins with the lowering is over at its lockout
  const lowersLast = lift.opening === 'concentric-first';
  return {
    recount(found) {
      reps.recount((told, open) => mergeCounts(told, found, { open: open && lowersLast, hangs }, now_s()));
      if (!reps.announced) state.settleAt_s = Number.NaN;
    },
  };
}
