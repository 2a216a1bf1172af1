import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { openStation } from '../../main/compose.ts';
import { createHost } from '../../main/host.ts';
import { pageFolder } from '../../main/root.ts';
import { buildIfStale } from '../../main/start/build.ts';
import { systemClock } from '../../main/station/clock.ts';
import { createPacedSource } from '../../main/station/sources/pace.ts';
import type { SampleBatch } from '../../src/recording/samples.ts';
import type { SampleSource } from '../../src/recording/source.ts';
import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { createSimulatedMotion } from '../../src/recording/synthetic/stream.ts';
import { chromiumPath } from '../programs.ts';
import { type Watched, watchPaint } from './paint-watch.ts';
import { RATE_HZ } from './stream.ts';

/**
 * The live screen during a set, from a notification's arrival in main to the first picture that shows all of it,
 * through the real station, host and Chromium. Chromium draws in software here: a machine with a graphics card is faster.
 */
const SIZES = [
  [1280, 720],
  [3840, 2160],
] as const;
const WARM_UP_MS = 4_000;
const MEASURE_MS = 15_000;
/** A picture that came this long after the one before was not one of sixty in a second, ms. */
const LATE_FRAME_MS = 25;
/** The frames' times have four digits, s. */
const ROUNDING_S = 1e-4;
/**
 * Chromium rounds up to the next 4 ms what it tells a page about its pictures, unless the page is isolated: then the times
 * are those of the browser's own trace, to 0.2 ms (both compared over 30 pictures).
 */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
/**
 * The same samples in a page that does next to nothing: a dot that moves. What sample to drawn is above it is ours; its
 * pictures may be seen later than ours, because it never catches up (renderer/state/every-picture.ts).
 */
const FLOOR_PAGE = {
  contentType: 'text/html',
  body: `<!doctype html><title>Floor</title><body><canvas width="16" height="16"></canvas><script>
    new EventSource('/bridge/events');
    const context = document.querySelector('canvas').getContext('2d');
    let x = 0;
    requestAnimationFrame(function draw() {
      requestAnimationFrame(draw);
      context.clearRect(0, 0, 16, 16);
      context.fillRect(x++ % 16, 4, 4, 4);
    });
  </script>`,
};
/** What a lifter may wait for the picture of a movement, ms (p99). */
const WANTED_MS = 50;

export default async function bench() {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Chromium is not installed: install the package chromium');
  if (!buildIfStale(path.resolve(import.meta.dirname, '../..'))) throw new Error('The page was not built');
  const rows = [];
  for (const size of SIZES)
    for (const floor of [false, true]) rows.push(await measure(executablePath, size, floor));
  return {
    title: `Live screen, ${RATE_HZ} Hz trace, software rendering (wanted: 60 frames/s, p99 <= ${WANTED_MS} ms)`,
    rows,
  };
}

interface Arrival {
  readonly last_s: number;
  readonly at_epoch_ms: number;
}

/** Two sets at 200 Hz, two samples to a notification, and when each came. */
function sensorAt200Hz(arrivals: Arrival[]): SampleSource {
  const motion = createSimulatedMotion(1, {
    reps: 20,
    first_rest_s: 2,
    sensor: { ...UNCALIBRATED_SENSOR, rate_hz: RATE_HZ, bandwidth_hz: 80 },
    delivery: { ...DEVICE_CLOCK, frames: 2, interval_s: 0.0075 },
  });
  const facts = { kind: 'simulated', name: 'Simulated sensor', sensor: motion.sensor } as const;
  const paced = createPacedSource(systemClock, facts, 1, () => {
    const { at_s, batch } = motion.next();
    return { due_s: at_s, batch };
  });
  let origin_s: number | null = null;
  return {
    ...paced,
    start: (sink) =>
      paced.start({
        samples(batch: SampleBatch) {
          origin_s ??= batch.t_s[0] ?? 0;
          const last_s = (batch.t_s[batch.count - 1] ?? 0) - origin_s;
          arrivals.push({ last_s, at_epoch_ms: performance.timeOrigin + performance.now() });
          sink.samples(batch);
        },
        event: sink.event,
      }),
  };
}

async function measure(
  executablePath: string,
  [width, height]: readonly [number, number],
  floor: boolean,
): Promise<Record<string, string | number>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockout-paint-'));
  const opened = openStation({ data_folder: folder, reconnect: false });
  if (!opened.ok) throw new Error(opened.error.message);
  const open = opened.value;
  const host = await createHost({ ...open, page_folder: pageFolder() });
  if (!host.ok) throw new Error(host.error.message);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.addInitScript(watchPaint);
    await page.route(host.value.address, async (route) => {
      if (floor) return route.fulfill({ ...FLOOR_PAGE, headers: ISOLATED });
      const response = await route.fetch();
      return route.fulfill({ response, headers: { ...response.headers(), ...ISOLATED } });
    });
    await page.goto(host.value.entrance());
    await page.goto(host.value.address);
    if (!floor) await page.getByRole('heading', { name: 'Station', exact: true }).waitFor();
    const arrivals: Arrival[] = [];
    const facts = {
      id: 'bench',
      family: 'simulated',
      family_title: 'Simulated sensor',
      speed: 1,
      simulated: true,
      stores: true,
      link: null,
    };
    const lifting = new Promise<void>((resolve) => {
      open.subscribe((event) => {
        if (event.kind === 'state' && event.state.set?.reps.length) resolve();
      });
    });
    open.station.sources.add(facts, sensorAt200Hz(arrivals), true);
    await lifting;
    await page.waitForTimeout(WARM_UP_MS);
    await page.evaluate(() => {
      for (const list of Object.values(window.watched)) list.length = 0;
    });
    await page.waitForTimeout(MEASURE_MS);
    if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('The page is not isolated');
    const watched = await page.evaluate(() => window.watched);
    return row(`${width} x ${height}${floor ? ', empty page' : ''}`, watched, arrivals);
  } finally {
    await browser.close();
    await host.value.close();
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(
  size: string,
  { intervals_ms, carried_ms, pictures }: Watched,
  arrivals: readonly Arrival[],
): Record<string, string | number> {
  const total_ms = intervals_ms.reduce((sum, each) => sum + each, 0);
  const late = intervals_ms.filter((each) => each > LATE_FRAME_MS).length;
  const waits = pictures.flatMap(({ after_s, to_s, drawn_epoch_ms, shown_epoch_ms }) =>
    arrivals
      .filter(({ last_s }) => last_s > after_s + ROUNDING_S && last_s <= to_s + ROUNDING_S)
      .map(({ at_epoch_ms }) => ({
        drawn_ms: drawn_epoch_ms - at_epoch_ms,
        shown_ms: shown_epoch_ms - at_epoch_ms,
      })),
  );
  const drawn_ms = waits.map((wait) => wait.drawn_ms);
  const waited_ms = waits.map((wait) => wait.shown_ms);
  const presented_ms = pictures.map((picture) => picture.shown_epoch_ms - picture.drawn_epoch_ms);
  return {
    size,
    'frames/s': round((intervals_ms.length / total_ms) * 1000),
    'late frames %': round((late / intervals_ms.length) * 100),
    'main to page p50 / p99 ms': `${at(carried_ms, 0.5)} / ${at(carried_ms, 0.99)}`,
    'sample to drawn p50 / p99': `${at(drawn_ms, 0.5)} / ${at(drawn_ms, 0.99)}`,
    'drawn to picture p50 / p99': `${at(presented_ms, 0.5)} / ${at(presented_ms, 0.99)}`,
    'sample to picture p50 ms': at(waited_ms, 0.5),
    'p99 ms': at(waited_ms, 0.99),
    'max ms': at(waited_ms, 1),
    notifications: waited_ms.length,
    // whoever else computes here takes frames away: a number made under load says little
    'load per core': round((loadavg()[0] ?? Number.NaN) / availableParallelism()),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}
