import type { Athlete } from '../../src/contract/setup.ts';
import { fullName, toldApart } from '../format/told-apart.ts';

/** The options of a field that says whose something is, two of one name told apart. */
export function AthleteChoices({ athletes }: { readonly athletes: readonly Athlete[] }) {
  return athletes.map((athlete) => (
    <option key={athlete.id} value={athlete.id}>
      {fullName(athlete.name, toldApart(athlete, athletes))}
    </option>
  ));
}
