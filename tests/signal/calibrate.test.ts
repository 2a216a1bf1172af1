import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SampleBatch } from '../../src/recording/samples.ts';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { fitCalibration, type SensorRest } from '../../src/signal/calibrate.ts';
import { createRestFinder } from '../../src/signal/rest-finder.ts';
import { type RestMemory, readRestMemory, rememberRest } from '../../src/signal/rest-memory.ts';
import { createSixPosition } from '../../src/signal/six-position.ts';

type Three = [number, number, number];
const SIDES: Three[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
];
/** raw such that scale * (raw - offset) = true. */
const readingOf = (gravity: Three, offset: Three, scale: Three): Three =>
  gravity.map((g, i) => g / (scale[i] as number) + (offset[i] as number)) as Three;
const restAt = (gravity: Three, offset: Three, scale: Three, noise = (): number => 0): SensorRest => ({
  accel_g: readingOf(gravity, offset, scale).map((a) => a + noise()) as Three,
  gyro_dps: [0.4, -0.2, 0.1],
  weight: 1,
});
const turned = (gravity: Three, random = createRandom(1), by = 0.25): Three => {
  const leant = gravity.map((g) => g + random.normal(by)) as Three;
  const length = Math.hypot(...leant);
  return leant.map((g) => g / length) as Three;
};
const farthest = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))));
const error3 = fc.tuple(
  fc.double({ min: -0.06, max: 0.06, noNaN: true }),
  fc.double({ min: -0.06, max: 0.06, noNaN: true }),
  fc.double({ min: -0.06, max: 0.06, noNaN: true }),
);
const scale3 = fc.tuple(
  fc.double({ min: 0.98, max: 1.02, noNaN: true }),
  fc.double({ min: 0.98, max: 1.02, noNaN: true }),
  fc.double({ min: 0.98, max: 1.02, noNaN: true }),
);

describe('offset and scale from rests', () => {
  test('six roughly placed sides give them back within 3 mg and 0.3 %', () => {
    fc.assert(
      fc.property(error3, scale3, fc.integer({ min: 1, max: 1e6 }), (offset, scale, seed) => {
        const random = createRandom(seed);
        const rests = SIDES.map((side) => restAt(turned(side, random, 0.08), offset, scale));
        const fit = fitCalibration(rests, 'six-position');
        expect(fit.ok).toBe(true);
        if (!fit.ok) return;
        expect(farthest(fit.calibration.accel_offset_g, offset)).toBeLessThan(0.003);
        expect(farthest(fit.calibration.accel_scale, scale)).toBeLessThan(0.003);
        expect(fit.calibration.residual_g).toBeLessThan(0.002);
      }),
    );
  });

  test('the gyro’s bias is the mean over the rests', () => {
    const fit = fitCalibration(
      SIDES.map((side) => restAt(side, [0, 0, 0], [1, 1, 1])),
      'rests',
    );
    expect(fit.ok && fit.calibration.gyro_bias_dps.map((bias) => bias.toFixed(3))).toEqual([
      '0.400',
      '-0.200',
      '0.100',
    ]);
  });

  test('one disturbed rest among many does not bend it', () => {
    const random = createRandom(3);
    const rests = [...SIDES, ...SIDES, ...SIDES].map((side) =>
      restAt(turned(side, random), [0.03, -0.02, 0.01], [1.01, 0.99, 1], () => random.normal(0.0005)),
    );
    const disturbed = { ...(rests[0] as SensorRest), accel_g: [1.25, 0.1, 0.1] as Three };
    const fit = fitCalibration([...rests.slice(1), disturbed], 'rests');
    // either the outlier is named, or it is outvoted; never silently believed
    if (fit.ok) expect(Math.abs(fit.calibration.accel_offset_g[0] - 0.03)).toBeLessThan(0.006);
    else expect(fit.code).toBe('not-still');
  });

  test('a bar that only ever rolls about itself teaches no full calibration', () => {
    const rests = Array.from({ length: 12 }, (_, i) =>
      restAt([0, Math.cos((i * Math.PI) / 6), Math.sin((i * Math.PI) / 6)], [0.02, 0.02, 0.02], [1, 1, 1]),
    );
    expect(fitCalibration(rests, 'rests')).toMatchObject({ ok: false, code: 'too-alike' });
  });

  describe('of a bar that turns about itself and is tilted between two angles', () => {
    /** Rests all round the bar, its own axis between so many degrees below and above the horizontal. */
    const tilted = (count: number, lowest_deg: number, highest_deg: number): SensorRest[] =>
      Array.from({ length: count }, (_, i) => {
        const share = ((7 * i) % count) / (count - 1);
        const tilt = ((lowest_deg + (highest_deg - lowest_deg) * share) * Math.PI) / 180;
        const roll = (10 * Math.PI * i) / count;
        const across = Math.cos(tilt);
        const gravity: Three = [Math.sin(tilt), across * Math.cos(roll), across * Math.sin(roll)];
        return restAt(gravity, [0, 0, 0], [1, 1, 1]);
      });
    const outcome = (rests: SensorRest[]) => {
      const fit = fitCalibration(rests, 'rests');
      return fit.ok ? 'known' : fit.code;
    };

    test('the scale along it is not taken for known when it was hardly tilted', () => {
      expect(outcome(tilted(24, -30, 15))).toBe('too-alike');
      // what is usual of sensors makes up for the last bit
      expect(outcome(tilted(24, -30, 25))).toBe('known');
    });

    test('nor are its offsets from few rests', () => {
      expect(outcome(tilted(12, -90, 60))).toBe('too-alike');
    });
  });

  test('rests in a hand that shakes are refused', () => {
    const rests = [...SIDES, ...SIDES].map((side, i) =>
      restAt(side.map((g) => g * (i < 6 ? 1.05 : 0.95)) as Three, [0, 0, 0], [1, 1, 1]),
    );
    expect(fitCalibration(rests, 'rests')).toMatchObject({ ok: false, code: 'not-still' });
  });

  test('the same side six times is refused in words', () => {
    const rests = Array.from({ length: 6 }, () => restAt([0, 0, 1], [0, 0, 0.02], [1, 1, 1]));
    const fit = fitCalibration(rests, 'six-position');
    expect(fit).toMatchObject({ ok: false, code: 'too-alike' });
    expect(!fit.ok && fit.reason).toContain('six sides');
    expect(fitCalibration(rests.slice(2), 'rests')).toMatchObject({ ok: false, code: 'too-few' });
  });
});

const RATE_HZ = 100;
/** Lies on each side for `still_s`, is turned over in between. */
function handled(sides: readonly Three[], still_s: number, offset: Three, scale: Three): SampleBatch[] {
  const random = createRandom(9);
  const batches: SampleBatch[] = [];
  let n = 0;
  const add = (seconds: number, reading: (i: number) => Three, rate: () => Three): void => {
    const count = Math.round(seconds * RATE_HZ);
    const t_s = Float64Array.from({ length: count }, (_, i) => (n + i) / RATE_HZ);
    const accel = new Float64Array(3 * count);
    const gyro = new Float64Array(3 * count);
    for (let i = 0; i < count; i++) {
      accel.set(reading(i), 3 * i);
      gyro.set(rate(), 3 * i);
    }
    n += count;
    batches.push({ count, clock: 'device', t_s, accel_g: accel, gyro_dps: gyro });
  };
  for (const side of sides) {
    add(
      1.5,
      (i) => readingOf(turned(side, random, 0.5 * Math.cos(i)), offset, scale),
      () => [random.normal(60), random.normal(60), random.normal(60)],
    );
    add(
      still_s,
      () => readingOf(side, offset, scale).map((a) => a + random.normal(0.002)) as Three,
      () => [0.5 + random.normal(0.1), random.normal(0.1), random.normal(0.1)],
    );
  }
  return batches;
}

describe('the guided routine', () => {
  const offset: Three = [0.035, -0.02, 0.015];
  const scale: Three = [0.99, 1.01, 1.005];
  test('takes one rest a side and ends with the sixth', () => {
    const routine = createSixPosition();
    const seen: number[] = [];
    for (const batch of handled(SIDES, 3, offset, scale)) {
      routine.push(batch);
      seen.push(routine.positions);
    }
    expect(seen.filter((_, i) => i % 2 === 1)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(routine.result?.ok).toBe(true);
    if (!routine.result?.ok) return;
    expect(farthest(routine.result.calibration.accel_offset_g, offset)).toBeLessThan(0.004);
  });

  test('a side shown twice is told and not counted', () => {
    const routine = createSixPosition();
    const [a, b] = SIDES as [Three, Three];
    for (const batch of handled([a, b, a], 3, offset, scale)) routine.push(batch);
    expect(routine).toMatchObject({ positions: 2, repeated: true, result: null });
  });

  test('a sensor in somebody’s hand is at rest nowhere', () => {
    const finder = createRestFinder();
    for (const batch of handled(SIDES, 0.9, offset, scale)) expect(finder.push(batch)).toBeNull();
  });

  test('any batching finds the same rests', () => {
    const whole = handled(SIDES, 3, offset, scale);
    const find = (size: number): string[] => {
      const finder = createRestFinder();
      const found: string[] = [];
      for (const batch of whole)
        for (let from = 0; from < batch.count; from += size) {
          const to = Math.min(batch.count, from + size);
          const rest = finder.push({
            count: to - from,
            clock: batch.clock,
            t_s: batch.t_s.slice(from, to),
            accel_g: batch.accel_g.slice(3 * from, 3 * to),
            gyro_dps: batch.gyro_dps?.slice(3 * from, 3 * to) ?? null,
          });
          if (rest) found.push(rest.accel_g.map((a) => a.toFixed(9)).join());
        }
      return found;
    };
    expect(find(1)).toHaveLength(6);
    expect(find(7)).toEqual(find(1));
  });
});

describe('rests of ordinary training', () => {
  test('one entry a position, however often it is seen; readable after a restart', () => {
    const random = createRandom(4);
    let memory: RestMemory = [];
    for (let i = 0; i < 300; i++)
      memory = rememberRest(
        memory,
        restAt(turned(SIDES[i % 6] as Three, random, 0.02), [0, 0, 0], [1, 1, 1]),
      );
    expect(memory).toHaveLength(6);
    expect(Math.max(...memory.map((rest) => rest.weight))).toBeLessThanOrEqual(11);
    expect(readRestMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  });

  test('a memory that makes no sense is forgotten', () => {
    expect(readRestMemory(null)).toEqual([]);
    expect(readRestMemory([{ accel_g: [1, 2], gyro_dps: null, weight: 1 }, 7, null])).toEqual([]);
  });

  test('it never grows without bound', () => {
    const random = createRandom(5);
    let memory: RestMemory = [];
    for (let i = 0; i < 500; i++)
      memory = rememberRest(memory, restAt(turned([0, 0, 0], random, 1), [0, 0, 0], [1, 1, 1]));
    expect(memory.length).toBeLessThanOrEqual(40);
  });
});
