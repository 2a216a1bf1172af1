import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Fault } from './fault.ts';
import { DATA_FAULTS } from './of-the-data.ts';
import { DOOR_FAULTS } from './of-the-door.ts';
import { NUMBER_FAULTS } from './of-the-numbers.ts';

/**
 * `npm run faults [-- WORD]`: puts every fault of the list (or those whose line has the word) into a copy of the checkout,
 * one at a time, and runs the tests that should see it. Ends with 1 when one of them does not.
 */
const root = path.resolve(import.meta.dirname, '../..');
const COPIED = ['src', 'main', 'renderer', 'tests', 'package.json', 'tsconfig.json', 'electron.config.ts'];

const copy = mkdtempSync(path.join(os.tmpdir(), 'lockout-faults-'));
for (const name of COPIED) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
// the packages and the built page are only read
for (const name of ['node_modules', 'out']) symlinkSync(path.join(root, name), path.join(copy, name), 'dir');

/** What the tests say about the copy as it is; a test that never ends has seen the fault too. */
function passes(test: string): boolean {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', 'unit', '--bail', '1'];
  const run = spawnSync(process.execPath, [...args, ...test.split(' ')], { cwd: copy, timeout: 240_000 });
  return run.status === 0;
}

function isSeen({ file, from, to, test }: Fault): boolean {
  const at = path.join(copy, file);
  const whole = readFileSync(at, 'utf8');
  if (whole.split(from).length !== 2) throw new Error(`${file} does not have exactly one "${from}"`);
  writeFileSync(
    at,
    whole.replace(from, () => to),
  );
  const seen = !passes(test);
  writeFileSync(at, whole);
  return seen;
}

const [word = ''] = process.argv.slice(2);
const all = [...DOOR_FAULTS, ...DATA_FAULTS, ...NUMBER_FAULTS];
const tried = all.filter((fault) => `${fault.what} ${fault.file}`.includes(word));
const sound = new Set<string>();
let missed = 0;
for (const fault of tried) {
  // a test that fails anyway sees nothing
  if (!sound.has(fault.test) && !passes(fault.test)) throw new Error(`${fault.test} fails without any fault`);
  sound.add(fault.test);
  const seen = isSeen(fault);
  if (!seen) missed++;
  console.log(`${seen ? 'seen    ' : 'NOT SEEN'}  ${fault.what}  (${fault.file})`);
}
rmSync(copy, { recursive: true });
console.log(`${tried.length - missed} of ${tried.length} faults seen`);
process.exitCode = missed === 0 ? 0 : 1;
