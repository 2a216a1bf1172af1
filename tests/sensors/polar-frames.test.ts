import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPolarFrame } from '../../src/sensors/polar/frames.ts';
import { createPolarStreams } from '../../src/sensors/polar/streams.ts';
import { expectNear } from './near.ts';
import { compressed, frame } from './polar-encode.ts';
import { vector } from './vectors.ts';

describe('frames of real sensors and of the maker’s tests', () => {
  test.each(['polar-verity-81-8bit', 'polar-verity-81-6bit-trim', 'polar-81-min', 'polar-01-raw'])(
    '%s',
    (id) => {
      const { bytes, expected } = vector(id);
      const read = readPolarFrame(bytes, expected.factor ?? 1);
      expect(read?.measurement).toBe('accel');
      expect([...(read?.values ?? [])]).toEqual(expected.mG.flat());
      expect(read?.last_s).toBeCloseTo(Number(expected.timestamp_ns) * 1e-9, 6);
    },
  );

  test('polar-gyro-80', () => {
    const { bytes, expected } = vector('polar-gyro-80');
    const read = readPolarFrame(bytes, expected.factor);
    expect(read?.measurement).toBe('gyro');
    expect([...(read?.values ?? [])]).toEqual(expected.dps.flat());
  });

  test('a Verity at rest reads one g in every sample', () => {
    const { values } = readPolarFrame(vector('polar-verity-81-6bit-trim').bytes, 1) ?? {
      values: new Float64Array(),
    };
    expect(values.length).toBe(3 * 49);
    for (let i = 0; i < values.length; i += 3) {
      const norm = Math.hypot(values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0);
      expect(norm).toBeGreaterThan(1_000);
      expect(norm).toBeLessThan(1_025);
    }
  });

  test('the second sample of a frame lies half way back to the frame before', () => {
    // the maker's test: previous stamp 100 ns, this one 101 ns, two samples at 100.5 (written 100) and 101
    const { bytes, expected } = vector('polar-81-min');
    const streams = createPolarStreams(52, false);
    const values = Float64Array.of(0, 0, 1000);
    streams.push({ measurement: 'accel', last_s: Number(expected.prev_timestamp_ns) * 1e-9, values }, 0);
    const read = readPolarFrame(bytes, 1);
    const { batch } = read ? streams.push(read, 0) : { batch: null };
    const ns = [...(batch?.t_s ?? [])].map((t) => 100 + Math.floor(t * 1e9 + 1e-3));
    expect(ns).toEqual(expected.sample_timestamps_ns.map(Number));
  });
});

describe('compression', () => {
  const sample = fc.tuple(
    fc.integer({ min: -16_000, max: 16_000 }),
    fc.integer({ min: -16_000, max: 16_000 }),
    fc.integer({ min: -16_000, max: 16_000 }),
  );

  test('what was compressed at any width comes out exactly', () => {
    fc.assert(
      fc.property(
        fc.array(sample, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 17, max: 32 }),
        fc.integer({ min: 1, max: 20 }),
        (samples, bits, perBlock) => {
          const payload = compressed(samples, bits, perBlock);
          expect([...(readPolarFrame(frame(2, 0n, 0x81, payload), 1)?.values ?? [])]).toEqual(samples.flat());
        },
      ),
    );
  });

  test('0x80 counts g by its factor, for acceleration in thousands', () => {
    const payload = compressed(
      [
        [1905, 27376, -29282],
        [2095, 27271, -29367],
      ],
      10,
      8,
    );
    const values = readPolarFrame(frame(2, 0n, 0x80, payload), 2.44e-4)?.values ?? [];
    expectNear(
      values,
      [1905, 27376, -29282, 2095, 27271, -29367].map((v) => v * 0.244),
      1e-9,
    );
  });

  test('floats are compressed by their bit patterns', () => {
    const view = new DataView(new ArrayBuffer(4));
    const pattern = (value: number): number => {
      view.setFloat32(0, value);
      return view.getInt32(0);
    };
    const samples = [
      [1.5, -2, 0.25],
      [1.75, -2.5, 0.5],
    ].map((s) => s.map(pattern));
    const payload = compressed(samples, 32, 8, 4);
    expect([...(readPolarFrame(frame(5, 0n, 0x81, payload), 1)?.values ?? [])]).toEqual([
      1.5, -2, 0.25, 1.75, -2.5, 0.5,
    ]);
  });

  test.each([
    ['bytes of 8 bits', 0, [[-100, 20, 127]]],
    ['24 bits', 2, [[-16_000, 70_000, 5]]],
  ])('raw %s', (_what, type, samples) => {
    const size = type + 1;
    const payload = Uint8Array.from(
      samples.flat().flatMap((v) => Array.from({ length: size }, (_, i) => (v >> (8 * i)) & 0xff)),
    );
    expect([...(readPolarFrame(frame(2, 0n, type, payload), 1)?.values ?? [])]).toEqual(samples.flat());
  });

  test.each([
    ['a block longer than its frame', [8, 200, 1, 2, 3]],
    ['a block of zero bits, which would claim samples for nothing', [0, 255]],
    ['a block of no samples', [8, 0]],
    ['numbers wider than any sensor’s', [40, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]],
  ])('%s makes the frame worthless', (_what, block) => {
    expect(readPolarFrame(frame(2, 0n, 0x81, Uint8Array.of(0, 0, 0, 0, 0, 0, ...block)), 1)).toBeNull();
  });
});

describe('two streams on one clock', () => {
  const RATE = 208;
  const N = 60;
  /** A frame of either stream whose values are what a smooth motion had at its samples' times. */
  const smooth = (measurement: 'accel' | 'gyro', end_s: number, count = N, rate = RATE) => ({
    measurement,
    last_s: end_s,
    values: Float64Array.from({ length: 3 * count }, (_, i) => {
      const t = end_s - (count - 1 - Math.floor(i / 3)) / rate;
      return (measurement === 'accel' ? 1000 : 100) * Math.sin(t + (i % 3));
    }),
  });

  function run(frames: readonly { frame: ReturnType<typeof smooth>; at_s: number }[]) {
    const streams = createPolarStreams(RATE, true);
    const t: number[] = [];
    const gyro: number[] = [];
    const accel: number[] = [];
    let lost = 0;
    let malformed = 0;
    for (const { frame: one, at_s } of frames) {
      const decoded = streams.push(one, at_s);
      t.push(...(decoded.batch?.t_s ?? []));
      accel.push(...(decoded.batch?.accel_g ?? []));
      gyro.push(...(decoded.batch?.gyro_dps ?? []));
      lost += decoded.lost;
      malformed += decoded.malformed;
    }
    return { t, accel, gyro, lost, malformed };
  }

  const alternating = (count: number, gyroLag_s = 0.0021) =>
    Array.from({ length: count }, (_, k) => [
      { frame: smooth('accel', 100 + ((k + 1) * N) / RATE), at_s: k * 0.29 },
      { frame: smooth('gyro', 100 + ((k + 1) * N) / RATE + gyroLag_s), at_s: k * 0.29 + 0.1 },
    ]).flat();

  test('angular rate is interpolated to the times of acceleration', () => {
    const { t, accel, gyro, lost } = run(alternating(10));
    const began_s = 100 + N / RATE; // time counts from the first frame's stamp
    expect(t.length).toBeGreaterThanOrEqual(10 * N - 2);
    expect(lost).toBe(0);
    expectNear(
      accel,
      t.flatMap((at) => [0, 1, 2].map((axis) => Math.sin(began_s + at + axis))),
      1e-4,
    );
    expectNear(
      gyro,
      t.flatMap((at) => [0, 1, 2].map((axis) => 100 * Math.sin(began_s + at + axis))),
      0.01,
    );
    const steps = t.slice(1).map((at, i) => at - (t[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0.9 / RATE);
    expect(Math.max(...steps)).toBeLessThan(1.1 / RATE);
  });

  test('a lost acceleration frame is counted and leaves a hole, not a shift', () => {
    const frames = alternating(10).filter((_, i) => i !== 8);
    const { t, lost } = run(frames);
    expect(lost).toBe(N);
    const steps = t.slice(1).map((at, i) => at - (t[i] ?? 0));
    expect(Math.max(...steps)).toBeCloseTo((N + 1) / RATE, 3);
  });

  test('where angular rate is missing no sample is made up', () => {
    const { t, lost } = run(alternating(10).filter((_, i) => i !== 9));
    expect(lost).toBeGreaterThanOrEqual(N - 1);
    expect(lost).toBeLessThanOrEqual(N + 2);
    expect(t.length).toBeGreaterThanOrEqual(9 * N - 4);
  });

  test('a repeated frame gives no sample twice', () => {
    const frames = alternating(6);
    const twice = frames.flatMap((f) => [f, f]);
    expect(run(twice).t).toEqual(run(frames).t);
    expect(run(twice).malformed).toBe(frames.length);
  });

  test('acceleration does not wait for ever for angular rate that never comes', () => {
    const only = Array.from({ length: 40 }, (_, k) => ({
      frame: smooth('accel', 100 + ((k + 1) * N) / RATE),
      at_s: k * 0.29,
    }));
    const { t, lost } = run(only);
    expect(t).toEqual([]);
    expect(lost).toBeGreaterThan(40 * N - 4 * RATE);
  });

  test('a clock that is set while streaming moves both streams together', () => {
    const before = alternating(4);
    const after = alternating(8)
      .slice(8)
      .map(({ frame: f, at_s }) => ({ frame: { ...f, last_s: f.last_s + 1e6 }, at_s }));
    const { t } = run([...before, ...after]);
    const steps = t.slice(1).map((at, i) => at - (t[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps)).toBeLessThan(1.5);
    expect(t.length).toBeGreaterThan(6 * N);
  });

  test('a sensor 3 % faster than nominal is spaced by its stamps', () => {
    const streams = createPolarStreams(RATE, false);
    let last: Float64Array = new Float64Array();
    for (let k = 1; k <= 5; k++) {
      const { batch, lost } = streams.push(
        smooth('accel', (k * N) / (RATE * 1.03), N, RATE * 1.03),
        k * 0.28,
      );
      expect(lost).toBe(0);
      last = batch?.t_s ?? last;
    }
    expect(((last[N - 1] ?? 0) - (last[0] ?? 0)) / (N - 1)).toBeCloseTo(1 / (RATE * 1.03), 6);
  });
});
