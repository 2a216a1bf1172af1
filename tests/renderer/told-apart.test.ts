import { expect, test } from 'vitest';
import { fullName, toldApart } from '../../renderer/format/told-apart.ts';
import type { Athlete } from '../../src/contract/setup.ts';

const called = (id: number, name: string, more: Partial<Athlete> = {}): Athlete => ({
  ...{
    id,
    name,
    simulated: false,
    body_mass_kg: null,
    group: '',
    birth_year: null,
    note: '',
    archived: false,
  },
  ...more,
});

test('only equal names are told apart, by group and birth year, whatever case and accents', () => {
  const all = [
    called(1, 'Zoë Berg', { group: 'U18', birth_year: 2009 }),
    called(2, 'zoe berg', { birth_year: 1998 }),
    called(3, 'Ada', { group: 'U18' }),
  ];
  expect(all.map((athlete) => fullName(athlete.name, toldApart(athlete, all)))).toEqual([
    'Zoë Berg (U18, born 2009)',
    'zoe berg (born 1998)',
    'Ada',
  ]);
});

test('what an athlete shares with another and nothing tells apart adds nothing to the name', () => {
  const all = [called(1, 'Ben'), called(2, 'Ben')];
  expect(all.map((athlete) => fullName(athlete.name, toldApart(athlete, all)))).toEqual(['Ben', 'Ben']);
});
