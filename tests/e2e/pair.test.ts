import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFork } from '../../main/ble/index.ts';
import type { SourceState } from '../../src/contract/source.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { words } from '../../src/words/index.ts';
import { seededRandom } from '../virtual-air/air.ts';
import { type Feed, stillFeed } from '../virtual-air/feeds.ts';
import { type AirServer, openAir } from '../virtual-air/server.ts';
import { createWitMotion } from '../virtual-air/witmotion.ts';
import { withChromium } from './browser.ts';
import { expectGoodLooks } from './looks.ts';
import { openStationPage, type StationPage } from './station-page.ts';

/** One g of a WitMotion at 16 g full scale, counts. */
const G = 2048;
const SIDES = [
  [0, 0, G],
  [0, 0, -G],
  [0, G, 0],
  [0, -G, 0],
  [G, 0, 0],
  [-G, 0, 0],
] as const;

/** Samples a hand takes to lay a sensor on another side, at 100 Hz. */
const TURNING = 80;

/** A sensor lying on one of its sides, turned by the test as a hand would: it moves, then lies still. */
function turnableFeed(): Feed & { turnTo(side: number): void } {
  const random = seededRandom(3);
  const noise = (size: number): number => Math.round((random() - 0.5) * size);
  let side = 0;
  let newest = 0;
  let still_from = 0;
  const feed: Feed = (sample) => {
    newest = sample;
    const size = sample < still_from ? G : 4;
    const gravity = SIDES[side] ?? [0, 0, G];
    return [...gravity.map((axis) => axis + noise(size)), noise(size), noise(size), noise(size), 0, 0, 0];
  };
  return Object.assign(feed, {
    turnTo(next: number) {
      side = next;
      still_from = newest + TURNING;
    },
  });
}

withChromium('sensors', () => {
  let air: AirServer;
  let station: StationPage;
  const hand = turnableFeed();
  const state = () => station.ask('station:state', {});
  const source = async (name: string): Promise<SourceState | undefined> =>
    (await state()).sources.find((each) => each.name === name);
  /** A sensor's card: the panel of a connected one is named otherwise. */
  const card = (name: string) => station.page.getByRole('region', { name, exact: true });
  const press = async (name: string, button: string): Promise<void> => {
    await card(name).getByRole('button', { name: button }).focus();
    await station.page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    air = await openAir();
    air.adapter.unplug();
    station = await openStationPage({
      fork: nodeFork({
        file: new URL('../../main/ble/helper/helper.ts', import.meta.url).pathname,
        env: { ...process.env, ...air.env },
      }),
    });
    await station.page.keyboard.press('5');
    await station.page.getByRole('heading', { name: 'Sensors', exact: true }).waitFor();
  });
  afterAll(async () => {
    await station?.close();
    await air?.close();
  });

  test('without an adapter it says what is missing and what to do', async () => {
    const { page } = station;
    // which of the two it is depends on the rest of the computer
    await expect
      .poll(async () => (await station.ask('pair:state', {})).adapter.status)
      .toMatch(/^(missing|unsupported)$/);
    const { adapter } = await station.ask('pair:state', {});
    const problem = await page.getByRole('region', { name: words.pair.adapter[adapter.status] }).innerText();
    expect(problem).toContain(adapter.message);
    expect(adapter.way_out.length).toBeGreaterThan(0);
    for (const way of adapter.way_out) expect(problem).toContain(way);
    const look = { hash: '/pair', waitFor: 'text=Simulated sensor', name: 'pair-missing' };
    await expectGoodLooks(station, look);
  });

  test('the simulated sensor starts by keyboard, labelled, with its axes moving', async () => {
    const { page } = station;
    await page.getByRole('textbox', { name: 'Reps per set' }).fill('3');
    await page.getByRole('button', { name: 'Start the simulated sensor' }).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'Connected' });
    await panel.waitFor();
    expect(await panel.getByText('Simulated', { exact: true }).isVisible()).toBe(true);
    await expect.poll(async () => (await state()).source?.rate_hz ?? 0).toBeGreaterThan(90);
    const painted = (): Promise<number> =>
      page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
        return image?.data.reduce((sum, value) => sum + value, 0) ?? 0;
      });
    const before = await painted();
    await expect.poll(painted).not.toBe(before);
    await expectGoodLooks(station, { hash: '/pair', waitFor: 'canvas', name: 'pair-simulated' });
    await panel.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(async () => (await state()).sources).toEqual([]);
  });

  test('a CSV recording is replayed, labelled', async () => {
    const { page } = station;
    const file = path.join(station.folder, 'thrusts.csv');
    const { recording } = simulatedSet({ seed: 4, reps: 3 });
    writeFileSync(file, [...recordingToCsv(recording)].join(''));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('thrusts.csv').waitFor();
    const form = page.getByRole('region', { name: 'Replay a recording' });
    await form.getByRole('combobox', { name: 'Speed' }).selectOption({ label: '10 times as fast' });
    await form.getByRole('button', { name: 'Replay', exact: true }).click();
    await expect.poll(async () => (await state()).source?.kind).toBe('replay');
    const panel = page.getByRole('region', { name: 'Connected' });
    expect(await panel.getByText('Replay', { exact: true }).isVisible()).toBe(true);
    await expect.poll(async () => (await state()).source?.phase).toBe('ended');
    await panel.getByRole('button', { name: 'Stop' }).click();
    // stopped at once: the set is still looked at as a whole, and kept all the same
    await expect.poll(async () => (await station.ask('sets:list', { limit: 5 }))[0]?.summary.reps).toBe(3);
  });

  test('an adapter put in is noticed; a sensor is found, connected and named by keyboard', async () => {
    const { page } = station;
    air.adapter.replug();
    await page.getByText('Bluetooth is ready').waitFor();
    air.air.add(createWitMotion({ name: 'WT901BLE67', feed: hand, address: 'c0:00:00:00:00:01' }));
    await card('WT901BLE67').waitFor();
    expect(await card('WT901BLE67').innerText()).toMatch(/WitMotion[\s\S]*new[\s\S]*dBm/);
    await press('WT901BLE67', 'Connect');
    await expect.poll(async () => (await source('WT901BLE67'))?.phase).toBe('streaming');
    await expect.poll(async () => (await source('WT901BLE67'))?.rate_hz ?? 0).toBeGreaterThan(90);
    expect(await card('WT901BLE67').innerText()).toContain('known');
    await press('WT901BLE67', 'Rename');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Rack 2');
    await page.keyboard.press('Enter');
    await card('Rack 2').waitFor();
    await page.getByRole('heading', { name: 'Rack 2', level: 2 }).waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: 'Connected' }).innerText())
      .toMatch(/Battery\s+\d+ %/);
  });

  test('of two, which one feeds the station is seen, and one key changes it', async () => {
    const { page } = station;
    air.air.add(createWitMotion({ name: 'WT901BLE68', feed: stillFeed(), address: 'c0:00:00:00:00:02' }));
    await card('WT901BLE68').waitFor();
    await press('WT901BLE68', 'Connect');
    await expect.poll(async () => (await source('WT901BLE68'))?.phase).toBe('streaming');
    expect((await source('Rack 2'))?.feeding).toBe(true);
    await page.getByRole('button', { name: new RegExp(`^Rack 2\\s*${words.pair.feeds}`) }).waitFor();
    await page.keyboard.press('r');
    await page.getByRole('button', { name: new RegExp(`^WT901BLE68\\s*${words.pair.feeds}`) }).waitFor();
    expect((await state()).source?.name).toBe('WT901BLE68');
    await page.keyboard.press('r');
    await expect.poll(async () => (await state()).source?.name).toBe('Rack 2');
    await expectGoodLooks(station, { hash: '/pair', waitFor: 'canvas', name: 'pair-two-sensors' });
  });

  test('the six positions lead to a calibration with its residual', async () => {
    const { page } = station;
    const part = page.getByRole('region', { name: 'Sensor calibration' });
    await part.getByRole('button', { name: 'Six positions' }).focus();
    await page.keyboard.press('Enter');
    for (const [side] of SIDES.entries()) {
      await part.getByText(`Side ${side + 1} of 6`).waitFor();
      hand.turnTo(side);
    }
    await part.getByText(/^Calibrated, .* mg error left/).waitFor();
    expect((await source('Rack 2'))?.calibration).toMatchObject({ status: 'calibrated' });
    hand.turnTo(0);
    await part.getByRole('button', { name: 'Hold still for 10 s' }).click();
    await part.getByRole('button', { name: 'Cancel' }).click();
    await part.getByText(/^Calibrated/).waitFor();
  });

  test('a sensor is let go, and forgotten only when confirmed', async () => {
    const { page } = station;
    await press('WT901BLE68', 'Disconnect');
    await expect.poll(() => source('WT901BLE68')).toBeUndefined();
    await press('Rack 2', 'Forget');
    await page.getByRole('dialog', { name: 'Forget Rack 2?' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await source('Rack 2')).toBeDefined();
    await press('Rack 2', 'Forget');
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await expect.poll(async () => (await state()).sources).toEqual([]);
    await card('WT901BLE67').waitFor();
    expect(await card('WT901BLE67').innerText()).toContain('new');
    expect(station.problems).toEqual([]);
  });
});
