import type { Athlete } from '../../../src/contract/setup.ts';
import { fold } from '../../../src/words/fold.ts';
import { words } from '../../../src/words/index.ts';
import type { Option } from '../../ui/matching.ts';

/** Athletes to pick from, in the order given. */
export const athleteOptions = (all: readonly Athlete[]): Option<number>[] =>
  all.map((athlete) => ({
    key: String(athlete.id),
    label: athlete.name,
    value: athlete.id,
    ...detailOf(athlete, all),
  }));

/** What tells an athlete from others: the demo athlete from all, and two of one name by group and birth year. */
function detailOf(athlete: Athlete, all: readonly Athlete[]): { readonly detail?: string } {
  if (athlete.simulated) return { detail: words.station.simulatedAthlete };
  const { id, name, group, birth_year } = athlete;
  if (!all.some((other) => other.id !== id && fold(other.name) === fold(name))) return {};
  const born = birth_year === null ? '' : words.athletes.bornIn(birth_year);
  return { detail: [group, born].filter(Boolean).join(', ') };
}
