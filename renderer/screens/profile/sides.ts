import type { SetRow } from '../../../src/contract/sets.ts';
import type { LiftId, Side, VariationId } from '../../../src/contract/setup.ts';

/** Means of one side's work sets, each rep counting alike. */
export interface SideMeans {
  readonly sets: number;
  readonly reps: number;
  readonly load_kg: number | null;
  readonly mcv_mps: number | null;
  readonly hold_s: number | null;
  readonly holds_met_share: number | null;
  readonly half_share: number | null;
}

export interface SideComparison {
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly left: SideMeans;
  readonly right: SideMeans;
}

/** Latest sets averaged per side; chosen here: enough to even out a bad day, few enough to be about now. */
export const SETS_PER_SIDE = 6;

/** Every lift and variation with work sets of both sides. `rows` newest first. */
export function compareSides(rows: readonly SetRow[]): readonly SideComparison[] {
  const groups = new Map<string, SetRow[]>();
  for (const row of rows) {
    if (row.side === null || row.kind !== 'work') continue;
    const key = `${row.lift} ${row.variation}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const of = (side: Side) => group.filter((row) => row.side === side).slice(0, SETS_PER_SIDE);
    const [left, right] = [of('left'), of('right')];
    const { lift, variation } = group[0] as SetRow;
    return left.length > 0 && right.length > 0
      ? [{ lift, variation, left: meansOf(left), right: meansOf(right) }]
      : [];
  });
}

function meansOf(rows: readonly SetRow[]): SideMeans {
  const reps = sum(rows, ({ summary }) => summary.reps);
  // reps nobody could judge are neither half nor whole
  const ranged = reps - sum(rows, ({ summary }) => summary.unsure);
  const judged = sum(rows, ({ holds_judged }) => holds_judged);
  const weighted = (of: (row: SetRow) => number | null): number | null => {
    const told = rows.filter((row) => of(row) !== null && row.summary.reps > 0);
    const count = sum(told, ({ summary }) => summary.reps);
    return count === 0 ? null : sum(told, (row) => (of(row) as number) * row.summary.reps) / count;
  };
  return {
    sets: rows.length,
    reps,
    load_kg: weighted((row) => row.load_kg),
    mcv_mps: weighted(({ summary }) => summary.mean_mcv_mps),
    hold_s: weighted(({ summary }) => summary.mean_hold_s),
    holds_met_share: judged === 0 ? null : sum(rows, ({ holds_met }) => holds_met) / judged,
    half_share: ranged === 0 ? null : sum(rows, ({ summary }) => summary.partial) / ranged,
  };
}

const sum = (rows: readonly SetRow[], of: (row: SetRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
