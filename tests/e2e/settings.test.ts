import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/words/index.ts';
import { withChromium } from './browser.ts';
import { expectGoodLooks } from './looks.ts';
import { openStationPage, type StationPage } from './station-page.ts';

withChromium('settings', () => {
  let station: StationPage;
  beforeAll(async () => {
    station = await openStationPage();
    await station.page.keyboard.press('6');
    await station.page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
  });
  afterAll(() => station?.close());
  const settings = () => station.ask('settings:get', {});

  test('unit, bar and plates', async () => {
    const { page } = station;
    await page.getByRole('button', { name: 'lb', exact: true }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Bar, lb' }).inputValue()).toBe('45');
    await expect
      .poll(() => page.getByRole('textbox', { name: /^Plates you have/ }).inputValue())
      .toBe('45  35  25  10  5  2.5');
    await page.getByRole('button', { name: 'kg', exact: true }).click();
    await expect.poll(async () => (await settings()).bar_kg).toBe(20);
    await page.getByRole('textbox', { name: 'Bar, kg' }).fill('15');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await settings()).bar_kg).toBe(15);
    const plates = page.getByRole('textbox', { name: /^Plates you have/ });
    await plates.fill('10 20 5 20');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await settings()).plates_kg).toEqual([20, 10, 5]);
    await plates.fill('10 twenty');
    expect(await plates.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'lb', exact: true }).click();
    await expect.poll(async () => (await settings()).units).toBe('lb');
    await page.getByRole('textbox', { name: 'Bar, lb' }).waitFor();
    await page.getByRole('button', { name: 'kg', exact: true }).click();
    expect((await settings()).plates_kg).toEqual([20, 10, 5]);
  });

  test('a stillness out of bounds is marked and not kept', async () => {
    const { page } = station;
    const field = page.getByRole('textbox', { name: words.settings.setEnd });
    await field.fill('1');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.blur();
    expect((await settings()).set_end_s).toBe(8);
    await field.fill('12');
    await field.blur();
    await expect.poll(async () => (await settings()).set_end_s).toBe(12);
  });

  test('sounds one by one, the volume by arrow keys, speech with a word on voices', async () => {
    const { page } = station;
    await page.getByRole('checkbox', { name: words.soundNames.tick }).focus();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await settings()).sounds.tick).toBe(false);
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await settings()).volume).toBeCloseTo(0.75);
    await page.getByRole('checkbox', { name: 'Verdict' }).click();
    await expect.poll(async () => (await settings()).speak.verdict).toBe(true);
    const voices = await page.evaluate(() => speechSynthesis.getVoices().length);
    const speech = await page.getByRole('region', { name: 'What is spoken' }).innerText();
    expect(speech).toContain(voices === 0 ? words.settings.noVoice : 'Voice:');
  });

  test('a backup is one press away and listed', async () => {
    const { page } = station;
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('Backup made and checked').waitFor();
    const { backups, folder } = await station.ask('data:info', {});
    expect(backups).toHaveLength(1);
    expect(existsSync(`${folder}/backups/${backups[0]?.name}`)).toBe(true);
    const data = page.getByRole('region', { name: 'Data' });
    expect(await data.getByRole('listitem').count()).toBe(1);
    expect(await data.innerText()).toContain(folder);
    expect(station.problems).toEqual([]);
  });

  test('diagnostics are copied for a report', async () => {
    const { page } = station;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: words.settings.diagnostics }).click();
    await page.getByText(words.settings.diagnosticsCopied).waitFor();
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied.data.backups).toBe(1);
  });

  test('whose work runs in Lockout, with their licences', async () => {
    const { page } = station;
    await page.getByRole('button', { name: words.settings.licences }).click();
    const dialog = page.getByRole('dialog', { name: words.settings.licences });
    await dialog.getByText(/better-sqlite3 [\d.]+: MIT/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('the whole of it goes out as a workbook', async () => {
    const { page } = station;
    const card = page.getByRole('region', { name: words.exporting.title });
    await card.getByRole('combobox', { name: words.exporting.format }).selectOption('xlsx');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: words.exporting.save }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('lockout.xlsx');
    expect(readFileSync(await download.path()).toString('latin1')).toMatch(/^PK/);
    await card.getByRole('button', { name: words.exporting.save }).waitFor();
  });

  test('what the wall shows is chosen here, and the wall shows it', async () => {
    const { page } = station;
    await station.ask('pair:simulate', { reps: 3, speed: 10 });
    const board = await station.open('/board', '1920x1080');
    const leaders = board.page.getByRole('region', { name: words.board.leaders });
    await leaders.getByText('Demo a.').waitFor();
    await page.getByRole('button', { name: words.board.namesAs.initials }).click();
    await page.getByRole('button', { name: words.board.leadersBy.holds }).click();
    await leaders.getByText(words.board.leadersBy.holds).waitFor();
    await leaders.getByText('D. a.').waitFor();
    expect(await board.page.getByRole('navigation').count()).toBe(0);
    // the station goes, the wall says how old it is and keeps what it had
    await board.page.route('**/bridge/**', (route) => route.abort());
    await board.page.getByText(/^The station does not answer\. This is from 0:0\d ago\.$/).waitFor();
    await board.page.getByRole('heading', { name: 'D. a.' }).waitFor();
    await board.page.unroute('**/bridge/**');
    await board.page.getByText(/^The station does not answer/).waitFor({ state: 'detached' });
    await board.page.close();
    await expectGoodLooks(station, { hash: '/board', waitFor: 'text=D. a.', name: 'board' });
  });

  test('look right, small and large', async () => {
    await expectGoodLooks(station, { hash: '/settings', waitFor: 'text=Back up now', name: 'settings' });
  });
});
