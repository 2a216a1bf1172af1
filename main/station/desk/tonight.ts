import type { TonightEntry } from '../../../src/contract/tonight.ts';
import type { Store } from '../../store/types.ts';
import type { Rests } from './rests.ts';

/** Tonight's group in order, each with what comes back with them and how long they rest. */
export function tonightOf(store: Store, rests: Rests, current_id: number): readonly TonightEntry[] {
  const next = nextOf(store.tonight.list(), current_id);
  return store.tonight.list().flatMap((id) => {
    const athlete = store.athletes.get(id);
    if (athlete === null) return [];
    const choice = store.choices.last(id);
    const rest = rests.of(id);
    return [
      {
        athlete,
        next: id === next,
        lift: choice?.lift ?? null,
        load_kg: choice?.load_kg ?? null,
        resting_since_epoch_ms: rest?.since_epoch_ms ?? null,
        rest_target_s: rest?.target_s ?? null,
      },
    ];
  });
}

/** Whoever comes after the current one, round and round; the first where the current one is not of the group. */
export function nextOf(ids: readonly number[], current_id: number): number | null {
  if (ids.length === 0) return null;
  const next = ids[(ids.indexOf(current_id) + 1) % ids.length] ?? null;
  return next === current_id ? null : next;
}
