import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// The linter enforces who may import whom. What it cannot say is checked here: which imports may only
// be types, which packages may only be reached lazily, and that the core has no clock and no dice.

const root = path.resolve(import.meta.dirname, '..');
const files = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')));
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Import {
  readonly file: string;
  readonly from: string;
  readonly kind: 'value' | 'type' | 'lazy';
}

function importsOf(file: string): Import[] {
  const source = text(file).replace(/\/\*[\s\S]*?\*\//g, '');
  const found: Import[] = [];
  for (const match of source.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm,
  ))
    found.push({ file, from: match[2] as string, kind: match[1] ? 'type' : 'value' });
  for (const match of source.matchAll(/(?<!typeof )\b(?:import|require)\(\s*['"]([^'"]+)['"]/g))
    found.push({ file, from: match[1] as string, kind: 'lazy' });
  return found;
}

const imports = ['src', 'main', 'renderer'].flatMap((folder) => files(folder).flatMap(importsOf));
const where = (found: readonly Import[]): string[] => [
  ...new Set(found.map((i) => `${i.file} <- ${i.from}`)),
];

test('finds imports at all', () => {
  expect(where(imports).length).toBeGreaterThan(100);
  expect(where(imports)).toContain('main/preload.ts <- electron');
});

test('only the entry and the preload reach Electron at run time', () => {
  const allowed = new Set(['main/index.ts', 'main/preload.ts']);
  expect(
    where(imports.filter((i) => i.from === 'electron' && i.kind !== 'type' && !allowed.has(i.file))),
  ).toEqual([]);
});

test('noble is reached lazily and from the engines only', () => {
  const noble = imports.filter((i) => /^@(abandonware|stoprocent)\//.test(i.from));
  expect(where(noble.filter((i) => i.kind === 'value' || !i.file.startsWith('main/ble/engines/')))).toEqual(
    [],
  );
});

test('only the store reaches SQLite', () => {
  const sql = imports.filter((i) => i.from === 'better-sqlite3' && !i.file.startsWith('main/store/'));
  expect(where(sql)).toEqual([]);
});

test('the page and the catalogue of words take types from the contract, never its schemas', () => {
  const values = imports.filter(
    (i) => /^(renderer|src\/words)\//.test(i.file) && /\/contract\//.test(i.from) && i.kind !== 'type',
  );
  expect(where(values)).toEqual([]);
});

test('a language is chosen in one place', () => {
  const texts = imports.filter((i) => /words\/(?!(index|grammar)\.ts$)/.test(i.from));
  expect(where(texts.filter((i) => !i.file.startsWith('src/words/')))).toEqual([]);
});

test('the core has no clock, no timers and no randomness of its own', () => {
  const forbidden =
    /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval|process\.|globalThis)/;
  const guilty = files('src').filter((file) =>
    forbidden.test(text(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
  );
  expect(guilty).toEqual([]);
});
