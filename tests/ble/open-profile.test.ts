import { describe, expect, test } from 'vitest';
import { createOpenSensor } from '../virtual-air/open-sensor.ts';
import { ENGINES, idOf, listenTo, openRig, sleep, until } from './harness.ts';

const FAMILY = 'open-profile';

describe.concurrent.each(ENGINES)('a sensor with a clock and a counter, with @%s/noble', (engine) => {
  test('two per cent of lost notifications are counted to the sample', async ({ onTestFinished }) => {
    const rig = await openRig(engine, onTestFinished);
    const sensor = createOpenSensor();
    rig.air.air.add(sensor);
    const source = rig.bluetooth.connect(idOf(sensor.address), { family: FAMILY, rate_hz: 200 });
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 50);
    sensor.link?.drop(0.02);
    const enough = heard.samples() + 1_600;
    await until('it streamed for a while', () => heard.samples() > enough);
    sensor.link?.drop(0);
    const before = heard.samples();
    await until('it goes on', () => heard.samples() > before + 20);
    const { statistics } = source.link();
    const counters = heard.counters();
    const missing = (counters.at(-1) ?? 0) - (counters[0] ?? 0) + 1 - counters.length;
    expect(missing).toBeGreaterThan(0);
    expect(statistics.lost).toBe(missing);
    expect(statistics.loss_share).toBeGreaterThan(0.002);
    expect(statistics.loss_share).toBeLessThan(0.08);
    expect(statistics.losses).toBe(0);
  });

  test('its clock begins anew with a reconnect, and sample time goes forward with the day', async ({
    onTestFinished,
  }) => {
    const rig = await openRig(engine, onTestFinished);
    const sensor = createOpenSensor();
    rig.air.air.add(sensor);
    const source = rig.bluetooth.connect(idOf(sensor.address), { family: FAMILY, rate_hz: 100 });
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 200);
    sensor.link?.lose();
    await until('it streams again', () => heard.events.some((each) => each.kind === 'resumed'));
    await until('it goes on', () => heard.batches.length > 60);
    const times = heard.batches.flatMap((batch) => [...batch.t_s]);
    const steps = times.slice(1).map((t_s, at) => t_s - (times[at] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0);
    const gap_s = heard.events.find((each) => each.kind === 'resumed')?.gap_s ?? 0;
    expect(Math.abs(Math.max(...steps) - gap_s)).toBeLessThan(0.2);
  });

  test('shows itself, tells its battery, and is told to stop', async ({ onTestFinished }) => {
    const rig = await openRig(engine, onTestFinished);
    const sensor = createOpenSensor();
    rig.air.air.add(sensor);
    const source = rig.bluetooth.connect(idOf(sensor.address), { family: FAMILY });
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 10);
    expect(await rig.bluetooth.identify(source.id)).toEqual({ ok: true });
    expect(sensor.shown).toBe(1);
    await until('the battery is told', () => source.link().battery_percent === 64);
    await source.stop();
    const { taken } = sensor;
    await sleep(200);
    expect(sensor.taken).toBe(taken);
  });
});
