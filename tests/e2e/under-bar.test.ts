import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, SIZES, type SizeName, shoot, withChromium } from './browser.ts';
import { openStationPage, type StationPage } from './station-page.ts';

/** Capitals that are read from 3 m: 14 mm, 16 arc minutes, on a 24-inch screen, which is 531 mm wide. */
const CAP_MM = 14;
const SCREEN_MM = 531;

withChromium('under the bar', () => {
  let station: StationPage;
  beforeAll(async () => {
    station = await openStationPage();
    await station.ask('pair:simulate', { scenario: 'half-reps', reps: 8, speed: 4 });
    await station.page.getByRole('button', { name: /^Rep 4: / }).waitFor();
  });
  afterAll(() => station?.close());

  for (const screen of ['/', '/display'])
    for (const size of Object.keys(SIZES) as SizeName[])
      test(`one key on ${screen} at ${size}: all of it is read from 3 m, and nothing overlaps`, async () => {
        const { page, problems } = await station.open(screen, size);
        await page.getByRole('heading').first().waitFor();
        await page.keyboard.press('f');
        const view = page.getByRole('region', { name: 'Under the bar' });
        await view.waitFor();
        const texts = await view.evaluate((section) => {
          const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
          return [...section.querySelectorAll('p, span')]
            .filter((element) => element.childElementCount === 0 && element.textContent?.trim())
            .map((element) => {
              const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
              canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
              const { left, right, top, bottom } = element.getBoundingClientRect();
              return {
                text: element.textContent ?? '',
                cap_px: canvas.measureText('H').actualBoundingBoxAscent,
                left,
                right,
                top,
                bottom,
              };
            });
        });
        expect(texts.length).toBeGreaterThanOrEqual(3);
        const { width, height } = SIZES[size];
        for (const text of texts) {
          expect((text.cap_px / width) * SCREEN_MM, text.text).toBeGreaterThanOrEqual(CAP_MM);
          expect(text.left, text.text).toBeGreaterThanOrEqual(0);
          expect(text.right, text.text).toBeLessThanOrEqual(width);
          expect(text.bottom, text.text).toBeLessThanOrEqual(height);
          for (const other of texts) {
            if (other === text) continue;
            const apart =
              text.right <= other.left + 1 ||
              other.right <= text.left + 1 ||
              text.bottom <= other.top + 1 ||
              other.bottom <= text.top + 1;
            expect(apart, `${text.text} over ${other.text}`).toBe(true);
          }
        }
        await shoot(page, screen === '/' ? 'under-bar' : 'under-bar-display');
        expect(await axeFindings(page)).toEqual([]);
        expect(problems).toEqual([]);
        await page.close();
      });
});
