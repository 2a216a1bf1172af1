import { isTooMuch, type ShareOf } from './next/work.ts';
import { OUTCOMES, type RepOutcome } from './outcome.ts';
import { mondayOf } from './weeks.ts';

/** A set as the technique map sees it. */
export interface MappedSet {
  readonly set_id: number;
  readonly at_epoch_ms: number;
  readonly load_kg: number | null;
  /** Rep by rep. */
  readonly outcomes: readonly RepOutcome[];
}

/** Reps of one place of the map. */
export interface MapCell {
  readonly load_kg: number;
  /** Number of the rep in its set, or the Monday of its week, ms since epoch. */
  readonly column: number;
  readonly counts: Readonly<Record<RepOutcome, number>>;
  readonly reps: number;
  /** Newest last. */
  readonly set_ids: readonly number[];
}

/** Load against the number of the rep in its set. */
export const byRep = (sets: readonly MappedSet[]): MapCell[] => cellsOf(sets, (_, index) => index + 1);

/** Load against the week. */
export const byWeek = (sets: readonly MappedSet[]): MapCell[] =>
  cellsOf(sets, ({ at_epoch_ms }) => mondayOf(at_epoch_ms));

function cellsOf(sets: readonly MappedSet[], columnOf: (set: MappedSet, index: number) => number): MapCell[] {
  const cells = new Map<string, { cell: MapCell; counts: Record<RepOutcome, number>; ids: Set<number> }>();
  for (const set of sets) {
    const { load_kg } = set;
    if (load_kg === null) continue;
    set.outcomes.forEach((outcome, index) => {
      const column = columnOf(set, index);
      const key = `${load_kg} ${column}`;
      let of = cells.get(key);
      if (!of) {
        const counts = none();
        of = { cell: { load_kg, column, counts, reps: 0, set_ids: [] }, counts, ids: new Set() };
        cells.set(key, of);
      }
      of.counts[outcome]++;
      of.ids.add(set.set_id);
    });
  }
  return [...cells.values()].map(({ cell, counts, ids }) => ({
    ...cell,
    reps: OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0),
    set_ids: [...ids],
  }));
}

const none = (): Record<RepOutcome, number> =>
  ({ half: 0, short: 0, 'missed-hold': 0, dropped: 0, full: 0, unsure: 0 }) satisfies Record<
    RepOutcome,
    number
  >;

/** Reps that were not done as asked, of those that could be judged. */
export const badShare = (cells: readonly Pick<MapCell, 'counts' | 'reps'>[]): ShareOf => {
  const sum = (of: RepOutcome): number => cells.reduce((total, { counts }) => total + counts[of], 0);
  const bad = sum('half') + sum('short') + sum('missed-hold') + sum('dropped');
  return { bad, of: bad + sum('full') };
};

/** From a load, or a rep of the set, on technique is another. */
export interface TechniqueBreak {
  readonly from: number;
  readonly there: ShareOf;
  /** Nothing of it (`of` 0) where it is so from the first on. */
  readonly before: ShareOf;
}

/**
 * Least doubled gain in log-likelihood that makes a break one; chosen here: chance gives as much in one of a hundred
 * seasons at a place named before, the 99 % point of chi-squared with one degree.
 */
const LEAST_GAIN = 6.63;

/**
 * Where along the loads, or the reps of a set, it begins to go wrong: the place that splits them into two shares
 * that explain the counts best. null when no more than a fifth is wrong on either side, or the difference is chance.
 */
export function breakAlong(
  cells: readonly MapCell[],
  placeOf: (cell: MapCell) => number,
): TechniqueBreak | null {
  const places = [...new Set(cells.map(placeOf))].sort((a, b) => a - b);
  const splits = places.map((from): TechniqueBreak => {
    const [there, before] = [
      badShare(cells.filter((cell) => placeOf(cell) >= from)),
      badShare(cells.filter((cell) => placeOf(cell) < from)),
    ];
    return { from, there, before };
  });
  const [whole] = splits;
  if (!whole) return null;
  const alone = likelihood(whole.there);
  const gain = ({ there, before }: TechniqueBreak): number =>
    2 * (likelihood(there) + likelihood(before) - alone);
  const rising = splits.filter(
    ({ there, before }) =>
      isTooMuch(there) && !isTooMuch(before) && there.bad * before.of > before.bad * there.of,
  );
  const best = rising.toSorted((a, b) => gain(b) - gain(a))[0];
  if (best && gain(best) >= LEAST_GAIN) return best;
  return isTooMuch(whole.there) ? whole : null;
}

/** Log-likelihood of a binomial share at its best. */
function likelihood({ bad, of }: ShareOf): number {
  const part = (count: number): number => (count === 0 ? 0 : count * Math.log(count / of));
  return part(bad) + part(of - bad);
}

/** The column (week) in which most was wrong, as a share; null when none had too much. */
export function worstColumn(
  cells: readonly MapCell[],
): { readonly column: number; readonly share: ShareOf } | null {
  const columns = [...new Set(cells.map(({ column }) => column))].map((column) => ({
    column,
    share: badShare(cells.filter((cell) => cell.column === column)),
  }));
  return (
    columns
      .filter(({ share }) => isTooMuch(share))
      .toSorted((a, b) => b.share.bad / b.share.of - a.share.bad / a.share.of || b.column - a.column)[0] ??
    null
  );
}
