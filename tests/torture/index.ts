import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { killOnce } from './kill.ts';
import { PHASES } from './phases.ts';
import { makeTemplates } from './templates.ts';

/**
 * `npm run torture -- kills [--kills 300] [--seed 1] [--phase WORD]`: stations killed (SIGKILL) at random moments of everything
 * they write, and what the next start finds. Ends with 1 where something promised is missing.
 */
const { values, positionals } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    phase: { type: 'string', default: '' },
  },
  allowPositionals: true,
});
if (positionals[0] !== 'kills') {
  console.error('npm run torture -- kills [--kills 300] [--seed 1] [--phase WORD]');
  process.exit(2);
}
/** Stations at once: each waits for its own moment most of the time. */
const AT_ONCE = 3;
const [kills, seed] = [Number(values.kills), Number(values.seed)];
const phases = PHASES.filter(({ name }) => name.includes(values.phase));
const table = new Map(phases.map(({ name }) => [name, { kills: 0, wrong: 0, 'most lost of a set, s': 0 }]));
const templates = await makeTemplates();
const began = Date.now();
let next = 0;
async function hunt(): Promise<void> {
  for (let i = next++; i < kills; i = next++) await kill(i);
}
async function kill(i: number): Promise<void> {
  const phase = phases[i % phases.length];
  const row = phase && table.get(phase.name);
  if (!phase || !row) return;
  const { wrong, lost_s } = await killOnce(templates, phase, createRandom(seed + i));
  row.kills++;
  row['most lost of a set, s'] = Math.max(row['most lost of a set, s'], Number(lost_s.toFixed(4)));
  if (wrong.length === 0) return;
  row.wrong++;
  console.log(`seed ${seed + i}, ${phase.name}: ${wrong.join('; ')}`);
}
await Promise.all(Array.from({ length: AT_ONCE }, hunt));
rmSync(path.dirname(templates.empty), { recursive: true });
console.table(Object.fromEntries(table));
const wrong = [...table.values()].reduce((sum, row) => sum + row.wrong, 0);
console.log(
  `${kills} kills in ${((Date.now() - began) / 1000).toFixed(0)} s, seed ${seed}: ${wrong} with something wrong`,
);
process.exitCode = wrong === 0 ? 0 : 1;
