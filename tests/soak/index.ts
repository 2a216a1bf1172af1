/** npm run soak -- gym [histories] [seed]: what is run for an hour before a release, not for a minute in every check. */
import fc from 'fast-check';
import { HISTORY, live } from '../gym/histories.ts';
import { startPostgres } from '../gym/postgres.ts';
import { postgresPath } from '../programs.ts';

const [what, histories = '500', seed = String(Date.now() % 1e9)] = process.argv.slice(2);
if (what !== 'gym') {
  console.error('npm run soak -- gym [histories] [seed]');
  process.exit(2);
}
if (postgresPath() === null) {
  console.error('This needs PostgreSQL (Debian: apt-get install postgresql).');
  process.exit(1);
}
const postgres = await startPostgres();
let [done, steps] = [0, 0];
const began = Date.now();
try {
  await fc.assert(
    fc.asyncProperty(HISTORY, async (history) => {
      const wrong = await live(postgres.address, history);
      done += 1;
      steps += history.length;
      if (done % 50 === 0)
        console.log(`${done} histories, ${steps} steps, ${Math.round((Date.now() - began) / 1000)} s`);
      if (wrong.length > 0) throw new Error(wrong.slice(0, 6).join('\n'));
    }),
    { numRuns: Number(histories), seed: Number(seed), endOnFailure: process.argv[5] === 'quick' },
  );
  console.log(
    `Seed ${seed}: ${done} histories of three stations, ${steps} steps; all hold the same afterwards.`,
  );
} finally {
  await postgres.stop();
}
