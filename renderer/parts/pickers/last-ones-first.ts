import type { SetRow } from '../../../src/contract/sets.ts';
import type { Athlete } from '../../../src/contract/setup.ts';

/** Whoever lifted last stands first, then everybody by name; the one lifting now comes last of the recent. */
export function lastOnesFirst(
  athletes: readonly Athlete[],
  sets: readonly Pick<SetRow, 'athlete_id' | 'started_epoch_ms'>[],
  current_id: number,
): readonly Athlete[] {
  const last_ms = new Map<number, number>();
  for (const { athlete_id, started_epoch_ms } of sets)
    last_ms.set(athlete_id, Math.max(started_epoch_ms, last_ms.get(athlete_id) ?? 0));
  const rank = ({ id }: Athlete): number => (id === current_id ? 1 : (last_ms.get(id) ?? 0));
  return athletes.toSorted((a, b) => rank(b) - rank(a) || a.name.localeCompare(b.name));
}
