import { describe, expect, test } from 'vitest';
import { parseRoster, sameName } from '../../src/recording/roster.ts';

function read(text: string) {
  const roster = parseRoster(text);
  if (!roster.ok) throw new Error(roster.message);
  return roster;
}
const people = (text: string) => read(text).entries.map(({ name, body_mass_kg }) => [name, body_mass_kg]);

describe('a roster', () => {
  test.each([
    [
      'byte order mark, CR LF, quotes in quotes, a comma in a name',
      '\ufeffName,Body mass (kg)\r\nZoë O’Connor,70\r\n"José ""Pepe"" Núñez",71\r\n"Smith, Anna",72\r\n李 小龍,74\r\n',
      [
        ['Zoë O’Connor', 70],
        ['José "Pepe" Núñez', 71],
        ['Smith, Anna', 72],
        ['李 小龍', 74],
      ],
    ],
    [
      'semicolons, decimal comma, German',
      '\ufeffNachname;Vorname;Gewicht\nMüller;Jürgen;82,5\nGroß;Änne;61,0\n',
      [
        ['Jürgen Müller', 82.5],
        ['Änne Groß', 61],
      ],
    ],
    [
      'nothing but names',
      'Name\nAnna Smith\nLee, Bo\n',
      [
        ['Anna Smith', null],
        ['Lee, Bo', null],
      ],
    ],
    [
      'rows that all end in a comma',
      'Name,Mass\nMaja,61,\nBo,80,\n',
      [
        ['Maja', 61],
        ['Bo', 80],
      ],
    ],
    ['pounds', 'athlete\tweight_lb\nMaja\t150\n', [['Maja', 150 * 0.45359237]]],
  ])('%s', (_, text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  test('says what is not kept and what it could not take', () => {
    const roster = read('Name,Shoe,Mass,Note\nMaja,A,7,\n,B,70,\nLee, Bo,C,80,\n');
    expect(roster.entries).toMatchObject([{ name: 'Maja', body_mass_kg: null }]);
    expect(roster.unused).toEqual(['Shoe']);
    expect(roster.remarks).toEqual([
      expect.stringMatching(/^Row 2: "7" is no body mass/),
      expect.stringMatching(/^Row 3: no name/),
      expect.stringMatching(/^Row 4: more cells/),
    ]);
  });

  test('without a name column is refused by what it has', () => {
    expect(parseRoster('a,b\n1,2\n')).toEqual({ ok: false, message: expect.stringContaining('a, b') });
    expect(parseRoster('').ok).toBe(false);
  });

  test('one name in two spellings is one person', () => {
    expect(sameName('ZOË  Smith ')).toBe(sameName('zoe\u0308 smith'));
    expect(sameName('Zoe Smith')).not.toBe(sameName('Zoë Smith'));
  });
});
