import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { killOnce } from './kill.ts';
import { PHASES } from './phases.ts';
import { makeTemplates, type Templates } from './templates.ts';

// `npm run torture -- kills` in short: every kind of moment once.

let templates: Templates;
beforeAll(async () => {
  templates = await makeTemplates();
});
afterAll(() => rmSync(path.dirname(templates.empty), { recursive: true }));

test.concurrent.each(PHASES)('killed while $name: nothing that was promised is missing', async (phase) => {
  const { wrong, lost_s } = await killOnce(templates, phase, createRandom(2));
  expect(wrong).toEqual([]);
  expect(lost_s).toBeLessThan(1);
});
