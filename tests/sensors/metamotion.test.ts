import { describe, expect, test } from 'vitest';
import { toHex } from '../../src/sensors/common/bytes.ts';
import { driverFor } from '../../src/sensors/index.ts';
import { dpsPerCount, gPerCount, readMotionData } from '../../src/sensors/metamotion/data.ts';
import { metamotion } from '../../src/sensors/metamotion/metamotion.ts';
import { expectNear } from './near.ts';
import { notification, type Peripheral, runPlan } from './scripted-peripheral.ts';
import { vector } from './vectors.ts';

const NOTIFY = '326a900685cb9195d9dd464cfbbae75a';

describe('data', () => {
  test.each([
    ['mm-acc-bmi160-4g', 4],
    ['mm-acc-packed-bmi160-8g', 8],
    ['mm-acc-packed-bmi270-8g', 8],
    ['mm-acc-real-2g', 2],
  ])('%s', (id, range_g) => {
    const { bytes, expected } = vector(id);
    const data = readMotionData(bytes);
    if (data === null || data === 'torn') throw new Error('not read');
    expect(data.quantity).toBe('accel');
    expectNear(
      data.counts.map((c) => c * gPerCount(range_g)),
      expected.g.flat(),
      1e-4,
    );
  });

  test.each([
    ['mm-gyro-500', 500],
    ['mm-gyro-packed-1000', 1000],
  ])('%s', (id, range_dps) => {
    const { bytes, expected } = vector(id);
    const data = readMotionData(bytes);
    if (data === null || data === 'torn') throw new Error('not read');
    expect(data.quantity).toBe('gyro');
    expectNear(
      data.counts.map((c) => c * dpsPerCount(range_dps)),
      expected.dps.flat(),
      1e-3,
    );
  });

  test('mm-batt arrives among the samples', () => {
    const { bytes, expected } = vector('mm-batt');
    expect(metamotion.open({ rate_hz: 100 }).decode(NOTIFY, bytes, 0)).toEqual({
      batch: null,
      battery_percent: expected.pct,
      lost: 0,
      malformed: 0,
    });
  });

  test('mm-linacc, left over from somebody’s fusion, is neither a sample nor a fault', () => {
    expect(metamotion.open({ rate_hz: 100 }).decode(NOTIFY, vector('mm-linacc').bytes, 0)).toEqual({
      batch: null,
      battery_percent: null,
      lost: 0,
      malformed: 0,
    });
  });

  test('a torn packet is counted', () => {
    const torn = vector('mm-acc-packed-bmi270-8g').bytes.slice(0, 15);
    expect(metamotion.open({ rate_hz: 100 }).decode(NOTIFY, torn, 0)).toMatchObject({
      batch: null,
      malformed: 1,
    });
  });
});

/** Three samples whose x counts up, so that every sample can be told from every other. */
function packet(module: number, register: number, first: number): Uint8Array {
  const bytes = new Uint8Array(20);
  bytes.set([module, register]);
  for (let i = 0; i < 3; i++) new DataView(bytes.buffer).setInt16(2 + 6 * i, first + i, true);
  return bytes;
}
const accel = (k: number) => packet(0x03, 0x1c, 3 * k);
const gyro = (k: number) => packet(0x13, 0x07, 3 * k);

function run(packets: readonly { bytes: Uint8Array; at_s: number }[]) {
  const session = metamotion.open({ rate_hz: 100 });
  const pairs: (readonly [number, number])[] = [];
  const t: number[] = [];
  let lost = 0;
  for (const { bytes, at_s } of packets) {
    const decoded = session.decode(NOTIFY, bytes, at_s);
    lost += decoded.lost;
    const { batch } = decoded;
    for (let i = 0; i < (batch?.count ?? 0); i++) {
      pairs.push([
        Math.round((batch?.accel_g[3 * i] ?? 0) / gPerCount(16)),
        Math.round((batch?.gyro_dps?.[3 * i] ?? 0) / dpsPerCount(2000)),
      ]);
      t.push(batch?.t_s[i] ?? Number.NaN);
    }
  }
  return { pairs, t, lost };
}

const stream = (count: number) =>
  Array.from({ length: count }, (_, k) => [
    { bytes: accel(k), at_s: k * 0.03, k, is: 'accel' },
    { bytes: gyro(k), at_s: k * 0.03 + 0.002, k, is: 'gyro' },
  ]).flat();

describe('pairing two streams without clocks', () => {
  test('the n-th acceleration gets the n-th angular rate', () => {
    const { pairs, lost, t } = run(stream(100));
    expect(pairs).toHaveLength(300);
    for (const [a, w] of pairs) expect(w).toBe(a);
    expect(lost).toBe(0);
    expect(t.every((at, i) => i === 0 || at >= (t[i - 1] ?? 0))).toBe(true);
  });

  test('a stall and burst of one stream after the other changes nothing', () => {
    const late = stream(50).map((p) => ({ ...p, at_s: 3 + p.k * 0.001 }));
    const burst = [...late.filter((p) => p.is === 'accel'), ...late.filter((p) => p.is === 'gyro')];
    const { pairs, lost } = run(burst);
    expect(pairs).toHaveLength(150);
    for (const [a, w] of pairs) expect(w).toBe(a);
    expect(lost).toBe(0);
  });

  test.each(['accel', 'gyro'])('a dropped %s packet shifts pairs for two seconds at most', (which) => {
    const { pairs, lost } = run(stream(200).filter((p) => !(p.is === which && p.k === 40)));
    const shifted = pairs.filter(([a, w]) => a !== w);
    expect(shifted.length).toBeGreaterThan(0);
    expect(shifted.length).toBeLessThan(200);
    for (const [a, w] of pairs.slice(-200)) expect(w).toBe(a);
    expect(lost).toBe(3);
  });

  test('a stream that began three packets earlier is brought level within two seconds', () => {
    const { pairs } = run(stream(200).filter((p) => !(p.is === 'gyro' && p.k < 3)));
    for (const [a, w] of pairs.slice(-300)) expect(Math.abs(w - a)).toBeLessThanOrEqual(3);
  });

  test('acceleration alone is not kept for ever', () => {
    const { pairs, lost } = run(stream(1000).filter((p) => p.is === 'accel'));
    expect(pairs).toEqual([]);
    expect(lost).toBeGreaterThan(2500);
  });
});

describe('connecting', () => {
  interface Board {
    readonly accelKind: number;
    readonly gyroKind?: number;
    readonly wrongRange?: boolean;
  }

  function board({ accelKind, gyroKind, wrongRange = false }: Board): Peripheral {
    const config = new Map<number, Uint8Array>();
    return {
      written(_characteristic, bytes) {
        const [module = 0, register = 0] = bytes;
        if (register === 0x03) config.set(module, bytes.slice(2));
        if (register === 0x80) {
          const kind = module === 0x03 ? accelKind : gyroKind;
          // fusion left running by somebody else talks in between
          return [
            { on: NOTIFY, bytes: vector('mm-linacc').bytes },
            {
              on: NOTIFY,
              bytes: kind === undefined ? Uint8Array.of(module, 0x80) : Uint8Array.of(module, 0x80, kind, 1),
            },
          ];
        }
        if (register === 0x83) {
          const [rate = 0, range = 0] = config.get(module) ?? [];
          return [{ on: NOTIFY, bytes: Uint8Array.of(module, 0x83, rate, wrongRange ? range + 1 : range) }];
        }
        return toHex(bytes) === '118c' ? [notification(NOTIFY, vector('mm-batt').hex)] : [];
      },
    };
  }

  test('a BMI160 is started at 100 Hz, 16 g and 2000 deg/s as the vendor’s library does it', () => {
    const { result, writes } = runPlan(
      metamotion.open({ rate_hz: 200 }).setup(),
      board({ accelKind: 1, gyroKind: 0 }),
    );
    expect(result).toMatchObject({
      warnings: [],
      sensor: { nominal_rate_hz: 100, accel_range_g: 16, gyro_range_dps: 2000 },
    });
    const start = ['0303280c', '13032800', '031c01', '130701', '03020100', '13020100', '030101', '130101'];
    const from = writes.indexOf('0303280c');
    expect(writes.slice(from, from + start.length)).toEqual(start);
    expect(writes.slice(0, 5)).toEqual(['030100', '130100', '190100', '03020001', '13020001']);
    expect(writes.indexOf('030100')).toBeLessThan(from);
  });

  test('a BMI270 has its own registers', () => {
    const { result, writes } = runPlan(
      metamotion.open({ rate_hz: 50 }).setup(),
      board({ accelKind: 4, gyroKind: 1 }),
    );
    expect(result.sensor.nominal_rate_hz).toBe(50);
    for (const bytes of ['0303a703', '1303a700', '030501', '130501']) expect(writes).toContain(bytes);
    expect(writes).not.toContain('031c01');
  });

  test('a board without gyroscope streams three axes and says so', () => {
    const session = metamotion.open({ rate_hz: 100 });
    const { result, writes } = runPlan(session.setup(), board({ accelKind: 1 }));
    expect(result.sensor.gyro_range_dps).toBeNull();
    expect(result.warnings[0]).toMatch(/does not measure rotation/);
    expect(writes).not.toContain('130101');
    expect(session.decode(NOTIFY, accel(0), 0).batch).toMatchObject({
      count: 3,
      gyro_dps: null,
      clock: 'arrival',
    });
  });

  test('settings that did not take are named', () => {
    const { result } = runPlan(
      metamotion.open({ rate_hz: 100 }).setup(),
      board({ accelKind: 1, gyroKind: 0, wrongRange: true }),
    );
    expect(result.warnings[0]).toMatch(/did not take its settings/);
  });

  test('an older chip and a silent board are failures in words', () => {
    const plan = () => metamotion.open({ rate_hz: 100 }).setup();
    expect(runPlan(plan(), board({ accelKind: 0 })).result.failure).toMatch(/older motion chip/);
    expect(runPlan(plan()).result.failure).toMatch(/not responding/);
  });

  test('battery, identify and teardown', () => {
    const session = metamotion.open({ rate_hz: 100 });
    const battery = session.battery();
    expect(battery && runPlan(battery, board({ accelKind: 1 })).result).toBe(99);
    const identify = session.identify();
    expect(identify && runPlan(identify).writes).toEqual(['020300021f00000032000000f40100000a', '020101']);
    expect(runPlan(session.teardown()).writes.slice(0, 2)).toEqual(['030100', '130100']);
  });

  test('known by its service, whatever its name', () => {
    const service = '326a900085cb9195d9dd464cfbbae75a';
    expect(driverFor({ name: 'Rack 3', services: [service], manufacturer_id: null })?.family).toBe(
      'metamotion',
    );
    expect(driverFor({ name: 'MetaWear', services: [], manufacturer_id: null })?.family).toBe('metamotion');
  });
});
