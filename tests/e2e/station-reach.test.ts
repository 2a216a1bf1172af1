import { afterAll, beforeAll, test } from 'vitest';
import { startHost } from '../../main/host.ts';
import { words } from '../../src/words/index.ts';
import { shoot, withChromium } from './browser.ts';
import { openStationPage, type StationPage, soon } from './station-page.ts';

// The page outlives the station it was served by: it says so, and is whole again when the station is back.

withChromium('a station that goes away', () => {
  let station: StationPage;
  beforeAll(async () => {
    station = await openStationPage();
  });
  afterAll(() => station?.close());

  test('is told at once, and found again by itself with what it knows', async () => {
    const { page, host, folder } = station;
    await station.ask('athletes:create', { name: 'Ana Ruiz', body_mass_kg: null });
    await host.close();
    await page.getByText(words.connection.lost).waitFor();
    await shoot(page, 'station-not-reachable');
    // what is asked meanwhile is refused in words, not lost in silence
    await page.keyboard.press('m');
    await page.getByText(words.connection.unreachable).waitFor();

    const again = await startHost({ data_folder: folder, port: host.port, reconnect: false });
    if (!again.ok) throw new Error(again.error.message);
    await page.getByText(words.door.anew).waitFor();
    // another tab of the same browser comes in by the new address: this page goes on where it was
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate((entrance) => void window.open(entrance), again.value.entrance()),
    ]);
    await tab.getByRole('heading', { name: 'Station', exact: true }).waitFor();
    await tab.close();
    await page.getByText(words.door.anew).waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await page.getByRole('option', { name: 'Ana Ruiz' }).waitFor();
    await page.keyboard.type('ana');
    await page.keyboard.press('Enter');
    await soon(() => page.getByRole('button', { name: /^Ana Ruiz/ }).count()).toBe(1);
    await again.value.close();
  });
});
