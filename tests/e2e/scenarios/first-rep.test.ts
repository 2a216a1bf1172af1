import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { launchChromium, openPage, withChromium } from '../browser.ts';

// Tried as a new user would: the command, the button that can be seen, and no reading. At the speed of life.

const root = path.resolve(import.meta.dirname, '../../..');
const UNDER_A_MINUTE_S = 60;

withChromium('a new user', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockout-new-user-'));
  let station: ChildProcess | null = null;
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    const gone = new Promise((resolve) => station?.once('exit', resolve));
    if (station?.kill('SIGTERM')) await gone;
    rmSync(folder, { recursive: true, force: true });
  });

  /** What `npm start` runs; the address it prints. Its browser is ours. */
  const start = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [path.join(root, 'main/start.mjs'), '--browser', '--no-open', '--port', '0'],
        { cwd: root, env: { ...process.env, LOCKOUT_DATA: folder }, stdio: ['ignore', 'pipe', 'inherit'] },
      );
      station = child;
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const address = /http:\/\/127\S+/.exec(text)?.[0];
        if (address) resolve(address);
      });
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${text}`)));
    });

  test('sees the first rep judged within a minute of npm start', async () => {
    const began_ms = Date.now();
    const since_s = (): number => (Date.now() - began_ms) / 1000;
    const address = await start();
    const listening_s = since_s();
    const { page, problems } = await openPage(browser, address);
    // the only two large buttons of the first screen; this one needs no sensor
    await page.getByRole('button', { name: words.welcome.demonstrate }).click();
    const clicked_s = since_s();
    await page.getByRole('button', { name: /^Rep 1: full.*lowered in/ }).waitFor();
    const judged_s = since_s();
    console.log(
      `new user: station listens after ${listening_s.toFixed(1)} s, button pressed after ` +
        `${clicked_s.toFixed(1)} s, first rep judged after ${judged_s.toFixed(1)} s`,
    );
    // asserted on the sensor's own clock: how fast this computer starts things is told above
    const { source } = await page.evaluate(async () => {
      const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      const reply = await fetch('/bridge/request/station:state', options);
      return ((await reply.json()) as { value: StationState }).value;
    });
    expect((source?.received_samples ?? Infinity) / (source?.rate_hz ?? 0)).toBeLessThan(UNDER_A_MINUTE_S);
    // the click was all the sound needed
    expect(await page.getByText('Sound is off').count()).toBe(0);
    expect(await page.getByText('Simulated', { exact: true }).count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });
});
