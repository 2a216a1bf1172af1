import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { axeFindings, withChromium } from './browser.ts';
import { misplacedTexts } from './geometry.ts';
import { openStationPage, type StationPage } from './station-page.ts';

/** A phone, upright and 200 % zoomed; a tablet; half a screen; laptops; a television. */
const WINDOWS: readonly (readonly [width: number, height: number])[] = [
  [360, 640],
  [390, 844],
  [640, 360],
  [768, 1024],
  [960, 1080],
  [1024, 768],
  [1280, 720],
  [3840, 2160],
];

/** Of those, where axe looks too: an upright phone, a laptop, a television. */
const AXE_WIDTHS: ReadonlySet<number> = new Set([360, 1280, 3840]);

const SCREENS = [
  '/',
  '/history',
  '/profile',
  '/athletes',
  '/team',
  '/import',
  '/pair',
  '/settings',
  '/help',
  '/sounds',
  '/calibrate',
];

withChromium('any window', () => {
  let station: StationPage;
  let screens: readonly string[] = [];
  beforeAll(async () => {
    station = await openStationPage();
    await station.ask('athletes:create', { name: 'Aleksandra Wiśniewska-Łukasiewicz', body_mass_kg: null });
    await station.ask('pair:simulate', { reps: 3, speed: 20 });
    const { set_id } = await station.finishedSet();
    const { source } = await station.ask('station:state', {});
    await station.ask('pair:disconnect', { id: source?.id ?? '' });
    screens = [...SCREENS, `/review/${set_id}`, '/display'];
  });
  afterAll(() => station?.close());

  const look = async (page: Page, hash: string): Promise<string[]> => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.getByText(words.loading).waitFor({ state: 'detached' });
    await page.locator('main h1, main h2').first().waitFor({ state: 'attached' });
    const found: string[] = [];
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      // charts are drawn a frame after their box is laid out
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      for (const what of await page.evaluate(misplacedTexts))
        found.push(`${hash} ${width}x${height}: ${what}`);
      if (!AXE_WIDTHS.has(width)) continue;
      for (const what of await axeFindings(page)) found.push(`${hash} ${width}x${height}: ${what}`);
    }
    return found;
  };

  test('no text lies on another or leaves its box, nothing scrolls sideways or twice, and axe finds nothing', async () => {
    const found: string[] = [];
    for (const hash of screens) found.push(...(await look(station.page, hash)));
    expect(found).toEqual([]);
  });
});
