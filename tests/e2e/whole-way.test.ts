import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFork } from '../../main/ble/index.ts';
import { type Host, startHost } from '../../main/host.ts';
import type { Replies } from '../../src/contract/replies.ts';
import type { Argument, Channel } from '../../src/contract/requests.ts';
import type { Result } from '../../src/contract/result.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { seededRandom } from '../virtual-air/air.ts';
import { type Feed, motionFeed, notificationFeed } from '../virtual-air/feeds.ts';
import type { RadioLink } from '../virtual-air/radio-link.ts';
import { type AirServer, openAir } from '../virtual-air/server.ts';
import { createWitMotion, type WitMotionPeripheral } from '../virtual-air/witmotion.ts';
import { launchChromium, openPage, shoot, type WatchedPage, withChromium } from './browser.ts';

// The way of a sample, whole: `55 61` notifications from a virtual sensor through the real noble in its
// helper process, driver, core, station, SQLite and host to a real Chromium page.

const RATE_HZ = 100;
const REPS = 5;
const set = simulatedSet({ seed: 11, reps: REPS, rom_m: 0.33, mcv_mps: 0.6, hold_s: 1.2, bottom_s: 0.5 });

/** A second at either end of the recording during which its bar lies still. */
const STILL_SAMPLES = RATE_HZ;

/** While a link is lost the bar moves on by this much, however long this computer takes to make it anew. */
const LOST_SAMPLES = RATE_HZ;

/** Lies as at the motion's beginning until told to go, moves on while nobody listens, lies as at its end. */
function feedOnCue(recording: Recording, linkNow: () => RadioLink | null): Feed & { go(): void } {
  const motion = motionFeed(recording);
  const last = recording.t_s.length;
  let going = false;
  let link: RadioLink | null = null;
  let next = 0;
  const feed = (sample: number): readonly number[] => {
    if (!going) return motion(sample % STILL_SAMPLES);
    if (linkNow() !== link) next += LOST_SAMPLES;
    link = linkNow();
    const at = next++;
    return motion(at < last ? at : last - 1 - (at % STILL_SAMPLES));
  };
  return Object.assign(feed, {
    go() {
      going = true;
      next = 0;
      link = linkNow();
    },
  });
}

const random = seededRandom(5);
const bursts = (): number => 4 + Math.floor(random() * 13);

withChromium('from a notification to the screen', () => {
  let air: AirServer;
  let host: Host;
  let browser: Browser;
  let watched: WatchedPage;
  let folder: string;

  const open = async (): Promise<void> => {
    const started = await startHost({
      data_folder: folder,
      fork: nodeFork({
        file: new URL('../../main/ble/helper/helper.ts', import.meta.url).pathname,
        env: { ...process.env, ...air.env },
      }),
    });
    if (!started.ok) throw new Error(started.error.message);
    host = started.value;
  };
  const ask = <C extends Channel>(channel: C, argument: Argument<C>): Promise<Replies[C]> =>
    watched.page.evaluate(
      async ([name, body]) => {
        const reply = await fetch(`/bridge/request/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const result = (await reply.json()) as Result<never>;
        if (!result.ok) throw new Error(result.error.message);
        return result.value;
      },
      [channel, argument] as const,
    );

  /** Finds the sensor by its card and lets it feed the station. */
  const pair = async (name: string): Promise<void> => {
    await ask('pair:scan', { on: true });
    await expect
      .poll(async () => (await ask('pair:state', {})).found.find((sensor) => sensor.name === name)?.id)
      .toBeTruthy();
    const id = (await ask('pair:state', {})).found.find((sensor) => sensor.name === name)?.id as string;
    await ask('pair:connect', { id });
    await expect.poll(async () => (await ask('station:state', {})).source?.phase).toBe('streaming');
  };
  /** Reps on the strip whose lowering was seen: those that are no longer in progress. */
  const repsShown = (): Promise<number> =>
    watched.page.getByRole('button', { name: /^Rep \d+: .*lowered in/ }).count();

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'lockout-way-'));
    air = await openAir();
    await open();
    browser = await launchChromium();
    watched = await openPage(browser, host.entrance());
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    await air?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a recording of a real sensor's notifications streams at its rate and is no rep", async () => {
    const real = new URL('../fixtures/wt901-100hz.jsonl', import.meta.url).pathname;
    const sensor = createWitMotion({ name: 'WT901BLE67', feed: notificationFeed(real) });
    air.air.add(sensor);
    await pair('WT901BLE67');
    await expect
      .poll(async () => (await ask('station:state', {})).source?.rate_hz ?? 0)
      .toBeGreaterThan(RATE_HZ * 0.95);
    const { source } = await ask('station:state', {});
    expect(source?.family).toBe('witmotion');
    expect(source?.lost_samples).toBe(0);
    await ask('pair:disconnect', { id: source?.id ?? '' });
    air.air.remove(sensor);
  });

  test('five hip thrusts are five reps on the page and in the database', async () => {
    const feed = feedOnCue(set.recording, () => sensor.link);
    const sensor: WitMotionPeripheral = createWitMotion({
      name: 'WT901BLE68',
      address: 'c0:00:00:00:00:02',
      feed,
      burst: bursts,
    });
    air.air.add(sensor);
    await pair('WT901BLE68');
    await ask('station:load', { load_kg: 100 });
    // a computer that is busy for long loses a link, or stamps what comes too late: then the bar is lifted once more
    for (let tries = 3; tries > 0; tries--) {
      feed.go();
      await expect
        .poll(async () => (await ask('station:state', {})).set?.status, { interval: 250 })
        .toBe('finished');
      const { set: lifted } = await ask('station:state', {});
      const seen = lifted?.reps.filter(({ rep }) => rep.mcv_mps !== null).length;
      if (lifted?.interrupted === false && seen === REPS && lifted.reps.length === REPS) break;
      await ask('station:next', {});
    }
    await expect.poll(repsShown, { interval: 250 }).toBe(REPS);
    await shoot(watched.page, 'whole-way-set');
    const rows = await ask('sets:list', { limit: 10 });
    expect(rows[0]).toMatchObject({ load_kg: 100, lift: 'hip-thrust', simulated: false, interrupted: false });
    const detail = await ask('sets:get', { id: rows[0]?.id ?? 0 });
    expect(detail.reps).toHaveLength(REPS);
    for (const [at, { rep }] of detail.reps.entries()) {
      const truth = set.truth.reps[at];
      expect(rep.mcv_mps, `mean velocity of rep ${at + 1}`).toBeCloseTo(truth?.mcv_mps ?? 0, 1);
      expect(rep.rom_m, `range of rep ${at + 1}`).toBeCloseTo(truth?.rom_m ?? 0, 1);
      expect(rep.verdict.hold).toBe('met');
    }
    await ask('pair:disconnect', { id: 'c00000000002' });
    air.air.remove(sensor);
  });

  test('a link lost in the middle of a set comes back, and the set goes on with its reps kept', async () => {
    const feed = feedOnCue(set.recording, () => sensor.link);
    const sensor: WitMotionPeripheral = createWitMotion({
      name: 'WT901BLE69',
      address: 'c0:00:00:00:00:03',
      feed,
      burst: bursts,
    });
    air.air.add(sensor);
    await pair('WT901BLE69');
    await ask('station:next', {});
    const before = await ask('sets:list', { limit: 10 });
    feed.go();
    await expect.poll(repsShown, { interval: 100 }).toBeGreaterThanOrEqual(2);
    sensor.link?.lose();
    await expect.poll(async () => (await ask('station:state', {})).source?.phase).not.toBe('streaming');
    await shoot(watched.page, 'whole-way-lost-link');
    await expect.poll(async () => (await ask('station:state', {})).source?.phase).toBe('streaming');
    await expect
      .poll(async () => (await ask('station:state', {})).set?.status, { interval: 250 })
      .toBe('finished');
    const { set: kept } = await ask('station:state', {});
    expect(kept?.interrupted).toBe(true);
    // The rep during which nothing was measured cannot be told; every other one must be there, once.
    expect(kept?.reps.length).toBeGreaterThanOrEqual(REPS - 1);
    expect(kept?.reps.length).toBeLessThanOrEqual(REPS);
    expect(await ask('sets:list', { limit: 10 })).toHaveLength(before.length + 1);
  });

  test('after a restart the sets are still there', async () => {
    await watched.page.close();
    await host.close();
    await open();
    watched = await openPage(browser, host.entrance());
    const rows = await ask('sets:list', { limit: 10 });
    expect(rows.slice(0, 2).map((row) => row.interrupted)).toEqual([true, false]);
    expect(rows.slice(0, 2).every((row) => row.summary.reps >= REPS - 1)).toBe(true);
  });

  test('nothing went wrong on the page meanwhile', () => {
    expect(watched.problems).toEqual([]);
  });
});
