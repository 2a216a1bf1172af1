import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { withChromium } from './browser.ts';
import { expectGoodLooks } from './looks.ts';
import { type Season, trainASeason } from './season.ts';
import { openStationPage, type StationPage } from './station-page.ts';

withChromium('athletes and their profile', () => {
  let station: StationPage;
  let season: Season;
  beforeAll(async () => {
    station = await openStationPage({
      prepare: (folder) => {
        season = trainASeason(folder, Date.now(), 2);
      },
    });
    await station.ask('station:athlete', { athlete_id: season.athlete_id });
    await station.page.keyboard.press('4');
    await station.page.getByRole('heading', { name: 'Athletes', exact: true }).waitFor();
  });
  afterAll(() => station?.close());
  const named = async (name: string) =>
    (await station.ask('athletes:list', {})).find((each) => each.name === name);

  test('look right, small and large', async () => {
    await expectGoodLooks(station, {
      hash: '/athletes',
      waitFor: `text=${words.athletes.recent}`,
      name: 'athletes',
    });
    await expectGoodLooks(station, { hash: '/profile', waitFor: 'table', name: 'profile' });
  });

  test('a new one is added by keyboard alone', async () => {
    const { page } = station;
    await page.getByRole('button', { name: 'New athlete' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ines Okafor');
    await page.keyboard.press('Tab');
    await page.keyboard.type('71.5');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ines Okafor' }).waitFor();
    expect(await named('Ines Okafor')).toMatchObject({ body_mass_kg: 71.5 });
  });

  test('a wrong body mass is not taken', async () => {
    const { page } = station;
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: /Body mass/ }).fill('7');
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isEnabled()).toBe(false);
    await page.keyboard.press('Escape');
  });

  test('a name that is taken asks for what tells the two apart, in the dialog that caused it', async () => {
    const { page } = station;
    await page.getByRole('button', { name: 'New athlete' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('INES Okafor');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText(words.says.data.nameTaken('INES Okafor')).waitFor();
    await dialog.getByRole('textbox', { name: words.athletes.birthYear }).fill('1998');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'INES Okafor' }).waitFor();
    expect(await named('INES Okafor')).toMatchObject({ birth_year: 1998 });
    await page.getByRole('button', { name: /^INES Okafor.*born 1998/ }).waitFor();
  });

  test('one athlete as CSV is one line per rep', async () => {
    const { page } = station;
    await page.getByRole('button', { name: /^Maja Lindqvist/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save reps as CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    const rows = await station.ask('sets:list', { athlete_id: season.athlete_id, limit: 100 });
    const reps = rows.reduce((sum, row) => sum + row.summary.reps, 0);
    expect(lines.length - 1).toBeGreaterThanOrEqual(reps);
    expect(lines[0]).toContain('mcv_mps');
  });

  test('the profile tells the ranges and compares left with right', async () => {
    const { page } = await station.open('/profile');
    const ranges = page.getByRole('region', { name: 'Full ranges' });
    await ranges.waitFor();
    expect(await ranges.innerText()).toMatch(/Hip thrust, Barbell[\s\S]*33 cm[\s\S]*from a calibration/);
    const sides = await page.getByRole('region', { name: 'Left and right' }).innerText();
    expect(sides).toContain('Hip thrust, Single-leg');
    const rows = await station.ask('sets:list', { athlete_id: season.athlete_id, limit: 100 });
    const left = rows.find(({ side }) => side === 'left')?.summary.mean_mcv_mps;
    expect(sides).toContain(left?.toFixed(2));
    await page.getByRole('button', { name: 'Calibrate again' }).first().click();
    await page.getByRole('heading', { name: 'Calibrate the lift' }).waitFor();
    await page.close();
  });

  test('one who is archived is in no list until archived ones are shown, and comes back', async () => {
    const { page } = station;
    const entry = page.getByRole('button', { name: /^Ines Okafor/ });
    const archived = page.getByRole('button', { name: words.athletes.showArchived(1) });
    await entry.click();
    await page.getByRole('button', { name: words.athletes.edit, exact: true }).click();
    await page.getByRole('textbox', { name: words.athletes.group }).fill('U18');
    await page.keyboard.press('Enter');
    await page.getByText(words.review.edited('Group', 'none', 'U18'), { exact: true }).waitFor();
    await page.getByRole('button', { name: words.review.undo, exact: true }).click();
    await expect.poll(() => named('Ines Okafor')).toMatchObject({ group: '' });
    await page.getByRole('button', { name: words.athletes.archive, exact: true }).click();
    await expect.poll(() => named('Ines Okafor')).toBeUndefined();
    await page.getByRole('button', { name: /^Maja Lindqvist/ }).click();
    await expect.poll(() => entry.count()).toBe(0);
    await archived.click();
    await entry.click();
    await page.getByRole('button', { name: words.athletes.unarchive }).click();
    await expect.poll(() => named('Ines Okafor')).toMatchObject({ archived: false });
    await expect.poll(() => archived.count()).toBe(0);
  });

  test('deleting says what goes and moves it to the bin, from where one press brings all of it back', async () => {
    const { page } = station;
    const before = await station.ask('sets:list', { limit: 500 });
    const remove = async () => {
      await page.getByRole('button', { name: /^Maja Lindqvist/ }).click();
      await page.getByRole('button', { name: words.athletes.delete, exact: true }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.innerText()).toMatch(/\d+ sets with \d+ reps and their recordings/);
      await dialog.getByRole('button', { name: words.bin.toBin }).click();
      await expect.poll(() => named('Maja Lindqvist')).toBeUndefined();
    };
    await remove();
    expect(await station.ask('sets:list', { limit: 10 })).toEqual([]);
    await page.getByRole('button', { name: words.bin.title, exact: true }).click();
    const bin = page.getByRole('dialog', { name: words.bin.title });
    await bin.getByText(/goes for good on/).waitFor();
    await bin.getByRole('button', { name: /^Restore: Maja Lindqvist, with \d+ sets$/ }).click();
    await bin.getByText(/^Restored: Maja Lindqvist/).waitFor();
    await page.keyboard.press('Escape');
    expect(await station.ask('sets:list', { limit: 500 })).toEqual(before);

    await remove();
    await station.page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.bin.title, exact: true }).click();
    await bin.getByRole('button', { name: /^Delete for good: Maja/ }).click();
    const sure = bin.getByRole('button', { name: words.bin.removeSure });
    await bin.getByRole('textbox').fill('Maja');
    expect(await sure.isEnabled()).toBe(false);
    await bin.getByRole('textbox').fill('Maja Lindqvist');
    await page.keyboard.press('Enter');
    await bin.getByText(/^Gone for good: Maja Lindqvist/).waitFor();
    expect(await station.ask('bin:list', {})).toEqual([]);
    expect(station.problems).toEqual([]);
  });
});
