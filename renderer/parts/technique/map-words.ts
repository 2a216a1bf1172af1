import type { Units } from '../../../src/contract/setup.ts';
import type { ShareOf } from '../../../src/training/next/work.ts';
import { OUTCOMES, type RepOutcome } from '../../../src/training/outcome.ts';
import {
  badShare,
  breakAlong,
  type MapCell,
  type TechniqueBreak,
  worstColumn,
} from '../../../src/training/technique.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatWhole } from '../../format/format.ts';
import { formatDayOfMonth } from '../../format/moments.ts';

/** At which load, which rep, which week, and what: a sentence each. */
export function techniqueInWords(
  reps: readonly MapCell[],
  weeks: readonly MapCell[],
  units: Units,
): string[] {
  const text = words.technique;
  const load = breakAlong(reps, ({ load_kg }) => load_kg);
  // within a set it is looked for where it goes wrong at all: light clean sets would hide it
  const lines = [
    loadInWords(load, units),
    repInWords(reps.filter(({ load_kg }) => load_kg >= (load?.from ?? 0))),
  ];
  const week = worstColumn(weeks);
  lines.push(week ? text.worstWeek(formatDayOfMonth(week.column), shareInWords(week.share)) : text.noWeek);
  const { bad } = badShare(reps);
  const wrong = OUTCOMES.filter((outcome) => outcome !== 'full' && outcome !== 'unsure');
  const most = wrong.toSorted((a, b) => countOf(reps, b) - countOf(reps, a))[0];
  if (most && bad > 0)
    lines.push(text.mostly(text.outcomes[most], formatWhole(countOf(reps, most)), formatWhole(bad)));
  if (countOf(reps, 'unsure') > 0) lines.push(text.judged);
  return lines;
}

function loadInWords(found: TechniqueBreak | null, units: Units): string {
  const text = words.technique;
  if (found === null) return text.noLoad;
  const there = shareInWords(found.there);
  return found.before.of === 0
    ? text.everyLoad(there)
    : text.fromLoad(formatLoad(units, found.from), there, shareInWords(found.before));
}

function repInWords(cells: readonly MapCell[]): string {
  const text = words.technique;
  const found = breakAlong(cells, ({ column }) => column);
  if (found === null) return text.noRep;
  const there = shareInWords(found.there);
  return found.before.of === 0
    ? text.everyRep(there)
    : text.fromRep(formatWhole(found.from), there, shareInWords(found.before));
}

const countOf = (cells: readonly MapCell[], outcome: RepOutcome): number =>
  cells.reduce((sum, { counts }) => sum + counts[outcome], 0);

const shareInWords = ({ bad, of }: ShareOf): string =>
  words.technique.share(formatWhole(bad), formatWhole(of));
