import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../src/sensors/common/bytes.ts';
import { COMMAND, readAnswer, readCommand } from '../../src/sensors/open-profile/control.ts';
import {
  encodeAnswer,
  encodeSamplePacket,
  samplesPerPacket,
  startCommand,
} from '../../src/sensors/open-profile/encode.ts';
import {
  CONTROL,
  DESCRIPTION,
  readSamplePacket,
  SAMPLES,
  SERVICE,
} from '../../src/sensors/open-profile/layout.ts';
import { openProfile } from '../../src/sensors/open-profile/open-profile.ts';
import { expectNear } from './near.ts';

const specification = readFileSync(new URL('../../docs/sensor-profile.md', import.meta.url), 'utf8');

/** A packet of `count` samples from number `first`, taken every `period_us` on a clock that began at `start_us`. */
function packet(first: number, count: number, { period_us = 5_000, start_us = 0, stated_us = 5_000 } = {}) {
  return encodeSamplePacket({
    first_sample: first % 2 ** 32,
    t_us: (start_us + first * period_us) % 2 ** 32,
    period_us: stated_us,
    accel_range_g: 16,
    gyro_range_dps: 2_000,
    overflow: false,
    accel_g: Float64Array.from({ length: 3 * count }, (_, i) => (i % 3 === 2 ? 1 : 0)),
    gyro_dps: new Float64Array(3 * count),
  });
}

describe('the specification', () => {
  test('its example packet is what encoder and decoder make of it', () => {
    const hex = /5 ms apart: `([0-9a-f ]+)`/.exec(specification)?.[1] ?? '';
    const read = readSamplePacket(fromHex(hex));
    expect(read).toMatchObject({ first_sample: 400, t_us: 2_000_000, period_us: 5_000, overflow: false });
    expectNear(read?.accel_g ?? [], [0, 0, 1], 1e-3);
    expectNear(read?.gyro_dps ?? [], [1, -2, 0.5], 0.04);
    expect(read && toHex(encodeSamplePacket(read))).toBe(toHex(fromHex(hex)));
  });

  test('its example command and answer are those of the encoder', () => {
    const settings = { rate_hz: 200, accel_range_g: 16, gyro_range_dps: 2000 };
    const [, command = '', answer = ''] =
      /tag 7 is `([0-9a-f ]+)`, answered\s+`([0-9a-f ]+)`/.exec(specification) ?? [];
    expect(toHex(startCommand(7, settings))).toBe(toHex(fromHex(command)));
    expect(readCommand(fromHex(command))).toEqual({ command: 1, tag: 7, settings, seconds: 0 });
    expect(toHex(encodeAnswer(COMMAND.start, 7, 0, settings))).toBe(toHex(fromHex(answer)));
    expect(readAnswer(fromHex(answer))).toEqual({ command: 1, tag: 7, status: 0, settings });
  });

  test('names the UUIDs that the code uses', () => {
    const written = specification.replaceAll('-', '');
    for (const uuid of [SERVICE, SAMPLES, CONTROL, DESCRIPTION]) expect(written).toContain(uuid);
  });

  test('packet sizes follow the MTU and 50 ms', () => {
    expect(samplesPerPacket(247, 200, true)).toBe(10);
    expect(samplesPerPacket(185, 400, true)).toBe(13);
    expect(samplesPerPacket(100, 200, true)).toBe(6);
    expect(samplesPerPacket(23, 100, true)).toBe(0);
    expect(samplesPerPacket(31, 100, true)).toBe(1);
    expect(samplesPerPacket(247, 10, false)).toBe(1);
  });
});

describe('samples', () => {
  test('any packet comes out as it went in, within half a count', () => {
    const vector3 = fc.tuple(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(vector3, { minLength: 3, maxLength: 60 }),
        fc.constantFrom(2, 4, 8, 16),
        fc.boolean(),
        (v, range, gyro) => {
          const numbers = v.slice(0, v.length - (v.length % 3));
          const accel_g = Float64Array.from(numbers, ([a]) => a * range);
          const gyro_dps = gyro ? Float64Array.from(numbers, ([, w]) => w * 1000) : null;
          const sent = {
            first_sample: 4e9,
            t_us: 3e9,
            period_us: 10_000,
            accel_range_g: range,
            overflow: true,
            accel_g,
            gyro_dps,
          };
          const read = readSamplePacket(encodeSamplePacket({ ...sent, gyro_range_dps: gyro ? 1000 : 0 }));
          expect(read).toMatchObject({
            first_sample: 4e9,
            t_us: 3e9,
            overflow: true,
            gyro_range_dps: gyro ? 1000 : 0,
          });
          // one whole count at the end of the range, where +32768 cannot be sent
          expectNear(read?.accel_g ?? [], [...accel_g], range / 32_768 + 1e-9);
          if (gyro_dps) expectNear(read?.gyro_dps ?? [], [...gyro_dps], 1000 / 32_768 + 1e-9);
          else expect(read?.gyro_dps).toBeNull();
        },
      ),
    );
  });

  test('time runs evenly over the wrap of the clock and of the numbers', () => {
    const session = openProfile.open({ rate_hz: 200 });
    const from = 2 ** 32 - 1_000;
    const times: number[] = [];
    for (let first = from; first < from + 2_000; first += 10) {
      const { batch, lost, malformed } = session.decode(SAMPLES, packet(first, 10), (first - from) / 200);
      expect({ lost, malformed }).toEqual({ lost: 0, malformed: 0 });
      times.push(...(batch?.t_s ?? []));
    }
    expect(times).toHaveLength(2_000);
    const steps = times.slice(1).map((t, i) => t - (times[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0.004999);
    expect(Math.max(...steps)).toBeLessThan(0.005001);
  });

  test('every loss is known by number, whatever the packet sizes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ count: fc.integer({ min: 1, max: 20 }), drop: fc.boolean() }), {
          minLength: 2,
          maxLength: 60,
        }),
        (plan) => {
          const session = openProfile.open({ rate_hz: 200 });
          let number = 77;
          let dropped = 0;
          let started = false;
          for (const { count, drop } of plan) {
            if (drop) dropped += started ? count : 0;
            else {
              const { batch, lost } = session.decode(SAMPLES, packet(number, count), number / 200);
              expect(batch?.count).toBe(count);
              expect(lost).toBe(dropped);
              dropped = 0;
              started = true;
            }
            number += count;
          }
        },
      ),
    );
  });

  test('repeated and late packets give nothing and disturb nothing', () => {
    const session = openProfile.open({ rate_hz: 200 });
    session.decode(SAMPLES, packet(0, 10), 0);
    session.decode(SAMPLES, packet(10, 10), 0.05);
    expect(session.decode(SAMPLES, packet(10, 10), 0.06)).toMatchObject({ batch: null, malformed: 1 });
    expect(session.decode(SAMPLES, packet(0, 10), 0.07)).toMatchObject({ batch: null, malformed: 1 });
    expect(session.decode(SAMPLES, packet(20, 10), 0.1)).toMatchObject({ lost: 0, malformed: 0 });
  });

  test('an IMU 6 % faster than it says is spaced by its stamps', () => {
    const session = openProfile.open({ rate_hz: 200 });
    const odd = { period_us: 4_700, stated_us: 5_000 };
    session.decode(SAMPLES, packet(0, 10, odd), 0);
    const { batch, lost, malformed } = session.decode(SAMPLES, packet(10, 10, odd), 0.05);
    expect({ lost, malformed }).toEqual({ lost: 0, malformed: 0 });
    expectNear(
      batch?.t_s ?? [],
      Array.from({ length: 10 }, (_, i) => (10 + i) * 0.0047),
      1e-7,
    );
  });

  test('a packet stamped 4.9 s ahead is the one that is lost, and it is counted', () => {
    const session = openProfile.open({ rate_hz: 200 });
    const taken = Array.from({ length: 120 }, (_, k) => {
      const wrong_us = k === 20 ? 4_900_000 : 0;
      return session.decode(SAMPLES, packet(10 * k, 10, { start_us: wrong_us }), 0.05 * k);
    });
    expect(taken.filter(({ batch }) => batch === null)).toEqual([taken[20]]);
    expect(taken.flatMap(({ lost }, k) => (lost > 0 ? [[k, lost]] : []))).toEqual([[21, 10]]);
  });

  test('a sensor that began anew is not taken for a loss of billions', () => {
    const session = openProfile.open({ rate_hz: 200 });
    session.decode(SAMPLES, packet(1_000_000, 10, { start_us: 0 }), 0);
    const { batch, lost } = session.decode(SAMPLES, packet(0, 10, { start_us: 0 }), 2);
    expect(batch?.count).toBe(10);
    expect(lost).toBe(0);
  });

  test.each([
    ['a later version', (b: Uint8Array) => b.fill(2, 0, 1)],
    ['no samples', (b: Uint8Array) => b.fill(0, 2, 3)],
    ['a torn end', (b: Uint8Array) => b.slice(0, -1)],
    ['full scale zero', (b: Uint8Array) => b.fill(0, 3, 4)],
  ])('a packet with %s is refused', (_what, spoil) => {
    expect(openProfile.open({ rate_hz: 200 }).decode(SAMPLES, spoil(packet(0, 5)), 0)).toMatchObject({
      batch: null,
      malformed: 1,
    });
  });

  test('a longer header of a later revision is stepped over', () => {
    const old = packet(0, 2);
    const longer = new Uint8Array(old.length + 4);
    longer.set(old.subarray(0, 16));
    longer.set(old.subarray(16), 20);
    longer[5] = 20;
    expectNear(readSamplePacket(longer)?.accel_g ?? [], [0, 0, 1, 0, 0, 1], 1e-9);
  });
});
