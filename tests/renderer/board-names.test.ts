import { expect, test } from 'vitest';
import { boardNames } from '../../renderer/format/board-names.ts';

const shown = (names: readonly string[], how: 'full' | 'short' | 'initials') => [
  ...boardNames(names, how).values(),
];

test.each([
  ['full', ['Anna Berg', 'Maja']],
  ['short', ['Anna B.', 'Maja']],
  ['initials', ['A. B.', 'M.']],
] as const)('a room is told names %s', (how, expected) => {
  expect(shown(['Anna Berg', 'Maja', 'Anna Berg'], how)).toEqual(expected);
});

test('who would be called alike gets as many letters more as it takes', () => {
  expect(shown(['Anna Berg', 'Anna Beck', 'Lena Ott'], 'short')).toEqual([
    'Anna Ber.',
    'Anna Bec.',
    'Lena O.',
  ]);
  expect(shown(['Anna Berg', 'Anton Bruhn'], 'initials')).toEqual(['A. Be.', 'A. Br.']);
});

test('names of one sign, of many parts and in other scripts stay whole letters', () => {
  expect(shown(['李 雷', 'Ana de la Cruz', 'X'], 'short')).toEqual(['李 雷', 'Ana C.', 'X']);
});
