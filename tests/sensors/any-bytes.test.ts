import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DriverSession } from '../../src/sensors/driver.ts';
import { sensorDrivers } from '../../src/sensors/index.ts';
import { CONTROL } from '../../src/sensors/open-profile/layout.ts';
import { doorOf, honest, realPackets, SAMPLES_PER_BYTE } from './doors.ts';
import { runPlan } from './scripted-peripheral.ts';
import { vector, vectors } from './vectors.ts';

const anyBytes = fc.uint8Array({ maxLength: 260 });

/** Bytes that are nothing, bytes that begin rightly, and real packets with some bytes changed. */
function notifications(family: string): fc.Arbitrary<Uint8Array[]> {
  const door = doorOf(family);
  const headed = fc
    .tuple(fc.constantFrom(...door.heads), anyBytes)
    .map(([head, tail]) => Uint8Array.from([...head, ...tail]));
  const real = realPackets(family);
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
  const door = doorOf(family).on;

  test('no byte string makes it throw, hang, grow without bound, run back in time or emit NaN', () => {
    fc.assert(
      fc.property(notifications(family), (packets) => {
        feed(driver.open({ rate_hz: 200 }), door, packets);
      }),
      { numRuns: 300 },
    );
  });

  test('packets in any order are safe', () => {
    const real = realPackets(family);
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
