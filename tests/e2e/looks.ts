import { expect } from 'vitest';
import { axeFindings, SIZES, type SizeName, shoot } from './browser.ts';
import type { StationPage } from './station-page.ts';

/** A laptop at the rack and a 4K television: the two ends every screen has to hold at. */
export const ENDS: readonly SizeName[] = ['1280x720', '3840x2160'];

interface Look {
  readonly hash: string;
  readonly waitFor: string;
  readonly name: string;
}

/** Opens a screen anew, waits for what tells that it is there, and looks at it at both ends of the sizes. */
export async function expectGoodLooks(station: StationPage, look: Look): Promise<void> {
  const { page, problems } = await station.open(look.hash);
  for (const size of ENDS) {
    // loaded anew at each size, in the browser process that is there
    if (page.viewportSize()?.width !== SIZES[size].width) {
      await page.setViewportSize(SIZES[size]);
      await page.reload();
    }
    await page.locator(look.waitFor).first().waitFor();
    // charts are drawn when their box is laid out
    await page.waitForTimeout(300);
    const overflow = await page.evaluate(() => {
      const screen = document.querySelector('main > div:last-child');
      const cut = [...document.querySelectorAll('main button, main h1, main h2')].filter(
        (element) => element.scrollWidth > element.clientWidth + 1,
      );
      return {
        sideways: screen === null || screen.scrollWidth > screen.clientWidth,
        cut: cut.map((element) => element.textContent),
      };
    });
    await shoot(page, look.name);
    expect(overflow, size).toEqual({ sideways: false, cut: [] });
    expect(await axeFindings(page), size).toEqual([]);
  }
  expect(problems).toEqual([]);
  await page.close();
}
