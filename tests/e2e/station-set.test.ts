import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { axeFindings, shoot, withChromium } from './browser.ts';
import { letSourcesGo } from './sources.ts';
import { openStationPage, type StationPage, soon } from './station-page.ts';

// A coach at the station, without a mouse: from the first screen to a judged set, and what is put right after it.

/** Simulated sets run this much faster than life, so that the suite does not take as long as a training. */
const SPEED = 4;

withChromium('a set at the station, by keyboard alone', () => {
  let station: StationPage;
  const press = (key: string): Promise<void> => station.page.keyboard.press(key);
  const type = (text: string): Promise<void> => station.page.keyboard.type(text);
  const ready = () => station.page.getByRole('region', { name: 'Last rep' }).getByText('Ready');
  const button = (name: string | RegExp) => station.page.getByRole('button', { name });

  beforeAll(async () => {
    station = await openStationPage();
  });
  afterAll(() => station?.close());

  test('the first screen offers two ways in and shows where the sensor goes', async () => {
    const { page } = station;
    expect(await page.getByRole('heading', { name: words.welcome.title }).isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Where to clip the sensor' }).isVisible()).toBe(true);
    expect(await page.getByText('Sound is off: press any key').isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await shoot(page, 'station-welcome');
  });

  test('the first judged rep comes in under a minute, without reading anything', async () => {
    const { page } = station;
    await button(words.welcome.demonstrate).focus();
    await press('Enter');
    await ready().waitFor();
    expect(await page.getByText('Simulated', { exact: true }).isVisible()).toBe(true);
    expect(await page.getByText('Sound is off: press any key').isVisible()).toBe(false);
    await page.getByRole('button', { name: /^Rep 1: .*lowered in/ }).waitFor();
    // on the sensor's own clock: how fast this computer is does not count
    const { source } = await station.ask('station:state', {});
    expect((source?.received_samples ?? Infinity) / (source?.rate_hz ?? 0)).toBeLessThan(60);
    await press('Space');
    const { number } = await station.finishedSet();
    await press('n');
    // the rest of what is shown goes on: what the page shows next may be the first rep of another set
    await page.getByText(`Set ${number} is done`, { exact: true }).waitFor({ state: 'detached' });
  });

  test('athlete, lift, load and goal are picked by typing', async () => {
    const { page } = station;
    await press('a');
    await page.getByRole('combobox').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await type('Ana Ruiz');
    await press('Enter');
    await soon(() => button('Ana Ruiz').count()).toBe(1);

    await press('l');
    await type('kas');
    await page.getByText(words.variationNotes['kas-bridge']).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press('Enter');
    await soon(() => page.getByText('Kas bridge').count()).toBe(1);
    await press('l');
    await type('hip thrust barb');
    await press('Enter');

    await press('w');
    await page.getByRole('dialog').waitFor();
    await type('120');
    await shoot(page, 'station-load');
    expect(await axeFindings(page)).toEqual([]);
    await press('Enter');
    await soon(() => page.getByText('2 × 25 each side, bar 20 kg').count()).toBe(1);

    await press('g');
    await page.getByRole('dialog').waitFor();
    await shoot(page, 'station-goal');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Hold at lockout, s').fill('1.2');
    await press('Enter');
    await soon(() => page.getByText('8 reps, hold 1.2 s').count()).toBe(1);

    await press('m');
    await soon(() => button(/Warm-up/).count()).toBe(1);
    await press('m');
    const chosen = { lift: 'hip-thrust', variation: 'barbell', load_kg: 120, kind: 'work' };
    await soon(async () => (await station.ask('station:state', {})).setup).toMatchObject(chosen);
    expect((await station.ask('station:state', {})).setup.targets.hold_s).toBe(1.2);
  });

  test('two lifters take turns with one key and Enter', async () => {
    const { page } = station;
    // what the first screen shows may still be on, or have ended as a set that is not stored
    await letSourcesGo(station.ask);
    await station.ask('station:next', {});
    await station.ask('pair:simulate', { reps: 1, speed: 20 });
    await soon(async () => (await station.ask('sets:list', { limit: 5 })).length > 0).toBe(true);
    await letSourcesGo(station.ask);
    await station.ask('station:next', {});
    await page
      .getByText(/^Set \d+ is done$/)
      .first()
      .waitFor({ state: 'detached' });
    await press('a');
    await page.getByRole('option', { name: /Demo athlete/ }).waitFor();
    await type('ana');
    await press('Enter');
    await soon(() => button('Ana Ruiz').count()).toBe(1);
    await press('a');
    await page.getByRole('option', { name: /Demo athlete/ }).waitFor();
    await press('Enter');
    await soon(() => button('Demo athlete').count()).toBe(1);
  });

  test('a half-repped set says so in colour, shape, height and words', async () => {
    const { page } = station;
    await letSourcesGo(station.ask);
    await station.ask('station:next', {});
    await station.ask('pair:simulate', { scenario: 'half-reps', speed: SPEED });
    await page.getByRole('button', { name: /^Rep 3: / }).waitFor();
    await shoot(page, 'station-set');
    expect(await axeFindings(page)).toEqual([]);
    // its last rep is down: what is done with the finished set has all the time it takes, and no other begins
    await page.getByRole('button', { name: /^Rep 8: .*lowered in/ }).waitFor();
    await letSourcesGo(station.ask);
    const set = await station.finishedSet();
    await shoot(page, 'station-finished');
    expect(set.summary.reps).toBe(8);
    expect(set.summary.partial).toBeGreaterThanOrEqual(2);
    await soon(() => page.getByRole('button', { name: /^Rep \d: .*lowered in/ }).count()).toBe(8);
    expect(await page.getByRole('button', { name: /^Rep \d: half rep, \d+ % of full range/ }).count()).toBe(
      set.summary.partial,
    );
    expect(await page.getByText('Half rep', { exact: true }).count()).toBe(set.summary.partial);
    expect(await page.getByText(`${set.summary.partial} half reps`, { exact: true }).isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('a rep is selected, deleted, brought back, and the set relabelled, in place', async () => {
    const { page } = station;
    await press('ArrowLeft');
    await page.getByRole('button', { name: /^Rep 8/, pressed: true }).waitFor();
    await shoot(page, 'station-selected');
    await press('Delete');
    await page.getByRole('button', { name: /^Rep 8: deleted/ }).waitFor();
    expect((await station.ask('station:state', {})).set?.summary.reps).toBe(7);
    await press('Delete');
    await soon(async () => (await station.ask('station:state', {})).set?.summary.reps).toBe(8);

    await press('Shift+W');
    await page.getByRole('dialog').waitFor();
    await type('110');
    await press('Enter');
    await page.getByText(/^Load .+ → 110 kg/).waitFor();
    const [row] = await station.ask('sets:list', { limit: 1 });
    expect(row).toMatchObject({ load_kg: 110, simulated: true });
    expect(row?.summary.reps).toBe(8);
  });

  test('every key is told by the question mark, and leaving gives the focus back', async () => {
    const { page } = station;
    await press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await shoot(page, 'keys');
    expect(await axeFindings(page)).toEqual([]);
    await press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await press('p');
    await page.getByRole('heading', { name: 'Sounds' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await shoot(page, 'sounds');
    await press('1');
    await page.getByRole('heading', { name: 'Station', exact: true }).waitFor();
  });

  test('nothing went wrong in the page on the way', () => {
    expect(station.problems).toEqual([]);
  });
});
