import type { NamesOnBoard } from '../../src/contract/board.ts';

/**
 * Names as the wall shows them, to a room of people: whole, with the first letter of the last name, or letters alone. Those
 * that would be the same get as many letters more as tell them apart.
 */
export function boardNames(names: readonly string[], how: NamesOnBoard): ReadonlyMap<string, string> {
  const different = [...new Set(names)];
  if (how === 'full') return new Map(different.map((name) => [name, name]));
  const shown = new Map(different.map((name) => [name, shorten(name, how, 1)]));
  for (const [name, short] of [...shown]) {
    const alike = different.filter((other) => shorten(other, how, 1) === short);
    for (let letters = 2; alike.length > 1 && letters <= MOST_LETTERS; letters++) {
      shown.set(name, shorten(name, how, letters));
      if (alike.every((other) => other === name || shorten(other, how, letters) !== shown.get(name))) break;
    }
  }
  return shown;
}

/** Two who have so much in common are told apart by where they stand. */
const MOST_LETTERS = 8;

function shorten(name: string, how: NamesOnBoard, letters: number): string {
  const parts = name.trim().split(/\s+/);
  const first = parts[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const begin = (text: string, most: number): string => {
    const signs = [...text];
    return signs.length <= most ? text : `${signs.slice(0, most).join('')}.`;
  };
  if (last === '') return how === 'initials' ? begin(first, letters) : first;
  return `${how === 'initials' ? begin(first, 1) : first} ${begin(last, letters)}`;
}
