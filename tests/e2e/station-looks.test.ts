import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { words } from '../../src/words/index.ts';
import { axeFindings, SIZES, type SizeName, shoot, withChromium } from './browser.ts';
import { ENDS } from './looks.ts';
import { letSourcesGo } from './sources.ts';
import { openStationPage, type StationPage, soon } from './station-page.ts';

// The station on every screen it is looked at: nothing clipped, the number readable from 3 m.

/** Least height of the main number as a share of the screen's: at 3 m it must still be read. */
const HERO_SHARE = 0.15;
/** A capital or a numeral of the number font, of its font size (Barlow Condensed: 0.7). */
const NUMERAL_SHARE = 0.7;

withChromium('the look of the station', () => {
  let station: StationPage;
  beforeAll(async () => {
    station = await openStationPage();
    await station.ask('pair:simulate', { scenario: 'half-reps', reps: 16, speed: 4 });
    await station.page.getByRole('button', { name: /^Rep 4: / }).waitFor();
  });
  afterAll(() => station?.close());

  for (const size of Object.keys(SIZES) as SizeName[]) {
    test(`fits ${size}, with the number readable from 3 m`, async () => {
      const { page, problems } = await station.open('/', size);
      await page.getByRole('button', { name: /^Rep 1: / }).waitFor();
      const look = await page.evaluate(() => {
        const spans = [...document.querySelectorAll('main span')];
        const largest = Math.max(...spans.map((span) => Number.parseFloat(getComputedStyle(span).fontSize)));
        const root = document.documentElement;
        const header = document.querySelector('header');
        return {
          largest,
          height: window.innerHeight,
          overflows: root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight,
          headerClipped: header !== null && header.scrollWidth > header.clientWidth,
        };
      });
      expect((look.largest * NUMERAL_SHARE) / look.height).toBeGreaterThanOrEqual(HERO_SHARE);
      expect(look.overflows).toBe(false);
      expect(look.headerClipped).toBe(false);
      await shoot(page, 'station-live');
      expect(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    });
  }

  test('rests where motion is not wanted: the paper does not run', async () => {
    const { page } = await station.open('/', '1280x720', 'reduce');
    await page.getByRole('button', { name: /^Rep 1: / }).waitFor();
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return animationName !== 'none' || /[1-9]/.test(transitionDuration);
        }).length,
    );
    expect(moving).toBe(0);
    await shoot(page, 'station-reduced-motion');
    await page.close();
  });

  test('a second display shows the read-out and nothing to press', async () => {
    const { page, problems } = await station.open('/display', '1920x1080');
    await page.getByRole('heading', { name: 'Demo athlete' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.locator('button:enabled').count()).toBe(0);
    expect(await page.getByText('Simulated', { exact: true }).isVisible()).toBe(true);
    await shoot(page, 'display');
    expect(await axeFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each(['calibrate', 'sounds', 'display'])('the screen %s fits, small and large', async (screen) => {
    const looks = ENDS.map(async (size) => {
      const { page, problems } = await station.open(`/${screen}`, size);
      await page.getByRole('heading').first().waitFor();
      const sideways = await page.evaluate(() => {
        const root = document.documentElement;
        return root.scrollWidth > root.clientWidth;
      });
      expect(sideways, size).toBe(false);
      await shoot(page, screen);
      expect(await axeFindings(page), size).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    });
    await Promise.all(looks);
  });

  test('the kiosk view has no chrome, and the same key brings it back', async () => {
    const { page } = await station.open('/', '1920x1080');
    await page.getByRole('navigation').waitFor();
    await page.keyboard.press('k');
    await soon(() => page.getByRole('navigation').count()).toBe(0);
    await shoot(page, 'station-kiosk');
    await page.keyboard.press('k');
    await soon(() => page.getByRole('navigation').count()).toBe(1);
    await page.close();
  });

  test('a set of eighteen keeps every column on the strip, which scrolls to what is looked at', async () => {
    await letSourcesGo(station.ask);
    await station.ask('station:next', {});
    const { page } = await station.open('/', '1280x720');
    await page.getByRole('heading', { name: 'Station', exact: true }).waitFor();
    // a recording ends with its set: no next one comes and puts these columns away
    const { recording } = simulatedSet({ seed: 18, reps: 18, after: [{ kind: 'still', duration_s: 12 }] });
    await station.ask('pair:replay', { csv: [...recordingToCsv(recording)].join(''), speed: 16 });
    const column = (n: number) => page.getByRole('button', { name: new RegExp(`^Rep ${n}: `) });
    const inSight = async (n: number): Promise<boolean> => {
      const box = await column(n).boundingBox();
      const strip = await column(n).locator('..').boundingBox();
      if (!box || !strip) throw new Error(`no rep ${n}`);
      return box.x >= strip.x && box.x + box.width <= strip.x + strip.width && box.height > 200;
    };
    await page.getByText(/^Set \d+ is done$/).waitFor();
    expect(await page.getByRole('button', { name: /^Rep \d+: / }).count()).toBe(18);
    await soon(() => inSight(18)).toBe(true);
    expect(await inSight(1)).toBe(false);
    // round from the last to the first
    for (let n = 18; n >= 1; n--) await page.keyboard.press('ArrowLeft');
    await soon(() => inSight(1)).toBe(true);
    await shoot(page, 'station-long-set');
    await page.close();
  });

  test('two bars stand side by side; a key is for the one with the frame, and the second display takes either', async () => {
    const { ask } = station;
    await letSourcesGo(ask);
    await ask('settings:update', { bars: 2 });
    await ask('pair:simulate', { bar: 2, reps: 2, speed: 20 });
    const { page, problems } = await station.open('/');
    const pane = (bar: 1 | 2) => page.getByRole('region', { name: new RegExp(`^${words.bars.name(bar)}, `) });
    await pane(2)
      .getByRole('button', { name: /^Rep 2: / })
      .waitFor();
    for (const { id } of (await ask('station:state', { bar: 2 })).sources)
      await ask('pair:disconnect', { id, bar: 2 });
    await page.keyboard.press('x');
    await pane(2).and(page.locator('[aria-current=true]')).waitFor();
    await page.keyboard.press('m');
    await soon(async () => (await ask('station:state', { bar: 2 })).setup.kind).toBe('warm-up');
    expect((await ask('station:state', {})).setup.kind).toBe('work');
    const [left, right] = [await pane(1).boundingBox(), await pane(2).boundingBox()];
    expect(right?.x).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0));
    await pane(1).click({ position: { x: 20, y: 8 } });
    await pane(1).and(page.locator('[aria-current=true]')).waitFor();
    await shoot(page, 'station-two-bars');
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(page.url().replace(/#.*/, '#/display/2'));
    await page.getByRole('heading', { name: words.store.athlete.anotherDemo }).waitFor();
    await page.keyboard.press('x');
    await page.getByRole('heading', { name: words.store.athlete.demo, exact: true }).waitFor();
    await ask('settings:update', { bars: 1 });
    await page.getByText(words.bars.name(1), { exact: true }).waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
    await page.close();
  });
});
