import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadToKg } from '../../renderer/format/format.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { words } from '../../src/words/index.ts';
import { axeFindings, shoot, withChromium } from './browser.ts';
import { openStationPage, type StationPage, soon } from './station-page.ts';

// An evening of a group, without a mouse: who comes when, what each lifts, and 36 sets.

declare global {
  interface Window {
    pointed: number;
  }
}

/** Runs in the page: counts what only a mouse or a finger does. */
function countPointers(): void {
  window.pointed = 0;
  window.addEventListener('pointerdown', () => window.pointed++, { capture: true });
}

/** As fast as a recording is played. */
const SPEED = 100;
const ROUNDS = 3;

const REPS = 2;

const LIFTS = [
  { typed: 'hip thrust barb', lift: 'hip-thrust' },
  { typed: 'squat', lift: 'squat' },
  { typed: 'bench press', lift: 'bench-press' },
] as const;
const NAMES = [
  ...['Anna', 'Ben', 'Chloe', 'Dora', 'Emil', 'Fatima'],
  ...['Gus', 'Hana', 'Iris', 'Jonas', 'Kim', 'Lukas'],
];

const liftOfPlace = (place: number) => LIFTS[place % LIFTS.length] ?? LIFTS[0];
/** Every other athlete counts in pounds, in a station of kilograms. */
const loadOfPlace = (place: number) => {
  const pounds = 135 + 5 * place;
  return place % 2 === 1
    ? { typed: `${pounds}lb`, load_kg: loadToKg('lb', pounds), load_unit: 'lb' }
    : { typed: String(60 + place), load_kg: 60 + place, load_unit: 'kg' };
};
const lifted = LIFTS.map(({ lift }) =>
  [...recordingToCsv(simulatedSet({ seed: 4, lift, reps: REPS }).recording)].join(''),
);
const csvOfPlace = (place: number): string => lifted[place % lifted.length] ?? '';

withChromium('an evening of a group', () => {
  let station: StationPage;
  let pressed = 0;
  const press = (key: string): Promise<void> => {
    pressed++;
    return station.page.keyboard.press(key);
  };
  const type = (text: string): Promise<void> => {
    pressed += text.length;
    return station.page.keyboard.type(text);
  };
  const dialog = () => station.page.getByRole('dialog');
  const gone = () => dialog().waitFor({ state: 'detached' });
  const state = () => station.ask('station:state', {});
  const order = async () => (await state()).tonight.map((entry) => entry.athlete.name);
  const atStation = (name: string) =>
    station.page.getByRole('button', { name: new RegExp(`^${name}`), pressed: true }).waitFor();

  beforeAll(async () => {
    station = await openStationPage({ init: [countPointers] });
  });
  afterAll(() => station?.close());

  test('twelve names become tonight’s group, and its order is changed', async () => {
    await press('q');
    await dialog().waitFor();
    for (const [place, name] of NAMES.entries()) {
      await type(name);
      await dialog()
        .getByRole('option', { name: words.picker.create(name) })
        .waitFor();
      await press('Enter');
      await dialog()
        .getByText(words.tonight.turn(place + 1, name))
        .waitFor();
    }
    await soon(order).toEqual(NAMES);
    expect(await axeFindings(station.page)).toEqual([]);
    await press('Tab');
    await press('Enter');
    await dialog()
      .getByRole('button', { name: words.tonight.bring('Anna') })
      .waitFor();
    await press('Alt+ArrowDown');
    await press('Alt+ArrowDown');
    await dialog()
      .getByText(words.reorder.placed('Anna', 3, NAMES.length))
      .waitFor();
    await soon(order).toEqual(['Ben', 'Chloe', 'Anna', ...NAMES.slice(3)]);
    await press('Alt+ArrowUp');
    await press('Alt+ArrowUp');
    await soon(order).toEqual(NAMES);
    expect(await axeFindings(station.page)).toEqual([]);
    await shoot(station.page, 'tonight');
    await press('Escape');
    await gone();
  });

  test('36 sets of three lifts, in kilograms and pounds, without a mouse', async () => {
    const began_ms = Date.now();
    const { page } = station;
    for (let round = 0; round < ROUNDS; round++) {
      for (const [place, name] of NAMES.entries()) {
        await press('n');
        await atStation(name);
        if (round === 0) {
          const { typed } = liftOfPlace(place);
          await press('l');
          await dialog().waitFor();
          await type(typed);
          await press('Enter');
          await gone();
          await press('w');
          await dialog().waitFor();
          await type(loadOfPlace(place).typed);
          await press('Enter');
          await gone();
          const { load_kg } = loadOfPlace(place);
          await soon(async () => (await state()).setup.load_kg).toBeCloseTo(load_kg, 6);
        }
        await station.ask('pair:replay', { csv: csvOfPlace(place), speed: SPEED });
        await station.finishedSet();
      }
    }
    // whoever lifted rests, on the screen, and who is next stands beside it
    const group = page.getByRole('list', { name: words.tonight.group });
    await group.getByRole('button', { name: /^Lukas.*rest/ }).waitFor();
    await group.getByRole('button', { name: /^Anna.*next/ }).waitFor();
    const took_s = ((Date.now() - began_ms) / 1000).toFixed(0);
    console.log(`an evening: 12 athletes, 3 lifts, 36 sets, ${pressed} keys, ${took_s} s`);

    const rows = await station.ask('sets:list', { limit: 100 });
    expect(rows).toHaveLength(ROUNDS * NAMES.length);
    const athletes = await station.ask('athletes:list', {});
    for (const [place, name] of NAMES.entries()) {
      const athlete = athletes.find((each) => each.name === name);
      const own = rows.filter((row) => row.athlete_id === athlete?.id);
      const { load_kg, load_unit } = loadOfPlace(place);
      expect(own, name).toHaveLength(ROUNDS);
      for (const row of own) {
        expect(row).toMatchObject({ lift: liftOfPlace(place).lift, load_unit });
        expect(row.load_kg).toBeCloseTo(load_kg, 6);
        expect(row.summary.reps).toBe(REPS);
      }
    }
    expect(await page.evaluate(() => window.pointed)).toBe(0);
    expect(station.problems).toEqual([]);
  });
});
