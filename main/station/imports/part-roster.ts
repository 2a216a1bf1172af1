import { type RosterEntry, sameName } from '../../../src/recording/roster.ts';

/** Who of a list is new; a name that is there already, or twice in the list, is known. */
export function partRoster(entries: readonly RosterEntry[], there: readonly string[]) {
  const taken = new Set(there.map(sameName));
  const added: RosterEntry[] = [];
  const known: RosterEntry[] = [];
  for (const entry of entries) {
    const name = sameName(entry.name);
    (taken.has(name) ? known : added).push(entry);
    taken.add(name);
  }
  return { added, known };
}
