import { describe, expect, test } from 'vitest';
import { parseRoster, sameName } from '../../src/recording/roster.ts';

function read(text: string) {
  const roster = parseRoster(text);
  if (!roster.ok) throw new Error(roster.message);
  return roster;
}
const people = (text: string) => read(text).entries.map(({ name, body_mass_kg }) => [name, body_mass_kg]);

test('a body mass without a unit is read as kg, and that is said; one in the cell counts', () => {
  const { entries, remarks } = read('Name,Weight\nAnna,150 lb\nJörg,"82,5 kg"\nBo,70\n');
  expect(entries.map(({ body_mass_kg }) => body_mass_kg)).toEqual([68.04, 82.5, 70]);
  expect(remarks).toEqual([expect.stringContaining('Weight does not say whether it is kg or lb')]);
  expect(read('Name,Weight (lb)\nAnna,150\n').remarks).toEqual([]);
});

test.each([
  ['French', 'Prénom;Nom;Poids (kg);Année de naissance\nÉlodie;Dûrand;61,5;1999\n', 'Élodie Dûrand'],
  ['Spanish', 'Nombre;Apellidos;Peso (kg);Fecha de nacimiento\nJosé;Núñez;61,5;04/05/1999\n', 'José Núñez'],
])('a list in %s', (_, text, name) =>
  expect(read(text).entries).toMatchObject([{ name, body_mass_kg: 61.5, birth_year: 1999 }]),
);

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
    ['pounds', 'athlete\tweight_lb\nMaja\t150\n', [['Maja', 68.04]]],
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
