import { lighter } from './loadable.ts';
import { type Situation, type Suggestion, type SuggestionRule, suggest } from './situation.ts';
import { isClean, isFailing, type LoadWork } from './work.ts';

/** Share of the load that stays where technique failed and no load was clean; chosen here. */
const LIGHTER = 0.9;

/** Half reps above a fifth: the load goes back to where reps were still full. */
export const fixRangeFirst = (situation: Situation): Suggestion | null =>
  backToClean(situation, 'range-first', ({ range }) => isFailing(range));

/** Missed holds above a fifth: likewise. */
export const fixHoldFirst = (situation: Situation): Suggestion | null =>
  backToClean(situation, 'hold-first', ({ hold }) => isFailing(hold));

/** Dropped bars above a fifth: likewise. */
export const lowerItFirst = (situation: Situation): Suggestion | null =>
  backToClean(situation, 'lower-it-first', ({ drops }) => isFailing(drops));

/**
 * Looks at every load of the newest session: who half-reps at 120 kg and is clean at 100 kg is not to be told
 * about 100 kg only. The clean load is the heaviest below the failing one whose latest session was clean.
 */
function backToClean(
  situation: Situation,
  rule: SuggestionRule,
  fails: (work: LoadWork) => boolean,
): Suggestion | null {
  const { works, last, loads_kg } = situation;
  const failing = works.findLast((work) => work.session_id === last.session_id && fails(work));
  if (!failing) return null;
  const latest = new Map<number, LoadWork>();
  for (const work of works) if (!latest.has(work.load_kg)) latest.set(work.load_kg, work);
  const clean = [...latest.values()]
    .filter((work) => work.load_kg < failing.load_kg && isClean(work))
    .sort((a, b) => b.load_kg - a.load_kg)[0];
  return suggest(situation, rule, {
    load_kg: clean?.load_kg ?? lighter(loads_kg, failing.load_kg, LIGHTER),
    works: [failing],
    clean_kg: clean?.load_kg ?? null,
  });
}
