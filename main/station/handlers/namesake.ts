import { type Failure, failure } from '../../../src/contract/result.ts';
import type { Athlete, AthleteFields } from '../../../src/contract/setup.ts';
import { fold } from '../../../src/words/fold.ts';
import { words } from '../../../src/words/index.ts';

/**
 * Refuses an athlete whom nothing tells from another one of the same name: neither group nor birth year. One that is as it was
 * may stay as it is: two of a list that was imported are not locked.
 */
export function namesakeOf(
  all: readonly Athlete[],
  { id, name, group = '', birth_year = null }: AthleteFields & { readonly id?: number },
): Failure | null {
  const told = (of: { readonly name: string; readonly group: string; readonly birth_year: number | null }) =>
    [of.name, of.group, of.birth_year ?? ''].map((part) => fold(String(part).trim())).join('\n');
  const asked = told({ name, group, birth_year });
  const before = all.find((each) => each.id === id);
  if (before !== undefined && told(before) === asked) return null;
  return all.some((each) => each.id !== id && told(each) === asked)
    ? failure('name-taken', words.says.data.nameTaken(name))
    : null;
}
