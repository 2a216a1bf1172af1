import type { Athlete } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { toldApart } from '../../format/told-apart.ts';
import type { Option } from '../../ui/matching.ts';

/** Athletes to pick from, in the order given. */
export const athleteOptions = (all: readonly Athlete[]): Option<number>[] =>
  all.map((athlete) => ({
    key: String(athlete.id),
    label: athlete.name,
    value: athlete.id,
    ...detailOf(athlete, all),
  }));

/** The demo athlete is told from all, and two of one name from each other. */
function detailOf(athlete: Athlete, all: readonly Athlete[]): { readonly detail?: string } {
  const detail = athlete.simulated ? words.station.simulatedAthlete : toldApart(athlete, all);
  return detail === '' ? {} : { detail };
}
