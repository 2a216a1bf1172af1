/** npm run bench [-- NAME [sizes of that one]]: every *.bench.ts of this folder, one after the other; each prints its table. */
import { readdirSync } from 'node:fs';

interface Section {
  readonly title: string;
  readonly rows: readonly Record<string, string | number>[];
}

const [only, ...given] = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts') && (only === undefined || name.startsWith(only)))
  .sort();
if (files.length === 0) {
  console.error(`No benchmark begins with "${only}".`);
  process.exit(2);
}
for (const file of files) {
  const { default: bench } = (await import(`./${file}`)) as {
    default: (given: readonly string[]) => Promise<Section>;
  };
  const { title, rows } = await bench(given);
  console.log(`\n${title}`);
  console.table(rows);
}
