import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startHost } from '../../main/host.ts';
import { buildIfStale } from '../../main/start/build.ts';
import { chromiumPath } from '../programs.ts';
import { buildFiveYears } from './five-years.ts';

/**
 * History and Profile of an athlete with five years of training (1,500 sets): from the press that asks for the screen to the
 * picture with its plot in it, through the real station, host and Chromium. Chromium draws in software here.
 */
const WANTED_MS = 200;
const TIMES = 20;
/** The whole data are one athlete's, and a few sets of nine others. */
const GYM = { athletes: 10, sets: 1600 };

const SCREENS = [
  { what: 'History, 12 weeks', hash: '#/history/1/hip-thrust/barbell', plot: '[data-plot] svg' },
  { what: 'Profile', hash: '#/profile', plot: 'svg a' },
] as const;

export default async function evening() {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Chromium is not installed: install the package chromium');
  if (!buildIfStale(path.resolve(import.meta.dirname, '../..'))) throw new Error('The page was not built');
  const folder = mkdtempSync(path.join(tmpdir(), 'lockout-bench-'));
  buildFiveYears(folder, Date.now(), GYM);
  const host = await startHost({ data_folder: folder, reconnect: false, daily_backups: false });
  if (!host.ok) throw new Error(host.error.message);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(host.value.entrance());
    await page.getByRole('heading', { name: 'Station', exact: true }).waitFor();
    const rows = [];
    for (const screen of SCREENS) rows.push(await measure(page, screen));
    return {
      title: `First picture of five years, 1,500 sets (wanted: ${WANTED_MS} ms; load of this machine ${loadavg()[0]?.toFixed(1)})`,
      rows,
    };
  } finally {
    await browser.close();
    await host.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(page: Page, { what, hash, plot }: (typeof SCREENS)[number]) {
  const times: number[] = [];
  // the first of them also loads the code of the screen
  for (let i = 0; i <= TIMES; i++) {
    await page.evaluate(() => {
      location.hash = '#/help';
    });
    await page.locator(plot).first().waitFor({ state: 'detached' });
    times.push(await page.evaluate(pictureAfter, { hash, plot }));
  }
  const [first = 0, ...again] = times;
  const sorted = again.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(TIMES - 1, Math.floor(share * TIMES))] ?? 0);
  return { what, 'first ms': Math.round(first), 'p50 ms': at(0.5), 'p95 ms': at(0.95) };
}

/** In the page: ms from the change of the address to the picture after the plot has come. */
function pictureAfter({ hash, plot }: { readonly hash: string; readonly plot: string }): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    location.hash = hash;
    requestAnimationFrame(function look() {
      if (document.querySelector(plot) === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.now() - began));
    });
  });
}
