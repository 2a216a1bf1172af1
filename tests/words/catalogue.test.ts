import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/contract/settings.ts';
import { HIP_THRUST_VARIATIONS, LIFT_IDS } from '../../src/lifts/lift.ts';
import { english, type Words } from '../../src/words/en/index.ts';
import { grammarOf } from '../../src/words/grammar.ts';
import { literalsIn } from './literals.ts';
import { sourcesOf } from './source.ts';
import { usesIn } from './uses.ts';

const page = sourcesOf('renderer');
const station = sourcesOf('main', 'src');

test('a translation is another object of the same shape, and the compiler names what it lacks', () => {
  const other: Words = { ...english, locale: 'de', apply: 'Übernehmen' };
  expect(other.apply).not.toBe(english.apply);
  const { apply: _, ...lacking } = english;
  // @ts-expect-error: without `apply` it is no catalogue
  const refused: Words = lacking;
  expect(refused).toBeDefined();
});

test('lifts, variations and sounds are all named, and nothing else is', () => {
  expect(Object.keys(english.lifts)).toEqual([...LIFT_IDS]);
  expect(Object.keys(english.variations)).toEqual([...HIP_THRUST_VARIATIONS]);
  expect(Object.keys(english.soundNames)).toEqual(Object.keys(DEFAULT_SETTINGS.sounds));
});

test('a number takes the form its language asks for', () => {
  const reps = { one: 'rep', other: 'reps' };
  expect([0, 1, 2, 1234].map((n) => grammarOf('en').counted(n, reps))).toEqual([
    '0 reps',
    '1 rep',
    '2 reps',
    '1,234 reps',
  ]);
  const polish = { one: 'seria', few: 'serie', many: 'serii', other: 'serii' };
  expect([1, 3, 5].map((n) => grammarOf('pl').counted(n, polish))).toEqual(['1 seria', '3 serie', '5 serii']);
  expect(grammarOf('de').hundredths(0.5)).toBe('0,50');
});

test('every text is used', () => {
  const uses = [...new Set([...page, ...station].flatMap((source) => [...usesIn(source)]))];
  const used = (text: string): boolean =>
    uses.some((use) => text === use || text.startsWith(`${use}.`) || use.startsWith(`${text}.`));
  expect(uses.length).toBeGreaterThan(100);
  expect(textsOf(english).filter((text) => !used(text))).toEqual([]);
});

test('the page writes no text of its own', () => {
  const own = page.flatMap(literalsIn).filter(({ text, within }) => {
    if (within.some((each) => NOT_READ.test(each))) return false;
    const shown = SHOWN.test(within.at(-1) ?? '');
    // what a style is set to is written in the words of CSS
    if (CSS_FUNCTION.test(text)) return false;
    return shown ? /\p{L}{2}|^\p{L}$/u.test(text) : /\p{L}{2,} \p{L}{2,}/u.test(text);
  });
  expect(own.map(({ at, text }) => `${at} ${text}`)).toEqual([]);
});

test('the station writes no sentence of its own', () => {
  const own = station
    .filter(({ file }) => !NOT_ON_SCREENS.some((place) => file.startsWith(place)))
    .flatMap(literalsIn)
    .filter(
      ({ text, within }) =>
        /\p{Ll}{2,}[ …]+\p{L}{2,}[ …]+\p{L}{2,}/u.test(text) &&
        !SQL_OR_COMMAND.test(text) &&
        !(text in english.reasons || text in english.edits.labels) &&
        !within.some((each) => NOT_READ.test(each)),
    );
  expect(own.map(({ at, text }) => `${at} ${text}`)).toEqual([]);
});

/** Between tags, or an attribute a person reads or hears. */
const SHOWN =
  /^(<>|@(aria-label|aria-description|aria-valuetext|title|alt|placeholder|label|hint|text|detail|unit))$/;
/** For programs and developers; `title` is the proper name of a sensor's family. */
const NOT_READ =
  /^(new Error|log\(\)|quietly\(\)|comparison|title:|@(className|style|d|aria-describedby|aria-labelledby))$/;
const CSS_FUNCTION = /^[a-z-]+\(.*\)$/;
/** Commands to run are the same in every language. */
const SQL_OR_COMMAND =
  /\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|FROM|JOIN|WHERE)\b|^(sudo|npm|rfkill|bluetoothctl|xcode-select) /;
/** Of the terminal, of the published schema, of evidence, between programs: nobody meets them on a screen. */
const NOT_ON_SCREENS = [
  'main/cli',
  'main/shell/',
  'main/start/',
  'main/host',
  'main/ble/machine/doctor.ts',
  'src/contract/',
  'src/lifts/',
];

/** Where every text stands, `station.lost`; a list counts as one. */
function textsOf(part: object, at = ''): string[] {
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? textsOf(value, `${at}${name}.`)
      : [at + name],
  );
}
