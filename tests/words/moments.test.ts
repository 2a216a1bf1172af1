import { expect, test } from 'vitest';
import { momentsIn, systemTime } from '../../src/words/moments.ts';

const AFTERNOON = new Date(2026, 10, 30, 14, 5).getTime();
const LAST_YEAR = new Date(2025, 0, 7, 9, 30).getTime();

test.each([
  ['en-US', 'h12', 'Nov 30, 2:05 PM', 'Jan 7, 2025'],
  ['en-GB', 'h23', '30 Nov, 14:05', '7 Jan 2025'],
  // the words stay English where the system is not, the order and the clock are the system's
  ['de-DE', 'h23', '30 Nov, 14:05', '7 Jan 2025'],
  ['de', 'h12', '30 Nov, 2:05 pm', '7 Jan 2025'],
  ['en-US', 'h23', 'Nov 30, 14:05', 'Jan 7, 2025'],
] as const)('on a computer set to %s and %s', (locale, hourCycle, afternoon, day) => {
  const moments = momentsIn('en', { locale, hourCycle });
  expect(plainly(moments.dayTimeThisYear(AFTERNOON, AFTERNOON))).toBe(afternoon);
  expect(plainly(moments.dayThisYear(LAST_YEAR, AFTERNOON))).toBe(day);
});

test('the year is told where it is not this one, and only there', () => {
  const { dayThisYear, dayTimeThisYear } = momentsIn('en', { locale: 'en-GB', hourCycle: 'h23' });
  expect(dayThisYear(LAST_YEAR, LAST_YEAR)).toBe('7 Jan');
  expect(dayTimeThisYear(LAST_YEAR, AFTERNOON)).toBe('7 Jan 2025, 09:30');
  expect(dayTimeThisYear(LAST_YEAR, LAST_YEAR)).toBe('7 Jan, 09:30');
});

/** Which blank stands before AM and PM is the system's business. */
function plainly(text: string): string {
  return text.replaceAll(/\s/g, ' ');
}

test('a locale that is none is that of the program', () => {
  expect(systemTime('de_AT')).toMatchObject({ locale: 'de-AT', hourCycle: 'h23' });
  for (const none of ['C', 'C.UTF-8', '', null]) expect(systemTime(none)).toEqual(systemTime());
});
