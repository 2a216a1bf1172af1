import { describe, expect, test } from 'vitest';
import type { EngineName } from '../../main/ble/index.ts';
import { words } from '../../src/words/index.ts';
import { counterFeed } from '../virtual-air/feeds.ts';
import { ATT_OPCODE } from '../virtual-air/gatt-server.ts';
import { createWitMotion } from '../virtual-air/witmotion.ts';
import {
  ENGINES,
  type Heard,
  idOf,
  listenTo,
  type OnTestFinished,
  openRig,
  RECOVERY_S,
  sleep,
  until,
} from './harness.ts';

const setUp = async (engine: EngineName, onTestFinished: OnTestFinished) => {
  const rig = await openRig(engine, onTestFinished);
  const sensor = createWitMotion({ feed: counterFeed });
  rig.air.air.add(sensor);
  const source = rig.bluetooth.connect(idOf(sensor.address), { rate_hz: 100, family: 'witmotion' });
  return { rig, sensor, source };
};

/** Every sample once and in order; jumps are losses, steps back would be repetitions. */
const expectNoRepetition = (heard: Heard) => {
  const counters = heard.counters();
  expect(counters.length).toBeGreaterThan(0);
  for (let at = 1; at < counters.length; at++) {
    expect((counters[at] ?? 0) - (counters[at - 1] ?? 0)).toBeGreaterThan(0);
  }
};

describe.concurrent.each(ENGINES)('with @%s/noble', (engine) => {
  describe.each([
    ['connecting, before its first answer', ATT_OPCODE.exchangeMtu],
    ['discovering services', ATT_OPCODE.readByGroup],
    ['discovering characteristics', ATT_OPCODE.readByType],
    ['subscribing', ATT_OPCODE.write],
    ['writing a setting', ATT_OPCODE.writeCommand],
  ])('a link lost while %s', (_, opcode) => {
    test('is made anew and streams within three seconds', async ({ onTestFinished }) => {
      const { rig, sensor, source } = await setUp(engine, onTestFinished);
      let lost = false;
      sensor.onRequest = (asked, link) => {
        if (asked !== opcode || lost) return;
        lost = true;
        link.lose();
      };
      const heard = listenTo(source);
      await until('the first attempt is lost', () => lost && sensor.advertising);
      const back_s = rig.air.air.now_s;
      await until('it streams', () => heard.samples() > 0);
      expect(rig.air.air.now_s - back_s).toBeLessThan(RECOVERY_S);
      await until('it goes on', () => heard.samples() > 100);
      expectNoRepetition(heard);
      expect(sensor.connections).toBe(2);
      expect(heard.events[0]?.kind).toBe('started');
    });
  });

  test('a link lost in mid-stream is told, made anew and told again, with nothing twice', async ({
    onTestFinished,
  }) => {
    const { rig, sensor, source } = await setUp(engine, onTestFinished);
    const heard = listenTo(source);
    for (const round of [1, 2, 3]) {
      await until('it streams', () => source.link().phase === 'streaming' && heard.samples() > 100 * round);
      sensor.link?.lose();
      await until('the loss is noticed', () => source.link().phase !== 'streaming');
      const back_s = rig.air.air.now_s;
      const before = heard.samples();
      await until('it streams again', () => heard.samples() > before);
      expect(rig.air.air.now_s - back_s).toBeLessThan(RECOVERY_S);
    }
    expectNoRepetition(heard);
    const told = heard.events
      .map((each) => each.kind)
      .filter((kind) => kind === 'lost' || kind === 'resumed');
    expect(told).toEqual(['lost', 'resumed', 'lost', 'resumed', 'lost', 'resumed']);
    expect(source.link().statistics.losses).toBe(3);
    for (const event of heard.events) {
      if (event.kind === 'resumed') expect(event.gap_s).toBeGreaterThan(0.4);
    }
  });

  test('a sensor that was carried away comes back minutes or seconds later', async ({ onTestFinished }) => {
    const { rig, sensor, source } = await setUp(engine, onTestFinished);
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 50);
    rig.air.air.remove(sensor);
    sensor.link?.lose();
    await until('it is looked for', () => source.link().phase === 'scanning');
    await sleep(2_500);
    expect(source.link().phase).toBe('scanning');
    rig.air.air.add(sensor);
    const back_s = rig.air.air.now_s;
    const before = heard.samples();
    await until('it streams again', () => heard.samples() > before);
    expect(rig.air.air.now_s - back_s).toBeLessThan(RECOVERY_S);
    expectNoRepetition(heard);
  });

  test('an adapter that goes while the sensor is looked for', async ({ onTestFinished }) => {
    const { rig, sensor, source } = await setUp(engine, onTestFinished);
    rig.air.air.remove(sensor);
    const heard = listenTo(source);
    await until('it is looked for', () => rig.bluetooth.state().scanning);
    rig.air.adapter.unplug();
    await until('the adapter is missed', () => rig.bluetooth.state().adapter === 'off');
    rig.air.air.add(sensor);
    await sleep(300);
    rig.air.adapter.replug();
    await until('it streams', () => heard.samples() > 50);
    expect(heard.events[0]?.kind).toBe('started');
  });

  test('a sensor that hangs up is connected again', async ({ onTestFinished }) => {
    const { sensor, source } = await setUp(engine, onTestFinished);
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 50);
    sensor.hangUp();
    await until('it streams again', () => heard.events.some((each) => each.kind === 'resumed'));
    expect(heard.events.find((each) => each.kind === 'lost')).toMatchObject({ reason: words.link.hungUp });
    expectNoRepetition(heard);
  });
});
