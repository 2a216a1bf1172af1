import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { words } from '../../src/words/index.ts';
import { withChromium } from './browser.ts';
import { expectGoodLooks } from './looks.ts';
import { openStationPage, type StationPage } from './station-page.ts';

const HISTORY =
  'Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n05/11/2020 18:30,A,Hip Thrust (Barbell),1,100,8\n';

withChromium('the Import screen', () => {
  let station: StationPage;
  beforeAll(async () => {
    station = await openStationPage();
    await station.ask('athletes:create', { name: 'Eva Strand', body_mass_kg: null });
  });
  afterAll(() => station?.close());
  const text = words.importing;

  test('a recording dropped anywhere is shown, stored and opened', async () => {
    const { page } = station;
    const csv = [...recordingToCsv(simulatedSet({ seed: 3, reps: 3 }).recording)].join('');
    await page.evaluate((content) => {
      const files = new DataTransfer();
      files.items.add(new File([content], 'bar.csv', { lastModified: 1_600_000_000_000 }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));
    }, csv);
    await page.getByRole('heading', { name: text.recording.set(1, 3) }).waitFor();
    await page.getByRole('img', { name: text.recording.force }).waitFor();
    await page.getByLabel(text.whose).selectOption({ label: 'Eva Strand' });
    await page.getByRole('button', { name: text.store, exact: true }).click();
    await page.getByRole('link', { name: /Open set/ }).click();
    await page.getByText('Eva Strand').first().waitFor();
    expect(await station.ask('import:list', {})).toMatchObject([
      { kind: 'recording', sets: 1, file: 'bar.csv' },
    ]);
  });

  test('a history asks which number is the day and whose it is, and is taken back', async () => {
    const { page } = station;
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: text.title, exact: true }).waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'strong.csv', mimeType: 'text/csv', buffer: Buffer.from(HISTORY) });
    await page.getByRole('button', { name: text.history.dayFirst }).click();
    await page.getByLabel(text.history.lifter).selectOption({ label: 'Eva Strand' });
    await page.getByRole('button', { name: text.store, exact: true }).click();
    await page.getByText('1 set with 8 reps', { exact: true }).waitFor();
    await page.getByRole('button', { name: `${text.undo}: strong.csv` }).click();
    await page.getByRole('button', { name: `${text.undoSure}: strong.csv` }).click();
    await expect.poll(() => station.ask('import:list', {})).toHaveLength(1);
    expect(station.problems).toEqual([]);
  });

  test('looks right, small and large', async () => {
    await expectGoodLooks(station, { hash: '/import', waitFor: `text=${text.list}`, name: 'import' });
  });
});
