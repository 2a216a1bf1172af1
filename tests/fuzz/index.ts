import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { fuzz, TARGETS } from './run.ts';

/**
 * `npm run fuzz [-- --inputs 1000000] [--seed N] [--only WORD]`: everything that takes input from outside gets input nobody
 * meant. Prints the seed it began with; `--only NAME --seed SEED --inputs 1` is one input again. Ends with 1 where something
 * threw, hung or answered what it must not.
 */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string', default: '' },
  },
});
const seed = Number(values.seed);
const targets = TARGETS.filter(({ name }) => name.includes(values.only));
const shares = targets.reduce((sum, { share }) => sum + share, 0);
console.log(`seed ${seed}`);
const rows = [];
let wrong = 0;
let inputs = 0;
for (const target of targets) {
  const began = performance.now();
  const outcome = await fuzz(target, Math.ceil((Number(values.inputs) * target.share) / shares), seed);
  for (const told of outcome.wrong) console.log(told);
  wrong += outcome.wrong.length;
  inputs += outcome.inputs;
  rows.push({
    target: target.name,
    inputs: outcome.inputs,
    wrong: outcome.wrong.length,
    'slowest ms': Math.round(outcome.slowest_ms),
    s: Number(((performance.now() - began) / 1000).toFixed(1)),
  });
}
console.table(rows);
console.log(`${inputs} inputs, ${wrong} went wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
