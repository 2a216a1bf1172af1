import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Adds up what the test runs of a CI run left in out/test-results, plus the checks named on the
 * command line as `lint=0` (exit codes), and closes with one line. Exits 1 when anything failed or,
 * in CI, was skipped, or when a run left no result.
 */
interface VitestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const folder = path.resolve(import.meta.dirname, '../out/test-results');
let passed = 0;
let failed = 0;
let skipped = 0;

for (const name of ['test', 'field']) {
  const file = path.join(folder, `${name}.json`);
  if (!existsSync(file)) {
    console.log(`no result of the ${name} run`);
    failed++;
    continue;
  }
  const result = JSON.parse(readFileSync(file, 'utf8')) as VitestResult;
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests + result.numTodoTests;
  // A file that could not even be loaded has no tests of its own to fail.
  failed += result.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length;
}
for (const check of process.argv.slice(2)) {
  const [name, code] = check.split('=');
  if (code === '0') passed++;
  else {
    failed++;
    console.log(`${name} failed`);
  }
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || (process.env.CI && skipped > 0) ? 1 : 0);
