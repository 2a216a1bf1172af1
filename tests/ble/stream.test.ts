import { describe, expect, test } from 'vitest';
import { counterFeed } from '../virtual-air/feeds.ts';
import { createWitMotion } from '../virtual-air/witmotion.ts';
import { ENGINES, idOf, listenTo, openRig, until } from './harness.ts';

describe.concurrent.each(ENGINES)('with @%s/noble', (engine) => {
  test('finds a sensor, sets it up and streams every sample', async ({ onTestFinished }) => {
    const rig = await openRig(engine, onTestFinished);
    const sensor = createWitMotion({ feed: counterFeed });
    rig.air.air.add(sensor);
    const { bluetooth } = rig;
    bluetooth.startScan();
    await until('the sensor is in range', () => bluetooth.devices().some((each) => each.in_range));
    const source = bluetooth.connect(idOf(sensor.address), { rate_hz: 200 });
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 600);
    const counters = heard.counters();
    const first = counters[0] ?? 0;
    expect(counters).toEqual(counters.map((_, at) => first + at));
    await source.stop();
    expect(heard.events.map((each) => each.kind)).toEqual(['started', 'battery', 'ended']);
  });
});
