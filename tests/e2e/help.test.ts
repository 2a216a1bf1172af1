import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEYMAP } from '../../renderer/keys/keys.ts';
import { words } from '../../src/words/index.ts';
import { withChromium } from './browser.ts';
import { expectGoodLooks } from './looks.ts';
import { openStationPage, type StationPage } from './station-page.ts';

withChromium('help', () => {
  let station: StationPage;
  beforeAll(async () => {
    station = await openStationPage();
    await station.page.keyboard.press('7');
    await station.page.getByRole('heading', { name: 'Help', exact: true }).waitFor();
  });
  afterAll(() => station?.close());

  test('says what every number means', async () => {
    const text = await station.page.getByRole('region', { name: 'What each number means' }).innerText();
    for (const word of ['MCV', 'PCV', 'MPV', 'ROM', 'Hold', 'Velocity loss', 'Power', 'Quality'])
      expect(text).toContain(word);
  });

  test('shows every key of the map', async () => {
    const keys = station.page.getByRole('region', { name: 'Keys' });
    const shown = await keys.locator('kbd').count();
    // a station with one bar has no other
    const { otherBar: _, ...keymap } = KEYMAP;
    expect(shown).toBe(Object.values(keymap).flatMap(({ keys: each }) => each).length);
  });

  test('the set-up is that of the lift at the station', async () => {
    const { page } = station;
    const setup = page.getByRole('region', { name: 'Set-up for the lift' });
    expect(await setup.innerText()).toContain('Bench edge under the shoulder blades');
    await station.ask('station:lift', { lift: 'squat', variation: 'barbell' });
    await expect.poll(() => setup.innerText()).toContain('Safeties');
    await station.ask('station:lift', { lift: 'hip-thrust', variation: 'barbell' });
  });

  test('a part is reached by keyboard', async () => {
    const { page } = station;
    await page.getByRole('button', { name: words.help.limits.title }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('help-limits');
    expect(station.problems).toEqual([]);
  });

  test('looks right, small and large', async () => {
    await expectGoodLooks(station, {
      hash: '/help',
      waitFor: `text=${words.help.limits.title}`,
      name: 'help',
    });
  });
});
