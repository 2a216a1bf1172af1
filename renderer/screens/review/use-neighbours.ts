import type { SetRow } from '../../../src/contract/sets.ts';
import { useAnswer } from '../../page/use-answer.ts';

const PAGE_SETS = 500;

export interface Neighbours {
  readonly earlier: number | null;
  readonly later: number | null;
}

/** The sets of the same athlete before and after this one. */
export function useNeighbours(row: Pick<SetRow, 'id' | 'athlete_id'> | null): Neighbours {
  const athlete_id = row?.athlete_id ?? 0;
  const newest = useAnswer('sets:list', row && { athlete_id, limit: PAGE_SETS }).value;
  const before = useAnswer('sets:list', row && { athlete_id, limit: 1, before_id: row.id }).value;
  const at = newest?.findIndex(({ id }) => id === row?.id) ?? -1;
  return {
    earlier: before?.[0]?.id ?? null,
    later: at > 0 ? (newest?.[at - 1]?.id ?? null) : null,
  };
}
