import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { withChromium } from './browser.ts';
import { expectGoodLooks } from './looks.ts';
import { type Season, trainASeason } from './season.ts';
import { openStationPage, type StationPage } from './station-page.ts';

withChromium('the history', () => {
  let station: StationPage;
  let season: Season;
  beforeAll(async () => {
    station = await openStationPage({
      prepare: (folder) => {
        season = trainASeason(folder, Date.now());
      },
    });
    await station.ask('station:athlete', { athlete_id: season.athlete_id });
    await station.page.keyboard.press('2');
    await station.page.getByRole('heading', { name: 'Maja Lindqvist, hip thrust' }).waitFor();
  });
  afterAll(() => station?.close());
  const setLinks = () =>
    station.page
      .getByRole('region', { name: words.history.sets, exact: true })
      .getByRole('table')
      .getByRole('link');

  test('shows what the store knows: speed, holds, half reps, this week', async () => {
    const { tiles, sets } = await station.ask('history:get', {
      athlete_id: season.athlete_id,
      lift: 'hip-thrust',
      variation: 'barbell',
    });
    const { page } = station;
    const text = (await page.locator('main').innerText()).replaceAll('\n', ' ');
    expect(text).toContain(`Speed at ${tiles.speed?.load_kg} kg ${tiles.speed?.mcv_mps.toFixed(2)} m/s`);
    expect(text).toContain(`Holds met ${Math.round(tiles.holds_met_pct ?? 0)} %`);
    expect(tiles.partial).toBeGreaterThan(0);
    expect(text).toContain(`${tiles.partial} of ${tiles.reps} reps`);
    expect(text).toContain('last session today');
    expect(await setLinks().count()).toBe(sets.length);
  });

  test('every work set is a point that opens its set, by keyboard', async () => {
    const { page } = station;
    const { points } = await station.ask('history:get', {
      athlete_id: season.athlete_id,
      lift: 'hip-thrust',
      variation: 'barbell',
    });
    const links = page.getByRole('link', { name: /m\/s at .*Opens the set/ });
    expect(await links.count()).toBe(points.filter(({ kind }) => kind === 'work').length);
    await links.last().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Set of / }).waitFor();
    expect(page.url()).toMatch(/#\/review\/\d+$/);
    await page.goBack();
    await page.getByRole('heading', { name: 'Maja Lindqvist, hip thrust' }).waitFor();
  });

  test('one variation at a time, another period, another athlete by one key', async () => {
    const { page } = station;
    const chip = page.getByRole('button', { name: 'Single-leg', exact: true });
    await chip.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => setLinks().count()).toBe(2);
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('a');
    await page.getByRole('option', { name: /^Tom/ }).waitFor();
    await page.keyboard.type('tom');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.history.emptyTitle }).waitFor();
    expect(station.problems).toEqual([]);
  });

  test('looks right, small and large, full and empty', async () => {
    const full = { hash: '/history', waitFor: 'svg a', name: 'history' };
    await station.ask('station:athlete', { athlete_id: season.athlete_id });
    await expectGoodLooks(station, full);
    const demo = (await station.ask('athletes:list', {})).find(({ simulated }) => simulated);
    await station.ask('station:athlete', { athlete_id: demo?.id ?? 0 });
    await expectGoodLooks(station, {
      ...full,
      waitFor: `text=${words.history.emptyTitle}`,
      name: 'history-empty',
    });
  });
});
