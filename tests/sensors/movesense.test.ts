import { describe, expect, test } from 'vitest';
import { concat, fromHex, toHex } from '../../src/sensors/common/bytes.ts';
import { driverFor } from '../../src/sensors/index.ts';
import { movesense } from '../../src/sensors/movesense/movesense.ts';
import { readArrays, subscribeCommand, unsubscribeCommand } from '../../src/sensors/movesense/packets.ts';
import { expectNear } from './near.ts';
import { notification, type Peripheral, runPlan } from './scripted-peripheral.ts';
import { vector } from './vectors.ts';

const NOTIFY = '3480000271854d5db431630e7050e8f0';
const G = 9.80665;

/** An IMU6 packet of `count` samples at `t_ms`; every acceleration is (0, 0, 1 g), angular rate (1, 2, 3). */
function imu6(t_ms: number, count: number, reference = 0x63): Uint8Array {
  const bytes = new Uint8Array(2 + 4 + 24 * count);
  const view = new DataView(bytes.buffer);
  bytes.set([2, reference]);
  view.setUint32(2, t_ms, true);
  for (let i = 0; i < count; i++) {
    view.setFloat32(6 + 12 * i + 8, G, true);
    [1, 2, 3].forEach((w, axis) => {
      view.setFloat32(6 + 12 * count + 12 * i + 4 * axis, w, true);
    });
  }
  return bytes;
}

function cut(packet: Uint8Array, at: number): [Uint8Array, Uint8Array] {
  return [packet.slice(0, at), concat(Uint8Array.of(3, packet[1] ?? 0), packet.slice(at))];
}

describe('packets', () => {
  test('acceleration of a real sensor agrees with the maker’s own reading', () => {
    const { bytes, expected } = vector('mvs-acc52');
    const read = readArrays(bytes.subarray(2), 1);
    expect(read?.timestamp_ms).toBe(expected.timestamp_ms);
    expectNear(read?.arrays[0] ?? [], expected.acc_mps2.flat(), 1e-5);
  });

  test('angular rate of a real sensor agrees with the maker’s own reading', () => {
    const { bytes, expected } = vector('mvs-gyro52');
    const read = readArrays(bytes.subarray(2), 1);
    expect(read?.timestamp_ms).toBe(expected.timestamp_ms);
    expectNear(read?.arrays[0] ?? [], expected.gyro_dps.flat(), 1e-5);
  });

  test('IMU6 arrays follow each other: gravity is one g long and rates are small', () => {
    const { bytes, expected } = vector('mvs-imu6-52');
    const { batch, malformed, lost } = movesense.open({ rate_hz: 52 }).decode(NOTIFY, bytes, 0);
    expect({ malformed, lost }).toEqual({ malformed: 0, lost: 0 });
    expectNear(
      (batch?.accel_g ?? new Float64Array()).map((a) => a * G),
      expected.acc_mps2.flat(),
      1e-5,
    );
    expectNear(batch?.gyro_dps ?? [], expected.gyro_dps.flat(), 1e-5);
    expectNear(
      batch?.t_s ?? [],
      [0, 1, 2, 3].map((i) => expected.timestamp_ms / 1000 + i / 52),
      1e-9,
    );
  });

  test('a packet in two parts reads as the whole one', () => {
    const session = movesense.open({ rate_hz: 52 });
    const first = session.decode(NOTIFY, vector('mvs-split').bytes, 0);
    expect(first).toEqual({ batch: null, battery_percent: null, lost: 0, malformed: 0 });
    const second = session.decode(NOTIFY, vector('mvs-split2').bytes, 0.01);
    const whole = movesense.open({ rate_hz: 52 }).decode(NOTIFY, vector('mvs-imu6-52').bytes, 0);
    expect(second).toEqual(whole);
  });

  test.each([
    ['mvs-cmd-sub-imu6-104', subscribeCommand(0x63, '/Meas/IMU6/104')],
    ['mvs-cmd-unsub', unsubscribeCommand(0x63)],
  ])('%s', (id, bytes) => {
    expect(toHex(bytes)).toBe(vector(id).hex);
  });
});

describe('a stream at 104 Hz', () => {
  test('runs evenly on the sensor’s clock, second parts and all', () => {
    const session = movesense.open({ rate_hz: 104 });
    const times: number[] = [];
    for (let k = 0; k < 26; k++) {
      for (const part of cut(imu6(Math.round((k * 8000) / 104), 8), 161)) {
        const { batch, lost, malformed } = session.decode(NOTIFY, part, k / 13);
        expect({ lost, malformed }).toEqual({ lost: 0, malformed: 0 });
        times.push(...(batch?.t_s ?? []));
      }
    }
    expect(times).toHaveLength(208);
    const steps = times.slice(1).map((t, i) => t - (times[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0.008);
    expect(Math.max(...steps)).toBeLessThan(0.011);
  });

  test('three lost packets are 24 lost samples', () => {
    const session = movesense.open({ rate_hz: 104 });
    session.decode(NOTIFY, imu6(1000, 8), 0);
    expect(session.decode(NOTIFY, imu6(1077, 8), 0.08).lost).toBe(0);
    expect(session.decode(NOTIFY, imu6(1385, 8), 0.4).lost).toBe(24);
  });

  test('a packet stamped 4.9 s ahead is eight lost samples', () => {
    const session = movesense.open({ rate_hz: 104 });
    const lost = Array.from({ length: 100 }, (_, k) => {
      const stamp_ms = 1_000 + 77 * k + (k === 30 ? 4_900 : 0);
      return session.decode(NOTIFY, imu6(stamp_ms, 8), 0.077 * k).lost;
    });
    expect(lost.filter((n) => n > 0)).toEqual([8]);
  });

  test('a lost second part costs its packet and is counted', () => {
    const session = movesense.open({ rate_hz: 104 });
    const [firstHalf] = cut(imu6(1000, 8), 161);
    const [next, nextEnd] = cut(imu6(1077, 8), 161);
    session.decode(NOTIFY, firstHalf, 0);
    expect(session.decode(NOTIFY, next, 0.08)).toMatchObject({ batch: null, malformed: 1 });
    expect(session.decode(NOTIFY, nextEnd, 0.08).batch?.count).toBe(8);
  });

  test('a lost first part does not spoil what follows', () => {
    const session = movesense.open({ rate_hz: 104 });
    const [, end] = cut(imu6(1000, 8), 161);
    expect(session.decode(NOTIFY, end, 0)).toMatchObject({ batch: null, malformed: 1 });
    expect(session.decode(NOTIFY, imu6(1077, 8), 0.08).batch?.count).toBe(8);
  });

  test('a repeated or late packet gives no sample twice', () => {
    const session = movesense.open({ rate_hz: 104 });
    session.decode(NOTIFY, imu6(1077, 8), 0);
    expect(session.decode(NOTIFY, imu6(1077, 8), 0.01).batch).toBeNull();
    expect(session.decode(NOTIFY, imu6(1000, 8), 0.02).batch).toBeNull();
    expect(session.decode(NOTIFY, imu6(1154, 8), 0.1).batch?.count).toBe(8);
  });

  test('firmware that packs fewer samples is understood from its second packet on', () => {
    const session = movesense.open({ rate_hz: 208 });
    const counts = [0, 1, 2, 3].map(
      (k) => session.decode(NOTIFY, imu6(k * 38, 8), k * 0.04).batch?.count ?? 0,
    );
    expect(counts).toEqual([0, 16, 8, 8]);
  });

  test('a number that is none spoils only its packet', () => {
    const session = movesense.open({ rate_hz: 104 });
    const bad = imu6(1000, 8);
    new DataView(bad.buffer).setFloat32(6, Number.NaN, true);
    expect(session.decode(NOTIFY, bad, 0)).toMatchObject({ batch: null, malformed: 1 });
    expect(session.decode(NOTIFY, imu6(1077, 8), 0.08).batch?.count).toBe(8);
  });
});

describe('connecting', () => {
  /** Answers each subscription by its path, as given. */
  const answering = (answers: Record<string, string>): Peripheral => ({
    written(_characteristic, bytes) {
      if (bytes[0] !== 1) return [];
      const hex = answers[String.fromCharCode(...bytes.slice(2))];
      return hex === undefined ? [] : [notification(NOTIFY, hex)];
    },
    read: () => Uint8Array.of(64),
  });

  test('drops an old subscription, then asks for acceleration with angular rate', () => {
    const { result, writes, steps } = runPlan(
      movesense.open({ rate_hz: 100 }).setup(),
      answering({ '/Meas/IMU6/104': '0163c800' }),
    );
    expect(result.warnings).toEqual([]);
    expect(result.failure).toBeUndefined();
    expect(result.sensor).toMatchObject({ nominal_rate_hz: 104, accel_range_g: 8, gyro_range_dps: 2000 });
    expect(steps[0]).toEqual({ do: 'subscribe', characteristic: NOTIFY });
    expect(writes).toEqual(['0263', vector('mvs-cmd-sub-imu6-104').hex]);
  });

  test('data is an answer too', () => {
    const packet = toHex(imu6(5, 8));
    const { result } = runPlan(
      movesense.open({ rate_hz: 104 }).setup(),
      answering({ '/Meas/IMU6/104': packet }),
    );
    expect(result.failure).toBeUndefined();
  });

  test.each([
    ['not found, little endian', '01639401'],
    ['no free slot, big endian as one firmware sends it', '016301fb'],
  ])('208 Hz refused (%s): 104 Hz it is', (_why, refusal) => {
    const { result } = runPlan(
      movesense.open({ rate_hz: 208 }).setup(),
      answering({ '/Meas/IMU6/208': refusal, '/Meas/IMU6/104': '0163c800' }),
    );
    expect(result.sensor.nominal_rate_hz).toBe(104);
    expect(result.warnings[0]).toMatch(/refused 208 Hz/);
  });

  test('a sensor without gyroscope streams three axes and says so', () => {
    const session = movesense.open({ rate_hz: 52 });
    const { result } = runPlan(session.setup(), answering({ '/Meas/Acc/52': '0164c800' }));
    expect(result.sensor.gyro_range_dps).toBeNull();
    expect(result.warnings[0]).toMatch(/does not measure rotation/);
    const acc = concat(Uint8Array.of(2, 0x64), vector('mvs-acc52').bytes.slice(2));
    const { batch } = session.decode(NOTIFY, acc, 0);
    expect(batch?.count).toBe(4);
    expect(batch?.gyro_dps).toBeNull();
    expect(runPlan(session.teardown()).writes).toEqual(['0264']);
  });

  test('a sensor that refuses everything is reported as a failure', () => {
    expect(runPlan(movesense.open({ rate_hz: 104 }).setup()).result.failure).toMatch(
      /refused to send motion/,
    );
  });

  test('battery and teardown', () => {
    const session = movesense.open({ rate_hz: 104 });
    const battery = session.battery();
    expect(battery && runPlan(battery, answering({})).result).toBe(64);
    expect(runPlan(session.teardown()).writes).toEqual([vector('mvs-cmd-unsub').hex]);
  });

  test('recognised by name', () => {
    const by = (name: string) => driverFor({ name, services: ['fdf3'], manufacturer_id: 0x9f })?.family;
    expect(by('Movesense 174630000192')).toBe('movesense');
    expect(by('Suunto 9')).toBeUndefined();
  });
});

test('notifications of other characteristics are left alone', () => {
  expect(movesense.open({ rate_hz: 104 }).decode('2a19', fromHex('0263'), 0).malformed).toBe(0);
});
