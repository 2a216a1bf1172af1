import { describe, expect, test } from 'vitest';
import { fileCircles, roomCircles } from './circles.ts';
import { type Import, importsOf } from './imports.ts';
import { longFunctions } from './lengths.ts';
import { reachedFrom, trespasses } from './rooms.ts';
import { isPure, missingDocuments, namesTwice } from './texts.ts';

// The house test is silent as long as nobody breaks a rule. Here every rule is broken once.

const all = (files: Readonly<Record<string, string>>): Import[] =>
  Object.entries(files).flatMap(([file, text]) => importsOf(file, text));

test('every way to import is seen', () => {
  const text = `
    import fs from 'node:fs'; // indented: not at the start of a line, as none is in formatted code
import { a } from './a.ts';
import {
  b,
  type C,
} from '../b.ts';
import type { D } from './d.ts';
import './e.css';
export * from './f.ts';
export type { G } from './g.ts';
const h = await import('./h.ts');
type I = typeof import('./i.ts');
const j = require('j');
/* import { k } from './k.ts'; */`;
  expect(importsOf('src/x/x.ts', text).map(({ from, kind }) => `${kind} ${from}`)).toEqual([
    'value src/x/a.ts',
    'value src/b.ts',
    'type src/x/d.ts',
    'value src/x/e.css',
    'value src/x/f.ts',
    'type src/x/g.ts',
    'lazy src/x/h.ts',
    'type src/x/i.ts',
    'lazy j',
  ]);
});

describe('who may import whom', () => {
  const guilty: readonly [file: string, line: string][] = [
    // src is pure
    ['src/signal/x.ts', `import fs from 'node:fs';`],
    ['src/reps/live/x.ts', `import { z } from 'zod';`],
    ['src/lifts/x.ts', `import type { ReactNode } from 'react';`],
    ['src/contract/x.ts', `import { readFileSync } from 'node:fs';`],
    ['src/training/x.ts', `import { openStore } from '../../main/store/index.ts';`],
    ['src/words/x.ts', `import type { Line } from '../../renderer/page/bridge.ts';`],
    ['src/reps/x.ts', `import { motion } from '../../tests/reps/motions.ts';`],
    // nothing looks up
    ['src/words/en/x.ts', `import type { LiftId } from '../../contract/setup.ts';`],
    ['src/lifts/x.ts', `import type { Rep } from '../reps/rep.ts';`],
    ['src/recording/x.ts', `import type { Frame } from '../signal/frame.ts';`],
    ['src/sensors/x.ts', `import { createConditioner } from '../signal/conditioner.ts';`],
    ['src/sensors/x.ts', `import { liftOf } from '../lifts/catalogue.ts';`],
    ['src/signal/x.ts', `import type { Rep } from '../reps/rep.ts';`],
    ['src/signal/x.ts', `import type { SensorDriver } from '../sensors/driver.ts';`],
    ['src/reps/x.ts', `import type { Settings } from '../contract/settings.ts';`],
    ['src/reps/x.ts', `import { advise } from '../training/advice.ts';`],
    ['src/training/x.ts', `import type { Settings } from '../contract/settings.ts';`],
    ['main/store/x.ts', `import type { Station } from '../station/station.ts';`],
    ['main/ble/x.ts', `import { openStore } from '../store/index.ts';`],
    ['main/shell/x.ts', `import { startHost } from '../host.ts';`],
    ['renderer/ui/x.tsx', `import { Hero } from '../parts/live/hero.tsx';`],
    // rooms that do not know each other
    ['src/reps/live/x.ts', `import { findSet } from '../whole-set/find-set.ts';`],
    ['src/reps/whole-set/x.ts', `import type { Tracker } from '../live/tracker.ts';`],
    ['renderer/screens/pair/x.tsx', `import { Tiles } from '../history/tiles.tsx';`],
    // the page is not main
    ['renderer/page/x.ts', `import { openStore } from '../../main/store/index.ts';`],
    ['renderer/parts/x.ts', `import type { Rep } from '../../src/reps/rep.ts';`],
    ['renderer/parts/x.ts', `import { FAMILIES } from '../../src/sensors/index.ts';`],
    ['renderer/parts/x.ts', `import { Settings } from '../../src/contract/settings.ts';`],
    ['renderer/screens/help/x.tsx', `import path from 'node:path';`],
    ['renderer/screens/help/x.tsx', `import { ipcRenderer } from 'electron';`],
    ['renderer/sound/x.ts', `import { z } from 'zod';`],
    ['main/station/x.ts', `import { words } from '../../renderer/format/format.ts';`],
    // who alone may have a package, and how
    ['main/cli/x.ts', `import Database from 'better-sqlite3';`],
    ['main/cli/x.ts', `const sql = await import('better-sqlite3');`],
    ['main/ble/engines/x.ts', `import noble from '@abandonware/noble';`],
    ['main/ble/link/x.ts', `const noble = await import('@stoprocent/noble');`],
    ['main/shell/x.ts', `import { app } from 'electron';`],
    ['main/host.ts', `import type { App } from 'electron';`],
    ['main/cli/x.ts', `import lodash from 'lodash';`],
    // one place chooses the language
    ['renderer/parts/x.ts', `import { english } from '../../src/words/en/index.ts';`],
    ['main/station/x.ts', `import { english } from '../../src/words/en/index.ts';`],
    // a room nobody has written down
    ['src/nutrition/x.ts', `import { liftOf } from '../lifts/catalogue.ts';`],
  ];
  test.each(guilty)('%s may not: %s', (file, line) => {
    expect(trespasses(importsOf(file, line))).toHaveLength(1);
  });

  test.each([
    ['src/contract/x.ts', `import { z } from 'zod';`],
    ['main/ble/engines/x.ts', `const noble = await import('@abandonware/noble');`],
    ['main/store/sets/x.ts', `import Database from 'better-sqlite3';`],
    ['main/shell/x.ts', `import type { WebContents } from 'electron';`],
    ['renderer/parts/x.ts', `import type { Settings } from '../../src/contract/settings.ts';`],
    ['renderer/parts/x.ts', `import { words } from '../../src/words/index.ts';`],
  ])('%s may: %s', (file, line) => {
    expect(trespasses(importsOf(file, line))).toEqual([]);
  });
});

test('what a command loads is followed through files and lazy imports, not through types', () => {
  const imports = all({
    'main/a.ts': `import { b } from './b.ts';\nimport type { T } from './t.ts';`,
    'main/b.ts': `const c = await import('./c.ts');`,
    'main/c.ts': `import Database from 'better-sqlite3';`,
    'main/t.ts': `import noble from '@stoprocent/noble';`,
  });
  expect([...reachedFrom('main/a.ts', imports)]).toEqual([
    'main/a.ts',
    'main/b.ts',
    'main/c.ts',
    'better-sqlite3',
  ]);
});

test('a circle of files is found, though one of its arrows is a type', () => {
  const imports = all({
    'src/a.ts': `import { b } from './b.ts';`,
    'src/b.ts': `import { c } from './c.ts';`,
    'src/c.ts': `import type { A } from './a.ts';`,
    'src/d.ts': `import { a } from './a.ts';`,
  });
  expect(fileCircles(imports)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts']]);
});

test('a ring of rooms is found, though no file is in a circle; files beside them are no ring', () => {
  const ring = all({
    'main/x/one/a.ts': `import { b } from '../two/b.ts';`,
    'main/x/two/c.ts': `import { d } from '../one/d.ts';`,
  });
  expect(fileCircles(ring)).toEqual([]);
  expect(roomCircles(ring)).toEqual([['main/x/one', 'main/x/two']]);
  const floors = all({
    'main/x/top.ts': `import { a } from './one/a.ts';`,
    'main/x/one/a.ts': `import { clock } from '../clock.ts';`,
  });
  expect(roomCircles(floors)).toEqual([]);
});

test('the core that looks at a clock or throws dice is found, a comment about them is not', () => {
  for (const text of [
    'Date.now()',
    'new Date()',
    'Math.random()',
    'setTimeout(f, 1)',
    'process.env',
    'globalThis.x',
  ])
    expect(isPure(`const x = ${text};`)).toBe(false);
  expect(isPure('// never Date.now() here\nconst x = 1;')).toBe(true);
});

test('a name that two files export is found, one handed on is not', () => {
  const texts = new Map([
    ['src/a.ts', 'export interface Goal {}\nexport const x = 1;'],
    ['main/b.ts', "export type Goal = 1;\nexport type { x } from '../src/a.ts';"],
  ]);
  expect(namesTwice(texts)).toEqual(['Goal: src/a.ts, main/b.ts']);
});

test('a document that is not here is found by path, by name and by its title', () => {
  const here = new Set(['README.md', 'docs/definitions.md']);
  const text =
    'See docs/definitions.md, definitions.md, ../README.md, PLAN.md section 2, field-notes 1.9, https://a.b/c.md';
  expect(missingDocuments('src/a.ts', text, here)).toEqual([
    'src/a.ts <- PLAN.md',
    'src/a.ts <- field-notes',
  ]);
});

test('a long function is found with its name, whatever way it is written, and a short one is not', () => {
  const text = `
export function told(): void {

}
const arrow = () => {

};
const shape = {
  method() {

  },
};
const short = () => {
};`;
  expect(longFunctions('src/a.ts', text, 2)).toEqual([
    { name: 'told', lines: 3 },
    { name: 'arrow', lines: 3 },
    { name: 'method', lines: 3 },
  ]);
});
