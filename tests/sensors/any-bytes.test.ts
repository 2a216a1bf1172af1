import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decoded, DriverSession } from '../../src/sensors/driver.ts';
import { sensorDrivers } from '../../src/sensors/index.ts';
import { CONTROL, SAMPLES } from '../../src/sensors/open-profile/layout.ts';
import { PMD_DATA } from '../../src/sensors/polar/setup.ts';
import { runPlan } from './scripted-peripheral.ts';
import { vector, vectors } from './vectors.ts';

/** Where each family's samples arrive, and how its packets begin, so that random bytes get past the door. */
const DOORS: Record<string, { on: string; heads: readonly (readonly number[])[]; vectors: string }> = {
  witmotion: {
    on: '0000ffe400001000800000805f9a34fb',
    heads: [
      [0x55, 0x61],
      [0x55, 0x71],
    ],
    vectors: 'wit',
  },
  movesense: {
    on: '3480000271854d5db431630e7050e8f0',
    heads: [
      [2, 0x63],
      [3, 0x63],
      [1, 0x63],
    ],
    vectors: 'mvs',
  },
  'open-profile': {
    on: SAMPLES,
    heads: [
      [1, 1, 2, 16, 20, 16],
      [1, 0, 1, 8, 0, 16],
    ],
    vectors: 'none',
  },
  'polar-verity-sense': {
    on: PMD_DATA,
    heads: [2, 5].flatMap((t) => [0x80, 0x81].map((f) => [t, 0, 0, 0, 0, 1, 0, 0, 0, f])),
    vectors: 'polar',
  },
  'polar-oh1': { on: PMD_DATA, heads: [[2, 9, 0, 0, 0, 0, 0, 0, 0, 1]], vectors: 'polar' },
  'polar-h10': { on: PMD_DATA, heads: [[2, 9, 0, 0, 0, 0, 0, 0, 0, 2]], vectors: 'polar' },
  metamotion: {
    on: '326a900685cb9195d9dd464cfbbae75a',
    heads: [
      [3, 0x1c],
      [0x13, 7],
      [3, 5],
      [0x13, 5],
      [0x11, 0x8c],
    ],
    vectors: 'mm',
  },
  'movella-dot': { on: '15172003494711e98646d663bd873d93', heads: [[0, 0, 1, 0]], vectors: 'dot' },
};

/** More samples than any family packs into so many bytes (one bit a delta) would be allocation without bound. */
const SAMPLES_PER_BYTE = 8 / 3;

const anyBytes = fc.uint8Array({ maxLength: 260 });

/** Bytes that are nothing, bytes that begin rightly, and real packets with some bytes changed. */
function notifications(family: string): fc.Arbitrary<Uint8Array[]> {
  const door = DOORS[family];
  if (!door) throw new Error(`no door for ${family}`);
  const headed = fc
    .tuple(fc.constantFrom(...door.heads), anyBytes)
    .map(([head, tail]) => Uint8Array.from([...head, ...tail]));
  const real = vectors.filter((v) => v.id.startsWith(door.vectors)).map((v) => v.bytes);
  const changed =
    real.length === 0
      ? headed
      : fc
          .tuple(
            fc.constantFrom(...real),
            fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
          )
          .map(([bytes, changes]) => {
            const copy = bytes.slice();
            for (const [at, value] of changes) copy[at % copy.length] = value;
            return copy;
          });
  return fc.array(fc.oneof(anyBytes, headed, changed), { minLength: 1, maxLength: 40 });
}

/** Checks one answer against what a decoder promises; returns its number of samples. */
function honest({ batch, battery_percent, lost, malformed }: Decoded, last: { t_s: number }): number {
  expect(Number.isInteger(lost) && lost >= 0, `lost ${lost}`).toBe(true);
  expect(Number.isInteger(malformed) && malformed >= 0).toBe(true);
  if (battery_percent !== null) expect(battery_percent >= 0 && battery_percent <= 100).toBe(true);
  if (batch === null) return 0;
  expect(batch.count).toBeGreaterThan(0);
  expect(batch.t_s).toHaveLength(batch.count);
  expect(batch.accel_g).toHaveLength(3 * batch.count);
  if (batch.gyro_dps) expect(batch.gyro_dps).toHaveLength(3 * batch.count);
  for (const numbers of [batch.t_s, batch.accel_g, batch.gyro_dps ?? []]) {
    for (const value of numbers) if (!Number.isFinite(value)) throw new Error(`${value} among the samples`);
  }
  for (const t of batch.t_s) {
    const forward = batch.clock === 'device' ? t > last.t_s : t >= last.t_s;
    if (!forward) throw new Error(`time runs back from ${last.t_s} to ${t}`);
    last.t_s = t;
  }
  return batch.count;
}

function feed(session: DriverSession, on: string, packets: readonly Uint8Array[]): void {
  const last = { t_s: Number.NEGATIVE_INFINITY };
  let samples = 0;
  let bytes = 0;
  packets.forEach((packet, i) => {
    bytes += packet.length;
    samples += honest(session.decode(on, packet, i * 0.03), last);
  });
  expect(samples).toBeLessThanOrEqual(bytes * SAMPLES_PER_BYTE + 1);
}

describe.each(sensorDrivers.map((driver) => [driver.family, driver] as const))('%s', (family, driver) => {
  const door = DOORS[family]?.on ?? '';

  test('no byte string makes it throw, hang, grow without bound, run back in time or emit NaN', () => {
    fc.assert(
      fc.property(notifications(family), (packets) => {
        feed(driver.open({ rate_hz: 200 }), door, packets);
      }),
      { numRuns: 300 },
    );
  });

  test('packets in any order are safe', () => {
    const { vectors: prefix = '' } = DOORS[family] ?? {};
    const real = vectors.filter((v) => v.id.startsWith(prefix)).map((v) => v.bytes);
    const some = real.length > 0 ? real : [Uint8Array.of(1)];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...some), { maxLength: 60 }), (packets) => {
        feed(driver.open({ rate_hz: 100 }), door, packets);
      }),
    );
  });

  test('decoding the same bytes twice gives the same samples', () => {
    fc.assert(
      fc.property(notifications(family), (packets) => {
        const decode = () => {
          const session = driver.open({ rate_hz: 200 });
          return packets.map((packet, i) => session.decode(door, packet, i * 0.03));
        };
        expect(decode()).toEqual(decode());
      }),
      { numRuns: 50 },
    );
  });

  test('what arrives during setup is survived by the plan, and plans end even when nothing answers', () => {
    const session = driver.open({ rate_hz: 200 });
    fc.assert(
      fc.property(anyBytes, fc.constantFrom(door, CONTROL), (bytes, on) => {
        const babble = { written: () => [{ on, bytes }], read: () => bytes };
        const { result } = runPlan(driver.open({ rate_hz: 200 }).setup(), babble);
        expect(result.sensor.family).toBe(family);
      }),
      { numRuns: 100 },
    );
    const { waited_ms } = runPlan(session.setup());
    expect(waited_ms).toBeLessThan(30_000);
    runPlan(session.teardown());
    const battery = session.battery();
    if (battery) expect(runPlan(battery).result).toBeNull();
  });

  test('says what it can do', () => {
    expect(driver.facts.rates_hz.length).toBeGreaterThan(0);
    expect(driver.facts.delivery_delay_s).toBeGreaterThan(0);
    expect(driver.services.length).toBeGreaterThan(0);
    for (const uuid of driver.services) expect(uuid).toMatch(/^([0-9a-f]{4}|[0-9a-f]{32})$/);
  });
});

/** Vectors of these families that the station has no use for, each with the reason. */
const NOT_OURS: Record<string, string> = {
  'dot-status': 'a field of the extended payloads; modes 19 and 21 carry none',
  'dot-msg-getstate': 'recording to the sensor’s flash is the maker’s app’s business',
  'dot-msg-stoprec': 'a recording in progress belongs to somebody and is not ours to stop',
  'dot-msg-getsync': 'one sensor needs no synchronisation',
};

test.each(Object.keys(NOT_OURS))('%s, should it arrive all the same, is no sample', (id) => {
  const { bytes } = vector(id);
  for (const driver of sensorDrivers) {
    for (const service of driver.services) {
      const { batch } = driver.open({ rate_hz: 60 }).decode(service, bytes, 0);
      expect(batch, driver.family).toBeNull();
    }
  }
});

test('every vector is used by a test, or named here with the reason why not', () => {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const families = [...sources.matchAll(/vectorsOf\('([^']+)'\)/g)].map((match) => match[1] ?? '');
  const unused = vectors.filter(
    ({ id }) =>
      !(id in NOT_OURS) &&
      !sources.includes(`'${id}'`) &&
      !families.some((prefix) => id.startsWith(prefix)) &&
      !sources.includes(`${id} arrives`) &&
      !sources.includes(`${id}, left over`),
  );
  expect(unused.map(({ id }) => id)).toEqual([]);
});
