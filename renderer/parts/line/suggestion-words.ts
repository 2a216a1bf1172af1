import type { Units } from '../../../src/contract/setup.ts';
import type { Suggestion } from '../../../src/training/next/situation.ts';
import type { LoadWork } from '../../../src/training/next/work.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatPercent, formatSignedVelocity, formatWhole } from '../../format/format.ts';
import { formatDayOfMonth } from '../../format/moments.ts';

/** Why this load, a sentence each. */
export function reasonsOf(suggestion: Suggestion, units: Units): string[] {
  const text = words.training;
  const { rule, works, clean_kg, above_line_mps, large_step } = suggestion;
  const technique = rule === 'range-first' || rule === 'hold-first' || rule === 'lower-it-first';
  return [
    ...works.map((work) => workInWords(work, units)),
    technique && (clean_kg === null ? text.noClean : text.clean(formatLoad(units, clean_kg))),
    above_line_mps !== null && text.above(formatSignedVelocity(above_line_mps)),
    large_step && text.largeStep,
  ].filter((line) => line !== false);
}

function workInWords(
  { at_epoch_ms, load_kg, reps, range, short, hold, drops, loss_pct, failed }: LoadWork,
  units: Units,
): string {
  const text = words.training;
  const parts = [
    text.bestSet(reps),
    range.of > 0 && text.halfReps(formatWhole(range.bad), formatWhole(range.of)),
    short.bad > 0 && text.shortReps(formatWhole(short.bad), formatWhole(short.of)),
    hold.of > 0 && text.holdsMet(formatWhole(hold.of - hold.bad), formatWhole(hold.of)),
    drops.bad > 0 && text.dropped(formatWhole(drops.bad), formatWhole(drops.of)),
    loss_pct !== null && loss_pct > 0 && text.loss(formatPercent(loss_pct)),
    failed > 0 && text.failed(failed),
  ];
  return text.work(
    formatDayOfMonth(at_epoch_ms),
    formatLoad(units, load_kg),
    parts.filter(Boolean).join(', '),
  );
}
