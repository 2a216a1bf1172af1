import type { Athlete, Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad } from '../../format/format.ts';

/** What is another of an athlete, each with before and after; empty where nothing is. */
export function athleteEditInWords(before: Athlete, after: Athlete, units: Units): string {
  const [was, is] = [inWords(before, units), inWords(after, units)];
  return was
    .flatMap(([name, text], at) => {
      const now = is[at]?.[1] ?? '';
      return text === now ? [] : [words.review.edited(name, text, now)];
    })
    .join(', ');
}

function inWords(athlete: Athlete, units: Units): readonly (readonly [name: string, value: string])[] {
  const text = words.athletes;
  const { name, body_mass_kg, group, birth_year, note, archived } = athlete;
  const none = words.edits.nothing;
  return [
    [text.name, name],
    [text.bodyMassShort, body_mass_kg === null ? none : formatLoad(units, body_mass_kg)],
    [text.groupShort, group || none],
    [text.birthYearShort, birth_year === null ? none : String(birth_year)],
    [words.review.note, note || none],
    [text.listed, archived ? text.archived : text.active],
  ];
}
