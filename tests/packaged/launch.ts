import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import type { Bridge } from '../../src/contract/bridge.ts';
import { PATIENCE_MS } from '../patience.ts';

// `node tests/packaged/launch.ts PROGRAM`: the packaged app starts, a simulated set is lifted, ends and is stored. Needs Electron
// in the package, so that only the release workflow runs it.
const [executablePath] = process.argv.slice(2);
if (executablePath === undefined) throw new Error('Which program?');
const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-packaged-'));
const app = await _electron.launch({
  executablePath,
  args: process.platform === 'linux' ? ['--no-sandbox'] : [],
  env: { ...(process.env as Record<string, string>), LOCKOUT_DATA: folder },
  timeout: PATIENCE_MS,
});
try {
  const page = await app.firstWindow();
  await page.getByRole('navigation').waitFor({ timeout: PATIENCE_MS });
  const reps = await page.evaluate(async (patience_ms) => {
    const { lockout } = globalThis as unknown as { readonly lockout: Bridge };
    await lockout.request('pair:simulate', { reps: 3, speed: 8 });
    for (const end = Date.now() + patience_ms; Date.now() < end; ) {
      const sets = await lockout.request('sets:list', { limit: 1 });
      if (sets.ok && sets.value[0]) return sets.value[0].summary.reps;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return 0;
  }, PATIENCE_MS);
  if (reps !== 3) throw new Error(`3 reps were lifted, ${reps} are stored`);
  console.log('The packaged app stored a simulated set of 3 reps.');
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
