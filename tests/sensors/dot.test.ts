import { describe, expect, test } from 'vitest';
import { toHex } from '../../src/sensors/common/bytes.ts';
import { movellaDot } from '../../src/sensors/dot/dot.ts';
import {
  isTruncated,
  MODE,
  measurementCommand,
  rateOfRotation,
  readDelta,
  readRate,
} from '../../src/sensors/dot/payloads.ts';
import { driverFor } from '../../src/sensors/index.ts';
import { expectNear } from './near.ts';
import { type Peripheral, runPlan } from './scripted-peripheral.ts';
import { vector } from './vectors.ts';

const PAYLOAD = '15172003494711e98646d663bd873d93';
const CONTROL = '15172001494711e98646d663bd873d93';
const DEVICE = '15171002494711e98646d663bd873d93';
const BATTERY = '15173001494711e98646d663bd873d93';

describe('payloads', () => {
  test('dot-21', () => {
    const { bytes, expected } = vector('dot-21');
    const read = readRate(bytes);
    expect(read?.timestamp_us).toBe(expected.timestamp_us);
    expectNear(read?.accel_mps2 ?? [], expected.acc_mps2, 1e-6);
    expectNear(read?.gyro_dps ?? [], expected.gyro_dps, 1e-6);
  });

  test('dot-19: a sensor at rest gains one g', () => {
    const { bytes, expected } = vector('dot-19');
    const read = readDelta(bytes);
    expect(read?.timestamp_us).toBe(expected.timestamp_us);
    expectNear(read?.dq ?? [], expected.dq, 1e-6);
    expectNear(read?.dv_mps ?? [], expected.dv_mps, 1e-5);
    const { batch } = movellaDot.open({ rate_hz: 60 }).decode(PAYLOAD, bytes, 0);
    expectNear(batch?.accel_g ?? [], [0, 0, 1], 2e-3);
    expectNear(batch?.gyro_dps ?? [], [0, 0, 0], 1e-9);
    expectNear(batch?.t_s ?? [], [1.016667 - 1 / 120], 1e-6);
  });

  test('dot-trunc is refused, and known for what it is', () => {
    const { bytes } = vector('dot-trunc');
    expect(isTruncated(bytes, MODE.delta)).toBe(true);
    expect(movellaDot.open({ rate_hz: 60 }).decode(PAYLOAD, bytes, 0)).toMatchObject({
      batch: null,
      malformed: 1,
    });
  });

  test.each([
    ['dot-cmd-start21', true],
    ['dot-cmd-stop21', false],
  ])('%s', (id, start) => {
    expect(toHex(measurementCommand(start, MODE.rate))).toBe(vector(id).hex);
  });

  test('a turn of a sixtieth of a second reads as its angular rate, either sign of the quaternion', () => {
    const half = ((90 / 60) * Math.PI) / 360;
    const q = [Math.cos(half), 0, Math.sin(half), 0] as const;
    expectNear(rateOfRotation(q, 1 / 60), [0, 90, 0], 1e-9);
    expectNear(rateOfRotation([-q[0], 0, -q[2], 0], 1 / 60), [0, 90, 0], 1e-9);
  });
});

/** A packet of mode 19 for a sensor at rest. */
function atRest(t_us: number, dv = 9.80665 / 60): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, t_us % 2 ** 32, true);
  view.setFloat32(4, 1, true);
  view.setFloat32(28, dv, true);
  return bytes;
}

describe('a stream of increments', () => {
  test('runs on over the wrap of the clock', () => {
    const session = movellaDot.open({ rate_hz: 60 });
    const from = 2 ** 32 - 500_000;
    const times = Array.from(
      { length: 60 },
      (_, k) =>
        session.decode(PAYLOAD, atRest(from + Math.round(k * 16_666.7)), k / 60).batch?.t_s[0] ?? Number.NaN,
    );
    const steps = times.slice(1).map((t, i) => t - (times[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0.01666);
    expect(Math.max(...steps)).toBeLessThan(0.01667);
  });

  test('lost packets are counted, and the one after covers only its own interval', () => {
    const session = movellaDot.open({ rate_hz: 60 });
    session.decode(PAYLOAD, atRest(0), 0);
    const { batch, lost } = session.decode(PAYLOAD, atRest(66_667), 0.07);
    expect(lost).toBe(3);
    expectNear(batch?.accel_g ?? [], [0, 0, 1], 1e-4);
  });

  test('a crystal 1 % off is taken at its word', () => {
    const session = movellaDot.open({ rate_hz: 60 });
    session.decode(PAYLOAD, atRest(0), 0);
    const { batch } = session.decode(PAYLOAD, atRest(16_833, 9.80665 * 0.016833), 0.017);
    expectNear(batch?.accel_g ?? [], [0, 0, 1], 1e-5);
  });

  test('a repeated packet and a number that is none give nothing', () => {
    const session = movellaDot.open({ rate_hz: 60 });
    session.decode(PAYLOAD, atRest(20_000), 0);
    expect(session.decode(PAYLOAD, atRest(20_000), 0.01)).toMatchObject({ batch: null, malformed: 1 });
    expect(session.decode(PAYLOAD, atRest(36_667, Number.NaN), 0.02)).toMatchObject({
      batch: null,
      malformed: 1,
    });
    expect(session.decode(PAYLOAD, atRest(53_333), 0.03).batch?.count).toBe(1);
  });
});

describe('connecting', () => {
  interface Behaviour {
    readonly modes?: readonly number[];
    readonly mtu?: number;
    readonly rate_hz?: number;
  }

  function dot({ modes = [MODE.delta, MODE.rate], mtu = 247, rate_hz }: Behaviour = {}) {
    const running = new Set<number>([3]);
    let control = new Uint8Array(32);
    const peripheral: Peripheral = {
      read: (characteristic) => {
        if (characteristic === BATTERY) return Uint8Array.of(71, 0);
        if (rate_hz !== undefined) control[24] = rate_hz;
        return control;
      },
      written(characteristic, bytes) {
        if (characteristic === DEVICE) control = bytes.slice();
        if (characteristic !== CONTROL) return [];
        const [, start, mode = 0] = bytes;
        running.clear();
        if (start === 0 || !modes.includes(mode)) return [];
        running.add(mode);
        const packet = mode === MODE.delta ? atRest(5) : vector('dot-21').bytes;
        return [{ on: PAYLOAD, bytes: packet.slice(0, mtu - 3) }];
      },
    };
    return { peripheral, running };
  }

  test('subscribes, stops what still runs, sets 60 Hz and starts increments', () => {
    const { peripheral, running } = dot();
    const session = movellaDot.open({ rate_hz: 100 });
    const { result, steps, writes } = runPlan(session.setup(), peripheral);
    expect(result).toMatchObject({ warnings: [], sensor: { nominal_rate_hz: 60, accel_range_g: 16 } });
    expect(result.failure).toBeUndefined();
    expect(steps[0]).toEqual({ do: 'subscribe', characteristic: PAYLOAD });
    expect(writes[0]).toBe('010013');
    expect(writes.at(-1)).toBe('010113');
    expect(writes.find((hex) => hex.startsWith('10'))?.slice(48, 52)).toBe('3c00');
    expect([...running]).toEqual([MODE.delta]);
    runPlan(session.teardown(), peripheral);
    expect([...running]).toEqual([]);
  });

  test('firmware without increments is used by mode 21', () => {
    const session = movellaDot.open({ rate_hz: 60 });
    const { result } = runPlan(session.setup(), dot({ modes: [MODE.rate] }).peripheral);
    expect(result.failure).toBeUndefined();
    const { batch } = session.decode(PAYLOAD, vector('dot-21').bytes, 0);
    expectNear(batch?.accel_g ?? [], [0, 0, 9.8125 / 9.80665], 1e-6);
    expectNear(batch?.gyro_dps ?? [], [1.5, -2, 0.25], 1e-6);
    expectNear(batch?.t_s ?? [], [1], 1e-9);
  });

  test('a rate it keeps is named and used', () => {
    const { result } = runPlan(movellaDot.open({ rate_hz: 60 }).setup(), dot({ rate_hz: 20 }).peripheral);
    expect(result.sensor.nominal_rate_hz).toBe(20);
    expect(result.warnings[0]).toMatch(/20 Hz instead of 60 Hz/);
  });

  test.each([
    ['an MTU of 23', dot({ mtu: 23 }).peripheral, /20 bytes at a time/],
    ['a sensor that does not send', dot({ modes: [] }).peripheral, /is not sending/],
  ])('%s is a failure in words', (_what, peripheral, words) => {
    expect(runPlan(movellaDot.open({ rate_hz: 60 }).setup(), peripheral).result.failure).toMatch(words);
  });

  test('battery and identify', () => {
    const session = movellaDot.open({ rate_hz: 60 });
    const battery = session.battery();
    expect(battery && runPlan(battery, dot().peripheral).result).toBe(71);
    const identify = session.identify();
    expect(identify && runPlan(identify).writes).toEqual([`0101${'00'.repeat(30)}`]);
  });

  test('known by name or maker', () => {
    const by = (name: string | null, manufacturer_id: number | null) =>
      driverFor({ name, services: [], manufacturer_id })?.family;
    expect(by('Xsens DOT', null)).toBe('movella-dot');
    expect(by('Movella DOT', null)).toBe('movella-dot');
    expect(by(null, 0x0886)).toBe('movella-dot');
  });
});
