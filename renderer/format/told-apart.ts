import type { Athlete } from '../../src/contract/setup.ts';
import { fold } from '../../src/words/fold.ts';
import { words } from '../../src/words/index.ts';

/** What tells an athlete from another of the same name: group and birth year; '' where nobody else is called so. */
export function toldApart({ id, name, group, birth_year }: Athlete, all: readonly Athlete[]): string {
  if (!all.some((other) => other.id !== id && fold(other.name) === fold(name))) return '';
  const born = birth_year === null ? '' : words.athletes.bornIn(birth_year);
  return [group, born].filter(Boolean).join(', ');
}

/** A name, with what tells it from an equal one. */
export const fullName = (name: string, apart: string): string =>
  apart === '' ? name : words.athletes.apart(name, apart);
