import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { openStation } from '../../main/compose.ts';
import { createHost } from '../../main/host.ts';
import { pageFolder } from '../../main/root.ts';
import { buildIfStale } from '../../main/shell/build.ts';
import { systemClock } from '../../main/station/clock.ts';
import { createPacedSource } from '../../main/station/pace.ts';
import type { SampleBatch } from '../../src/recording/samples.ts';
import type { SampleSource } from '../../src/recording/source.ts';
import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { createSimulatedMotion } from '../../src/recording/synthetic/stream.ts';
import { chromiumPath } from '../programs.ts';
import { type Watched, watchPaint } from './paint-watch.ts';
import { RATE_HZ } from './stream.ts';

/**
 * The live screen during a set, from the sample's arrival in main to the picture it is seen in, through the
 * real station, host and Chromium. Chromium draws in software here: a machine with a graphics card is faster.
 */
const SIZES = [
  [1280, 720],
  [3840, 2160],
] as const;
const WARM_UP_MS = 4_000;
const MEASURE_MS = 15_000;
/** An animation frame that took this long was not one of sixty in a second, ms. */
const LATE_FRAME_MS = 25;
/** What a lifter may wait for the picture of a movement, ms (p99). */
const WANTED_MS = 50;

export default async function bench() {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Chromium is not installed: install the package chromium');
  if (!buildIfStale(path.resolve(import.meta.dirname, '../..'))) throw new Error('The page was not built');
  const rows = [];
  for (const [width, height] of SIZES) rows.push(await measure(executablePath, width, height));
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
  width: number,
  height: number,
): Promise<Record<string, string | number>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockout-paint-'));
  const opened = openStation({ data_folder: folder, reconnect: false });
  if (!opened.ok) throw new Error(opened.error.message);
  const open = opened.value;
  const host = await createHost({ ...open, page_folder: pageFolder() });
  if (!host.ok) throw new Error(host.error.message);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.addInitScript(watchPaint);
    await page.goto(host.value.address);
    await page.getByRole('heading', { name: 'Station', exact: true }).waitFor();
    const arrivals: Arrival[] = [];
    const facts = {
      id: 'bench',
      family: 'simulated',
      family_title: 'Simulated sensor',
      speed: 1,
      simulated: true,
      stored_set_id: null,
      link: null,
    };
    open.station.sources.add(facts, sensorAt200Hz(arrivals), true);
    await page.getByRole('button', { name: /^Rep 1: / }).waitFor();
    await page.waitForTimeout(WARM_UP_MS);
    await page.evaluate(() => {
      for (const list of Object.values(window.watched)) list.length = 0;
    });
    await page.waitForTimeout(MEASURE_MS);
    const watched = await page.evaluate(() => window.watched);
    return row(`${width} x ${height}`, watched, arrivals);
  } finally {
    await browser.close();
    await host.value.close();
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(
  size: string,
  { intervals_ms, carried_ms, shown }: Watched,
  arrivals: readonly Arrival[],
): Record<string, string | number> {
  const total_ms = intervals_ms.reduce((sum, each) => sum + each, 0);
  const late = intervals_ms.filter((each) => each > LATE_FRAME_MS).length;
  const arrivalOf = (t_s: number): Arrival | undefined => arrivals.find(({ last_s }) => last_s >= t_s - 1e-4);
  const waits = shown.flatMap(({ t_s, drawn_epoch_ms, shown_epoch_ms }) => {
    const arrival = arrivalOf(t_s);
    if (!arrival) return [];
    return [
      { drawn_ms: drawn_epoch_ms - arrival.at_epoch_ms, shown_ms: shown_epoch_ms - arrival.at_epoch_ms },
    ];
  });
  const drawn_ms = waits.map((wait) => wait.drawn_ms);
  const waited_ms = waits.map((wait) => wait.shown_ms);
  return {
    size,
    'frames/s': round((intervals_ms.length / total_ms) * 1000),
    'late frames %': round((late / intervals_ms.length) * 100),
    'main to page p50 / p99 ms': `${at(carried_ms, 0.5)} / ${at(carried_ms, 0.99)}`,
    'sample to drawn p50 / p99 ms': `${at(drawn_ms, 0.5)} / ${at(drawn_ms, 0.99)}`,
    'sample to picture p50 ms': at(waited_ms, 0.5),
    'p99 ms': at(waited_ms, 0.99),
    'max ms': at(waited_ms, 1),
    pictures: waited_ms.length,
    // whoever else computes here takes frames away: a number made under load says little
    'load per core': round((loadavg()[0] ?? Number.NaN) / availableParallelism()),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}
