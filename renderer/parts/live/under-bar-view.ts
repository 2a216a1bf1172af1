import type { LiveSet } from '../../../src/contract/live-set.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatHold, formatMissing } from '../../format/format.ts';
import { isMissedHold } from '../../format/is-missed-hold.ts';
import type { Mark } from '../../ui/verdict-mark.tsx';
import { rangeShown } from './rep-view.ts';

/** What a lifter under the bar has to see, and nothing else. */
export interface UnderBarView {
  readonly reps: string;
  readonly verdict: { readonly mark: Mark; readonly word: string } | null;
  /** Seconds of the last hold; while one runs the clock says them. */
  readonly hold: string;
  /** What to do next: stop, one more, done. */
  readonly note: { readonly mark: Mark; readonly word: string } | null;
}

export function underBarView(state: StationState): UnderBarView {
  const { set } = state;
  const { goal, targets } = (set ?? state).setup;
  const kept = set?.reps.filter(({ deleted }) => !deleted) ?? [];
  const last = kept.at(-1)?.rep ?? null;
  // a pause short of lockout is no hold
  const held_s = last === null || last.verdict.hold === 'no-lockout' ? null : last.lockout.hold_s;
  // a rep is done when it is down: at its top it is still the last one, and may come to nothing
  const done = kept.filter(({ settled }) => settled).length;
  const reps = String(kept.length);
  return {
    reps: goal.reps === null ? reps : words.outOf(reps, String(goal.reps)),
    verdict: verdictOf(set),
    hold: formatHold(held_s, targets.hold_s),
    note: noteOf(set, goal.reps === null ? null : goal.reps - done),
  };
}

/** Of a bar that stands short now, else of the last rep that is over: the worst thing about it. */
function verdictOf(set: LiveSet | null): UnderBarView['verdict'] {
  if (set?.hold?.missing_m != null)
    return { mark: 'short', word: words.underBar.higher(formatMissing(set.hold.missing_m)) };
  const rep = set?.reps.findLast(({ settled, deleted }) => settled && !deleted)?.rep;
  const failed = set?.failed.at(-1);
  if (failed && failed.start_s > (rep?.start_s ?? Number.NEGATIVE_INFINITY))
    return { mark: 'failed', word: words.underBar.failed };
  if (rep === undefined) return null;
  const { range, hold, lowering } = rep.verdict;
  if (lowering === 'dropped') return { mark: 'dropped', word: words.underBar.dropped };
  if (range !== 'partial' && range !== 'short' && isMissedHold(hold))
    return { mark: 'warning', word: words.underBar.hold[hold] };
  return rangeShown(rep);
}

function noteOf(set: LiveSet | null, to_go: number | null): UnderBarView['note'] {
  if (set === null) return null;
  if (set.velocity_loss_reached) return { mark: 'warning', word: words.underBar.stop };
  if (to_go === null || to_go > 1) return null;
  return to_go === 1
    ? { mark: 'info', word: words.underBar.lastRep }
    : { mark: 'full', word: words.underBar.goal };
}
