import { describe, expect, test } from 'vitest';
import { counterFeed } from '../virtual-air/feeds.ts';
import { createWitMotion } from '../virtual-air/witmotion.ts';
import { ENGINES, idOf, listenTo, openRig, until } from './harness.ts';

const BANDWIDTH = 0x1f;
const RATE = 0x03;
const last = (writes: readonly (readonly [number, number])[], register: number) =>
  writes.findLast(([written]) => written === register)?.[1];

describe.concurrent.each(ENGINES)('with @%s/noble', (engine) => {
  test('another rate is set without giving the link up', async ({ onTestFinished }) => {
    const rig = await openRig(engine, onTestFinished);
    const sensor = createWitMotion({ feed: counterFeed });
    rig.air.air.add(sensor);
    const source = rig.bluetooth.connect(idOf(sensor.address), { family: 'witmotion', rate_hz: 50 });
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 20);
    expect(await rig.bluetooth.setRate(source.id, 200)).toEqual({ ok: true });
    expect(last(sensor.writes, RATE)).toBe(0x0b);
    await until('the new rate shows', () => (source.link().statistics.rate_hz ?? 0) > 150);
    expect(heard.events.filter((each) => each.kind === 'started')).toMatchObject([
      { sensor: { nominal_rate_hz: 50 } },
      { sensor: { nominal_rate_hz: 200 } },
    ]);
    expect(heard.events.some((each) => each.kind === 'lost')).toBe(false);
    expect(sensor.connections).toBe(1);
  });

  test('a sensor that repeats its samples is cured, also after a reconnect', async ({ onTestFinished }) => {
    const rig = await openRig(engine, onTestFinished);
    // repeats every sample unless its filter is set to 256 Hz, register value 0
    const sensor: ReturnType<typeof createWitMotion> = createWitMotion({
      feed: (sample) => counterFeed(last(sensor.writes, BANDWIDTH) === 0 ? sample : sample - (sample % 2)),
    });
    rig.air.air.add(sensor);
    const source = rig.bluetooth.connect(idOf(sensor.address), { family: 'witmotion', rate_hz: 200 });
    const heard = listenTo(source);
    await until('it repeats', () => source.link().statistics.duplicate_share > 0.3);
    await until('it is cured', () => last(sensor.writes, BANDWIDTH) === 0);
    await until('the cure shows', () => {
      const { effective_rate_hz, samples } = source.link().statistics;
      return samples > 900 && (effective_rate_hz ?? 0) > 180;
    });
    expect(source.link().warnings.join(' ')).toContain('256 Hz filter');
    const writes = sensor.writes.length;
    sensor.link?.lose();
    await until('it streams again', () => heard.events.some((each) => each.kind === 'resumed'));
    expect(
      sensor.writes.slice(writes).some(([register, value]) => register === BANDWIDTH && value === 0),
    ).toBe(true);
  });

  test('a sensor without a light says that it cannot show itself', async ({ onTestFinished }) => {
    const rig = await openRig(engine, onTestFinished);
    const sensor = createWitMotion({ feed: counterFeed });
    rig.air.air.add(sensor);
    const source = rig.bluetooth.connect(idOf(sensor.address), { family: 'witmotion' });
    expect(await rig.bluetooth.identify(source.id)).toMatchObject({ error: { code: 'not-connected' } });
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 0);
    expect(await rig.bluetooth.identify(source.id)).toMatchObject({ error: { code: 'unsupported' } });
  });

  test('stopping lets the sensor go, and the same id can be connected again', async ({ onTestFinished }) => {
    const rig = await openRig(engine, onTestFinished);
    const sensor = createWitMotion({ feed: counterFeed });
    rig.air.air.add(sensor);
    const first = rig.bluetooth.connect(idOf(sensor.address), { family: 'witmotion' });
    expect(rig.bluetooth.connect(first.id)).toBe(first);
    const heard = listenTo(first);
    await until('it streams', () => heard.samples() > 0);
    await rig.bluetooth.disconnect(first.id);
    expect(sensor.link).toBeNull();
    const samples = heard.samples();
    expect(heard.events.at(-1)).toEqual({ kind: 'ended' });
    const second = rig.bluetooth.connect(first.id, { family: 'witmotion' });
    expect(second).not.toBe(first);
    const again = listenTo(second);
    await until('it streams again', () => again.samples() > 20);
    expect(heard.samples()).toBe(samples);
  });
});
