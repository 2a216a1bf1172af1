import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROUTES } from '../renderer/frame/routes.ts';
import { fileCircles, roomCircles } from './house/circles.ts';
import { importsOf } from './house/imports.ts';
import { longFunctions } from './house/lengths.ts';
import { ROOMS, reachedFrom, trespasses } from './house/rooms.ts';
import { isPure, missingDocuments, namesTwice } from './house/texts.ts';

// The walls of the house: who may import whom is the table in house/rooms.ts; house/guilty.test.ts shows
// that every rule is noticed when it is broken.

const root = path.resolve(import.meta.dirname, '..');
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Every file of the checkout: what git keeps, and what is about to be kept. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => existsSync(path.join(root, file)));
const code = files.filter((file) => /^(src|main|renderer)\/.*\.tsx?$/.test(file));
const imports = code.flatMap((file) => importsOf(file, text(file)));

test('finds files and imports at all', () => {
  expect(code.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(1000);
  expect(imports).toContainEqual({ file: 'main/preload.ts', from: 'electron', kind: 'value' });
});

test('nobody imports what the table of rooms does not allow', () => {
  expect(trespasses(imports)).toEqual([]);
});

test('every line of the table is about a room that is there', () => {
  expect(Object.keys(ROOMS).filter((room) => !existsSync(path.join(root, room)))).toEqual([]);
});

test('no file imports itself round a circle, types included', () => {
  expect(fileCircles(imports)).toEqual([]);
});

test('no room imports itself round a ring of rooms', () => {
  expect(roomCircles(imports)).toEqual([]);
});

test.each(['analyze', 'simulate'])('lockout %s loads nothing native', (command) => {
  const reached = [...reachedFrom(`main/cli/${command}.ts`, imports)];
  expect(reached).toContain('src/lifts/catalogue.ts');
  expect(reached.filter((each) => NATIVE.test(each))).toEqual([]);
});

test('the core has no clock, no timers and no randomness of its own', () => {
  expect(code.filter((file) => file.startsWith('src/') && !isPure(text(file)))).toEqual([]);
});

test('a name that is exported is declared in one file', () => {
  expect(namesTwice(new Map(code.map((file) => [file, text(file)])))).toEqual([]);
});

test('no document is spoken of that is not here', () => {
  const all = new Set(files);
  const speaking = files.filter(
    (file) => /^(src|main|renderer|tests|docs)\/|^\w+\.md$/.test(file) && /\.(tsx?|mjs|css|md)$/.test(file),
  );
  const missing = speaking
    .filter((file) => !file.startsWith('tests/house'))
    .flatMap((file) => missingDocuments(file, text(file), all));
  expect(missing.filter((each) => !ELSEWHERE.some((known) => each.endsWith(known)))).toEqual([]);
});

test('no file has over 260 lines', () => {
  const long = files.filter(
    (file) => /\.(tsx?|css)$/.test(file) && text(file).split('\n').length - 1 > MOST_LINES,
  );
  expect(long).toEqual([]);
});

test('no function has over 100 lines', () => {
  const long = code.flatMap((file) =>
    longFunctions(file, text(file), MOST_FUNCTION_LINES).map(({ name }) => `${file} ${name}`),
  );
  expect(long).toEqual([]);
});

test('every folder of screens is on the register, and every screen of the register is there', () => {
  const folders = new Set(
    files.map((file) => /^renderer\/screens\/([^/]+)\//.exec(file)?.[1]).filter((name) => name !== undefined),
  );
  expect(ROUTES.map(({ screen }) => screen).sort()).toEqual([...folders].sort());
  expect(ROUTES.filter(({ screen }) => !files.includes(`renderer/screens/${screen}/index.tsx`))).toEqual([]);
});

/** Packages that are compiled for one system, or bring one that is. */
const NATIVE = /^(better-sqlite3|electron|@abandonware\/.*|@stoprocent\/.*)$/;

/** A reader holds a file of this length in mind; most have under 200. */
const MOST_LINES = 260;

/** A function of this length is seen at once on a screen. */
const MOST_FUNCTION_LINES = 100;

/** Documents of other projects, cited with their project; and what a command writes. */
const ELSEWHERE = [
  '<- docs/protocol.md',
  'tests/accuracy/index.ts <- accuracy.md',
  '<- out/accuracy/accuracy.md',
];
