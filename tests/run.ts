import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from '../main/start/build.ts';
import { installPrograms, mayInstall, missingPrograms } from './programs.ts';

/**
 * `npm test`: everything that needs no file from outside the repository. Installs the system programs
 * where it may, names them where it may not; builds the page; runs every suite.
 */
const root = path.resolve(import.meta.dirname, '..');

let missing = missingPrograms();
const installable = missing.filter((program) => !program.by_hand);
if (installable.length > 0 && mayInstall()) {
  console.log(`Installing ${installable.map((program) => program.debian).join(', ')} ...`);
  installPrograms(installable);
  missing = missingPrograms();
}
for (const program of missing)
  console.log(`Without ${program.name} (Debian package ${program.debian}) ${program.for} are skipped.`);

if (!buildIfStale(root)) process.exit(1);
mkdirSync(path.join(root, 'out/test-results'), { recursive: true });

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const run = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    '!field',
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    'out/test-results/test.json',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(run.status ?? 1);
