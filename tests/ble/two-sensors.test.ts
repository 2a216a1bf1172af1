import { describe, expect, test } from 'vitest';
import type { EngineName } from '../../main/ble/index.ts';
import { type AirOptions, seededRandom } from '../virtual-air/air.ts';
import { counterFeed } from '../virtual-air/feeds.ts';
import { createWitMotion } from '../virtual-air/witmotion.ts';
import { ENGINES, idOf, listenTo, type OnTestFinished, openRig, until } from './harness.ts';

const RATE_HZ = 200;
const SECONDS = 60;
/** Frames that arrive at once: 4 to 16 in recordings of a WitMotion sensor on Android. */
const BURST = { least: 4, most: 16 };

/** Two sensors at 200 Hz in bursts: every sample of both arrives, once and in order. */
async function expectTwoSensors(
  engine: EngineName,
  seconds: number,
  onTestFinished: OnTestFinished,
  air: Partial<AirOptions> = {},
): Promise<void> {
  const rig = await openRig(engine, onTestFinished, { air });
  const sensors = [1, 2].map((number) => {
    const random = seededRandom(number);
    const sensor = createWitMotion({
      feed: counterFeed,
      address: `c0:00:00:00:00:0${number}`,
      name: `WT901BLE6${number}`,
      burst: () => BURST.least + Math.floor(random() * (BURST.most - BURST.least + 1)),
    });
    rig.air.air.add(sensor);
    return sensor;
  });
  const sources = sensors.map((sensor) =>
    rig.bluetooth.connect(idOf(sensor.address), { family: 'witmotion', rate_hz: RATE_HZ }),
  );
  const heard = sources.map(listenTo);
  await until('both stream', () => sources.every((source) => source.link().phase === 'streaming'));
  await until('both have sent enough', () => heard.every((each) => each.samples() > RATE_HZ * seconds));
  for (const source of sources) {
    expect(source.link().statistics).toMatchObject({ losses: 0, malformed: 0 });
    expect(source.link().phase).toBe('streaming');
  }
  await Promise.all(sources.map((source) => source.stop()));
  for (const each of heard) {
    const counters = each.counters();
    const first = counters[0] ?? 0;
    expect(counters).toEqual(counters.map((_, at) => first + at));
    expect(each.events.filter((event) => event.kind === 'lost')).toEqual([]);
  }
}

describe.concurrent.each(ENGINES)('with @%s/noble', (engine) => {
  test(`two sensors at ${RATE_HZ} Hz lose nothing in ${SECONDS} s`, async ({ onTestFinished }) => {
    await expectTwoSensors(engine, SECONDS, onTestFinished);
  });

  test('nor through an old controller with fragments of 27 bytes', async ({ onTestFinished }) => {
    await expectTwoSensors(engine, 4, onTestFinished, { fragment: 27 });
  });
});
