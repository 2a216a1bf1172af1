/**
 * npm run accuracy: the ladder of conditions, each a few hundred seeded sets with known truth.
 *   --sets N (200)   --from N (1), the first seed   --rung NAME (may repeat)   --workers N   --out DIR (out/accuracy)
 *   --rung NAME --seed N --verbose   shows one set: its truth and what each path said
 *   --encoder   real sets beside a linear encoder instead: agreement by lift and velocity, pictures in DIR
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { showEncoder } from './encoder/index.ts';
import { fieldFolder, fieldResults } from './field.ts';
import { checkField, checkRung, met } from './goals.ts';
import { createPool } from './pool.ts';
import { REAL_PATH_RUNGS } from './real-paths/rungs.ts';
import type { Rung } from './rung.ts';
import { findRung, RUNGS } from './rungs.ts';
import {
  answerTable,
  fieldTable,
  finalTable,
  goalTable,
  liveTable,
  type RungResult,
  resultOf,
  verdictTable,
} from './table.ts';
import { total } from './totals.ts';
import { showSet } from './verbose.ts';
import { worstSets } from './worst.ts';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    rung: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    encoder: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(Math.min(4, availableParallelism())) },
    out: { type: 'string', default: 'out/accuracy' },
  },
});

if (values.encoder) {
  if (!showEncoder(values.out)) {
    console.error(
      'There are no encoder recordings beside the repository (LOCKOUT_RECORDINGS names their folder).',
    );
    process.exit(2);
  }
  process.exit(0);
}

const asked: Rung[] = values.rung.map((name) => {
  const rung = findRung(name);
  if (rung === undefined) {
    console.error(`No rung "${name}". There are: ${RUNGS.map((r) => r.name).join(', ')}`);
    process.exit(2);
  }
  return rung;
});
const rungs = asked.length > 0 ? asked : RUNGS;

if (REAL_PATH_RUNGS.length === 0)
  console.error('No rungs of real bar paths: there are no encoder recordings beside the repository.');

if (values.verbose) {
  for (const rung of rungs) showSet(rung, Number(values.seed ?? 1));
  process.exit(0);
}

const seeds =
  values.seed === undefined
    ? Array.from({ length: Number(values.sets) }, (_, i) => i + Number(values.from))
    : [Number(values.seed)];
const pool = createPool(Number(values.workers));
const results: RungResult[] = [];
const worst: string[] = [];
for (const rung of rungs) {
  const began = performance.now();
  const sets = await pool.run(rung.name, seeds);
  results.push(resultOf(rung, total(sets)));
  worst.push(`${rung.name}:`, ...worstSets(sets, 5).map((line) => `  ${line}`));
  const crash = sets.find((set) => set.error !== null);
  if (crash !== undefined) worst.push(`  crashed: ${crash.error}`);
  process.stderr.write(`${rung.name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}
await pool.close();
const folder = asked.length > 0 ? null : fieldFolder();
const field = folder === null ? null : fieldResults(folder);
const fieldText =
  field !== null
    ? fieldTable(field)
    : asked.length > 0
      ? 'Not asked for.'
      : 'There are no field recordings beside the repository (LOCKOUT_RECORDINGS).';

const checks = [...results.flatMap(checkRung), ...(field === null ? [] : checkField(field))];
const report = [
  `# Accuracy ladder: ${seeds.length} simulated sets per rung`,
  'End-of-set result. MCV, PCV, MPV in m/s; a star marks what misses its goal.',
  finalTable(results),
  'Range verdicts, and failed attempts told apart from reps:',
  verdictTable(results),
  'Other verdicts, right of all where the truth leaves no doubt (first the true yes, then the true no):',
  answerTable(results),
  'Live path, on the sample clock:',
  liveTable(results),
  'Field recordings, counted reps:',
  fieldText,
  'Goals:',
  goalTable(checks),
  'Sets to look at first (`node tests/accuracy/index.ts --rung R --seed N --verbose`):',
  ['```', ...worst, '```'].join('\n'),
].join('\n\n');
console.log(report);
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'accuracy.md'), `${report}\n`);
writeFileSync(
  join(values.out, 'accuracy.json'),
  `${JSON.stringify({ sets: seeds.length, results, field, checks: checks.map((check) => ({ ...check, met: met(check) })) }, null, 2)}\n`,
);
