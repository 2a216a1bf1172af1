/** npm run soak -- gym [histories] [seed], or kills [kills] [seed]: what is run for an hour before a release, not in every check. */
import fc from 'fast-check';
import { HISTORY, live } from '../gym/histories.ts';
import { startPostgres } from '../gym/postgres.ts';
import { postgresPath } from '../programs.ts';
import { killed } from './gym-kills.ts';

const [what, count, seed = String(Date.now() % 1e9)] = process.argv.slice(2);
if (what !== 'gym' && what !== 'kills') {
  console.error('npm run soak -- gym [histories] [seed]\nnpm run soak -- kills [kills] [seed]');
  process.exit(2);
}
if (postgresPath() === null) {
  console.error('This needs PostgreSQL (Debian: apt-get install postgresql).');
  process.exit(1);
}
if (what === 'gym') await histories(Number(count ?? 500), Number(seed));
else {
  const kills = Number(count ?? 100);
  const wrong = await killed(kills, Number(seed));
  console.log(
    wrong.length === 0
      ? `Seed ${seed}: ${kills} kills, and both stations hold the same.`
      : wrong.slice(0, 6).join('\n'),
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

async function histories(numRuns: number, of: number): Promise<void> {
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
      { numRuns, seed: of, endOnFailure: process.argv[5] === 'quick' },
    );
    console.log(
      `Seed ${of}: ${done} histories of three stations, ${steps} steps; all hold the same afterwards.`,
    );
  } finally {
    await postgres.stop();
  }
}
