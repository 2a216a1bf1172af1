import { describe, expect, test } from 'vitest';
import type { EngineName } from '../../main/ble/index.ts';
import { counterFeed } from '../virtual-air/feeds.ts';
import { createWitMotion } from '../virtual-air/witmotion.ts';
import { ENGINES, idOf, listenTo, type OnTestFinished, openRig, RECOVERY_S, until } from './harness.ts';

const setUp = async (engine: EngineName, onTestFinished: OnTestFinished) => {
  const rig = await openRig(engine, onTestFinished);
  const sensor = createWitMotion({ feed: counterFeed });
  rig.air.air.add(sensor);
  const source = rig.bluetooth.connect(idOf(sensor.address), { rate_hz: 100, family: 'witmotion' });
  return { sensor, source, ...rig };
};

const consecutive = (counters: readonly number[]) =>
  counters.every((value, at) => at === 0 || value === (counters[at - 1] ?? 0) + 1);

describe.concurrent.each(ENGINES)('with @%s/noble', (engine) => {
  test('a sensor that refuses every write streams as it is, with a warning', async ({ onTestFinished }) => {
    const { sensor, source } = await setUp(engine, onTestFinished);
    sensor.refuseWrites = true;
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 5);
    expect(source.link().phase).toBe('streaming');
    expect(source.link().warnings.join(' ')).toMatch(/did not confirm|did not accept/);
    expect(sensor.connections).toBe(1);
  });

  test('a deaf sensor, connected but answering nothing, is given up and taken when it hears again', async ({
    onTestFinished,
  }) => {
    const { sensor, source } = await setUp(engine, onTestFinished);
    sensor.deaf = true;
    const heard = listenTo(source);
    await until('it was tried twice', () => sensor.connections >= 2);
    sensor.deaf = false;
    await until('it streams', () => heard.samples() > 0);
  });

  test('a sensor that falls silent is told as lost, and as back', async ({ onTestFinished }) => {
    const { sensor, source } = await setUp(engine, onTestFinished);
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 50);
    sensor.silent = true;
    await until('the silence is told', () => source.link().phase === 'silent');
    expect(heard.events.at(-1)).toMatchObject({ kind: 'lost' });
    sensor.silent = false;
    await until('it is back', () => heard.events.at(-1)?.kind === 'resumed');
    expect(source.link().phase).toBe('streaming');
    expect(sensor.connections).toBe(1);
  });

  test('a sensor that stays silent is connected anew', async ({ onTestFinished }) => {
    const { sensor, source } = await setUp(engine, onTestFinished);
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 50);
    sensor.silent = true;
    await until('it was connected again', () => sensor.connections === 2);
    sensor.silent = false;
    const before = heard.samples();
    await until('it streams', () => heard.samples() > before);
  });

  test('a connect to a sensor that went away is given up, and cancelled by stopping', async ({
    onTestFinished,
  }) => {
    const { sensor, source, bluetooth } = await setUp(engine, onTestFinished);
    // heard, but gone before it could be connected: the attempt stays pending in the adapter
    const heard = listenTo(source);
    await until('it was heard', () => bluetooth.devices().some((each) => each.in_range));
    sensor.advertising = false;
    await until('an attempt failed or is pending', () =>
      ['connecting', 'lost', 'scanning'].includes(source.link().phase),
    );
    await source.stop();
    expect(heard.events.map((each) => each.kind)).toEqual(['ended']);
    expect(source.link().phase).toBe('ended');
    // at once again, and this time it is there
    sensor.advertising = true;
    const again = bluetooth.connect(idOf(sensor.address), { family: 'witmotion' });
    const second = listenTo(again);
    await until('it streams', () => second.samples() > 50);
  });

  test('a stall of two seconds and its catch-up burst lose nothing', async ({ onTestFinished }) => {
    const { sensor, source } = await setUp(engine, onTestFinished);
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 50);
    sensor.link?.stall(2_000);
    await until('it caught up', () => heard.samples() > 300);
    expect(consecutive(heard.counters())).toBe(true);
    expect(heard.events.some((each) => each.kind === 'lost')).toBe(false);
    expect(source.link().statistics.longest_pause_s).toBeGreaterThan(1.8);
  });

  test('two per cent of lost notifications show in the statistics and break nothing', async ({
    onTestFinished,
  }) => {
    const { sensor, source } = await setUp(engine, onTestFinished);
    const heard = listenTo(source);
    await until('it streams', () => source.link().phase === 'streaming');
    sensor.link?.drop(0.02);
    const enough = heard.samples() + 800;
    await until('it streamed for a while', () => heard.samples() > enough);
    const counters = heard.counters();
    const missing = (counters.at(-1) ?? 0) - (counters[0] ?? 0) + 1 - counters.length;
    expect(missing).toBeGreaterThan(0);
    expect(missing / counters.length).toBeLessThan(0.08);
    expect(source.link().phase).toBe('streaming');
    expect(source.link().statistics.malformed).toBe(0);
    expect(source.link().statistics.loss_share).not.toBeNull();
  });

  test('an adapter pulled out and put back is told in words, and the stream returns', async ({
    onTestFinished,
  }) => {
    const { sensor, source, bluetooth, air } = await setUp(engine, onTestFinished);
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 50);
    air.adapter.unplug();
    await until('the loss is told', () => heard.events.some((each) => each.kind === 'lost'));
    await until('the state says so', () => bluetooth.state().adapter === 'off');
    expect(bluetooth.state().way_out.length).toBeGreaterThan(0);
    air.adapter.replug();
    // noble looks for its adapter once a second, and may need another process to find it
    await until('the adapter is found', () => bluetooth.state().adapter === 'ready');
    const back_s = air.air.now_s;
    const before = heard.samples();
    await until('it streams again', () => heard.samples() > before);
    expect(air.air.now_s - back_s).toBeLessThan(RECOVERY_S);
    expect(sensor.connections).toBe(2);
    expect(bluetooth.state().adapter).toBe('ready');
    const counters = heard.counters();
    expect(new Set(counters).size).toBe(counters.length);
  });

  test('without the right to use Bluetooth it says so, with the command that grants it', async ({
    onTestFinished,
  }) => {
    const rig = await openRig(engine, onTestFinished);
    rig.air.adapter.deny(true);
    rig.bluetooth.startScan();
    await until('it is refused', () => rig.bluetooth.state().adapter === 'unauthorized');
    expect(rig.bluetooth.state().way_out[0]).toBe("sudo setcap cap_net_raw+eip '/usr/bin/node'");
  });

  test('a renamed sensor is the same sensor under its new name', async ({ onTestFinished }) => {
    const rig = await openRig(engine, onTestFinished);
    const sensor = createWitMotion({ feed: counterFeed, name: 'WT901BLE67' });
    rig.air.air.add(sensor);
    rig.bluetooth.startScan();
    await until('it is in range', () => rig.bluetooth.devices().length === 1);
    expect(rig.bluetooth.devices()[0]?.name).toBe('WT901BLE67');
    sensor.name = 'WT-Rack-2';
    await until('its name changes', () => rig.bluetooth.devices()[0]?.name === 'WT-Rack-2');
    rig.bluetooth.setKnown([{ id: idOf(sensor.address), name: 'Rack 2', family: 'witmotion' }]);
    expect(rig.bluetooth.devices()).toMatchObject([
      { name: 'Rack 2', advertised_name: 'WT-Rack-2', known: true },
    ]);
    sensor.rssi_dbm = -80;
    await until('its signal changes', () => rig.bluetooth.devices()[0]?.rssi_dbm === -80);
  });

  test('a low battery is told', async ({ onTestFinished }) => {
    const { sensor, source } = await setUp(engine, onTestFinished);
    sensor.battery_v = 3.5;
    const heard = listenTo(source);
    await until('the battery is told', () => heard.events.some((each) => each.kind === 'battery'));
    expect(heard.events.find((each) => each.kind === 'battery')).toEqual({ kind: 'battery', percent: 10 });
    expect(source.link().battery_percent).toBe(10);
  });
});
