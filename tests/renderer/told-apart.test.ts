import { expect, test } from 'vitest';
import { ATHLETE_COLOURS, athleteColour } from '../../renderer/format/athlete-colour.ts';
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

/** WCAG 2, relative luminance of an sRGB colour. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (light: string, dark: string): number =>
  (luminance(light) + 0.05) / (luminance(dark) + 0.05);

test('an athlete without a photo has a colour that stays, another than whoever was added next, and letters that read on it', () => {
  expect(athleteColour(3)).toBe(athleteColour(3));
  for (let id = 1; id < 40; id++) expect(athleteColour(id)).not.toBe(athleteColour(id + 1));
  for (const colour of ATHLETE_COLOURS) expect(contrast('#f3f6f8', colour)).toBeGreaterThan(7);
});
