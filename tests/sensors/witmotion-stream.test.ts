import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromHex } from '../../src/sensors/common/bytes.ts';
import { createHeldSampleMeter } from '../../src/sensors/common/held-samples.ts';
import {
  createWitMotionParser,
  encodeWitMotionFrame,
  encodeWitMotionReply,
} from '../../src/sensors/witmotion/frames.ts';
import { batteryPercent } from '../../src/sensors/witmotion/registers.ts';
import { witmotion } from '../../src/sensors/witmotion/witmotion.ts';
import { expectNear } from './near.ts';
import { vector, vectorsOf } from './vectors.ts';

const NOTIFY = '0000ffe400001000800000805f9a34fb';

const recording = readFileSync(new URL('../fixtures/wt901-100hz.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => JSON.parse(line) as { hex: string; t: number });

function samplesOf(chunks: readonly Uint8Array[]) {
  const parser = createWitMotionParser();
  const accel: number[] = [];
  const gyro: number[] = [];
  let skipped = 0;
  const registers: number[] = [];
  for (const chunk of chunks) {
    const parsed = parser.push(chunk);
    accel.push(...parsed.accel_g);
    gyro.push(...parsed.gyro_dps);
    registers.push(...parsed.replies.map((r) => r.register));
    skipped += parsed.skipped;
  }
  return { accel, gyro, registers, skipped };
}

/** Cuts bytes at the given places. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const borders = [0, ...places.map((p) => p % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return borders.slice(1).map((end, i) => bytes.slice(borders[i], end));
}

describe('motion frames', () => {
  test.each(vectorsOf('wit-61').map((v) => [v.id, v] as const))('%s reads as captured', (_id, v) => {
    const { accel_g, gyro_dps, skipped } = createWitMotionParser().push(v.bytes);
    expect(skipped).toBe(0);
    expectNear(
      accel_g,
      v.expected.flatMap((e: { acc_g: number[] }) => e.acc_g),
      1e-5,
    );
    expectNear(
      gyro_dps,
      v.expected.flatMap((e: { gyro_dps: number[] }) => e.gyro_dps),
      1e-3,
    );
  });

  test('the recording of a WT901BLE67 holds four frames a notification and no repeated sample', () => {
    const session = witmotion.open({ rate_hz: 100 });
    const meter = createHeldSampleMeter();
    let count = 0;
    for (const { hex, t } of recording) {
      const { batch, malformed } = session.decode(NOTIFY, fromHex(hex), t);
      expect(malformed).toBe(0);
      expect(batch?.count).toBe(4);
      expect(batch?.clock).toBe('arrival');
      expect([...(batch?.t_s ?? [])]).toEqual([t, t, t, t]);
      if (batch) meter.push(batch);
      count += batch?.count ?? 0;
    }
    expect(count).toBe(288);
    expect(meter.value()).toEqual({ share: 0, samples: 288, holding: false });
  });

  test('a stream in which every frame comes twice is found to repeat its samples', () => {
    const session = witmotion.open({ rate_hz: 100 });
    const meter = createHeldSampleMeter();
    for (const { hex, t } of recording) {
      const frames = fromHex(hex);
      for (let i = 0; i < 4; i++) {
        const frame = frames.slice(20 * i, 20 * i + 20);
        const { batch } = session.decode(NOTIFY, concat(frame, frame), t);
        if (batch) meter.push(batch);
      }
    }
    expect(meter.value().share).toBeCloseTo(0.5, 2);
    expect(meter.value().holding).toBe(true);
    meter.reset();
    expect(meter.value().holding).toBe(false);
  });

  test('what the encoder writes the parser reads, within half a count', () => {
    const reading = fc.tuple(
      fc.double({ min: -15.9, max: 15.9, noNaN: true }),
      fc.double({ min: -1990, max: 1990, noNaN: true }),
    );
    fc.assert(
      fc.property(reading, ([a, w]) => {
        const { accel_g, gyro_dps } = createWitMotionParser().push(
          encodeWitMotionFrame([a, -a, a / 2], [w, -w, w / 3]),
        );
        expectNear(accel_g, [a, -a, a / 2], 0.00025);
        expectNear(gyro_dps, [w, -w, w / 3], 0.031);
      }),
    );
    // beyond the range the sensor holds its end
    expectNear(
      createWitMotionParser().push(encodeWitMotionFrame([40, -40, 0], [0, 0, 0])).accel_g,
      [16, -16, 0],
      0.001,
    );
  });
});

describe('register replies', () => {
  test('the magnetometer reply of the manual', () => {
    const v = vector('wit-71-mag');
    const { replies, accel_g } = createWitMotionParser().push(v.bytes);
    expect(accel_g.length).toBe(0);
    expect(replies).toEqual([{ register: v.expected.startReg, words: v.expected.words }]);
  });

  test.each(vectorsOf('wit-71-batt').map((v) => [v.id, v] as const))('%s gives the battery', (_id, v) => {
    const decoded = witmotion.open({ rate_hz: 100 }).decode(NOTIFY, v.bytes, 0);
    const [reply] = createWitMotionParser().push(v.bytes).replies;
    expect((reply?.words[0] ?? 0) / 100).toBeCloseTo(v.expected.battery_V, 6);
    expect(decoded.battery_percent).toBe(v.expected.battery_pct ?? 90);
    expect(decoded.batch).toBeNull();
  });

  test.each([
    [420, 100],
    [396, 100],
    [395, 90],
    [380, 50],
    [351, 10],
    [339, 0],
    [0, null],
  ])('%i hundredths of a volt are %s percent', (centivolts, percent) => {
    expect(batteryPercent(centivolts)).toBe(percent);
  });

  test('a reply among motion frames costs no sample', () => {
    const motion = fromHex(recording[0]?.hex ?? '');
    const reply = encodeWitMotionReply(0x64, [385]);
    const { batch, battery_percent, malformed } = witmotion
      .open({ rate_hz: 100 })
      .decode(NOTIFY, concat(motion.slice(0, 40), reply, motion.slice(40)), 1);
    expect(batch?.count).toBe(4);
    expect(battery_percent).toBe(60);
    expect(malformed).toBe(0);
  });
});

describe('a damaged or cut stream', () => {
  const stream = concat(
    ...recording.slice(0, 12).map(({ hex }) => fromHex(hex)),
    encodeWitMotionReply(0x03, [9]),
  );
  const whole = samplesOf([stream]);

  test('any cutting gives the same samples', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (places) => {
        expect(samplesOf(cutAt(stream, places))).toEqual(whole);
      }),
    );
    expect(samplesOf([...stream].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  test('any cutting of any bytes gives the same samples', () => {
    // Bytes that look like headers are frequent here, so that false headers are tried too.
    const byte = fc.oneof(fc.constantFrom(0x55, 0x61, 0x71), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(
        fc.array(byte, { maxLength: 300 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (bytes, places) => {
          const damaged = concat(stream.slice(0, 80), Uint8Array.from(bytes), stream.slice(80, 240));
          expect(samplesOf(cutAt(damaged, places))).toEqual(samplesOf([damaged]));
        },
      ),
    );
  });

  test('after a lost piece all frames but the torn ones come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (from, length) => {
        const damaged = concat(stream.slice(0, from), stream.slice(from + length));
        const lostFrames = Math.ceil((from + length) / 20) - Math.floor(from / 20);
        const { accel, skipped } = samplesOf([damaged]);
        // A false header inside the data may cost one frame more.
        expect(accel.length / 3).toBeGreaterThanOrEqual(whole.accel.length / 3 - lostFrames - 1);
        expect(skipped).toBeLessThan(60);
        expect(accel.slice(-9)).toEqual(whole.accel.slice(-9));
      }),
    );
  });

  test('a header inside the data does not catch the parser after damage', () => {
    const trap = encodeWitMotionFrame([0, 0, 1], [0, 0, 0]);
    trap.set([0x55, 0x61], 8);
    const good = encodeWitMotionFrame([0.5, 0.5, 0.5], [1, 2, 3]);
    const { accel, skipped } = samplesOf([concat(Uint8Array.of(1, 2, 3), trap.slice(4), good, good, good)]);
    expect(accel.length / 3).toBe(3);
    expectNear(accel.slice(0, 3), [0.5, 0.5, 0.5], 0.001);
    expect(skipped).toBe(3 + 16);
  });
});
