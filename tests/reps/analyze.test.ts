import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { variationOf } from '../../src/lifts/catalogue.ts';
import type { LiftId, Reference } from '../../src/lifts/lift.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { CALIBRATED_SENSOR, UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import type { Analysis, SetContext } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';

function context(lift: LiftId, rom_m: number | null, load_kg: number | null = null): SetContext {
  const reference: Reference | null =
    rom_m === null
      ? null
      : {
          rom_m,
          rom_sigma_m: 0.006,
          lockout_height_m: rom_m,
          lockout_height_sigma_m: 0.006,
          steadiness: null,
          origin: 'given',
        };
  return {
    lift,
    variation: 'barbell',
    load_kg,
    targets: variationOf(lift, 'barbell').targets,
    reference,
    calibration: null,
    set_end_s: 8,
  };
}

function analysed(spec: SetSpec, load_kg: number | null = null) {
  const { recording, truth } = simulatedSet(spec);
  const lift = spec.lift ?? 'hip-thrust';
  return { recording, truth, analysis: analyzeSet(recording, context(lift, truth.reference_rom_m, load_kg)) };
}

const plain: SetSpec = { seed: 11, reps: 6, hold_s: [1.2], roll_deg: 30, sensor: UNCALIBRATED_SENSOR };

describe('a set of hip thrusts', () => {
  const { analysis, truth } = analysed(plain, 100);

  test('every rep is found once, with its numbers within their stated uncertainty', () => {
    expect(analysis.reps).toHaveLength(6);
    analysis.reps.forEach((rep, i) => {
      const real = truth.reps[i];
      expect(Math.abs((rep.mcv_mps ?? 0) - (real?.mcv_mps ?? 9))).toBeLessThan(0.03);
      expect(Math.abs((rep.rom_m ?? 0) - (real?.rom_m ?? 9))).toBeLessThan(0.02);
      expect(Math.abs((rep.lockout.hold_s ?? 0) - (real?.lockout.hold_s ?? 9))).toBeLessThan(0.06);
      expect(rep.mcv_repeat_sigma_mps).toBeGreaterThan(0);
      expect(rep.mcv_repeat_sigma_mps).toBeLessThan(0.04);
      expect(rep.quality).toBe('good');
    });
  });

  test('its reps are full, held and lowered under control', () => {
    for (const rep of analysis.reps) {
      expect(rep.verdict).toMatchObject({ range: 'full', hold: 'met', flags: [] });
      expect(rep.mean_power_w).toBeGreaterThan(100);
    }
    expect(analysis.set).toMatchObject({ reps: 6, full: 6, failed: 0 });
  });

  test('phases follow one another', () => {
    for (const { concentric, lockout, eccentric } of analysis.reps) {
      expect(concentric.start_s).toBeLessThan(concentric.end_s);
      expect(lockout.start_s).toBe(concentric.end_s);
      expect(eccentric?.start_s).toBe(lockout.end_s);
      expect(eccentric?.end_s).toBeGreaterThan(eccentric?.start_s ?? 0);
    }
  });
});

describe('what is not a full rep', () => {
  test('half reps are called partial, the others full', () => {
    const { analysis } = analysed({ ...plain, reps: 8, half_reps: [3, 4, 7] });
    expect(analysis.reps.map((rep) => rep.verdict.range)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((rep) => ([3, 4, 7].includes(rep) ? 'partial' : 'full')),
    );
  });

  test('a failed attempt is shown as failed and not counted', () => {
    const { analysis } = analysed({ ...plain, seed: 3, reps: 5, mcv_mps: 0.3, failed_attempts: 1 });
    expect(analysis.reps).toHaveLength(5);
    expect(analysis.failed).toHaveLength(1);
    expect(analysis.failed[0]?.verdict.flags).toContain('failed');
    expect(analysis.set.failed).toBe(1);
  });

  test('a dropped bar is told', () => {
    const { analysis } = analysed({ ...plain, dropped_reps: [2] });
    expect(analysis.reps[1]?.verdict.lowering).toBe('dropped');
    expect(analysis.reps[3]?.verdict.lowering).not.toBe('dropped');
  });

  test('unrack and re-rack are no reps', () => {
    const { analysis } = analysed({ seed: 5, lift: 'squat', reps: 4, sensor: UNCALIBRATED_SENSOR });
    expect(analysis.reps).toHaveLength(4);
    for (const rep of analysis.reps) expect(rep.eccentric).not.toBeNull();
    expect(analysis.reps.at(-1)?.lockout.hold_s).toBeNull();
  });

  test('ten minutes of stillness hold no rep', () => {
    const n = 600 * 20;
    const recording: Recording = {
      sensor: simulatedSet({ ...plain, reps: 1 }).recording.sensor,
      clock: 'device',
      t_s: Float64Array.from({ length: n }, (_, i) => i / 20),
      accel_g: Float64Array.from({ length: 3 * n }, (_, i) => (i % 3 === 2 ? 1 : 0)),
      gyro_dps: new Float64Array(3 * n),
    };
    expect(analyzeSet(recording, context('hip-thrust', null)).reps).toEqual([]);
  });

  test('no samples, no reps, no crash', () => {
    const empty: Recording = {
      ...simulatedSet({ ...plain, reps: 1 }).recording,
      t_s: new Float64Array(0),
      accel_g: new Float64Array(0),
      gyro_dps: null,
    };
    expect(analyzeSet(empty, context('hip-thrust', null))).toMatchObject({ reps: [], failed: [] });
  });
});

/** The numbers a coach reads, for comparing two analyses of the same set. */
const numbers = (analysis: Analysis) =>
  analysis.reps.map((rep) => [rep.mcv_mps ?? 0, rep.rom_m ?? 0, rep.lockout.hold_s ?? 0]);

function expectSame(a: Analysis, b: Analysis, tolerance: number): void {
  expect(b.reps).toHaveLength(a.reps.length);
  const other = numbers(b);
  numbers(a).forEach((row, i) => {
    row.forEach((value, k) => {
      expect(Math.abs(value - (other[i]?.[k] ?? Number.NaN))).toBeLessThan(tolerance);
    });
  });
}

/** The same readings from a sensor mounted turned by the quaternion. */
function mounted(recording: Recording, [w, x, y, z]: readonly [number, number, number, number]): Recording {
  const norm = Math.hypot(w, x, y, z);
  const [a, b, c, d] = [w / norm, x / norm, y / norm, z / norm];
  const R = [
    [1 - 2 * (c * c + d * d), 2 * (b * c - a * d), 2 * (b * d + a * c)],
    [2 * (b * c + a * d), 1 - 2 * (b * b + d * d), 2 * (c * d - a * b)],
    [2 * (b * d - a * c), 2 * (c * d + a * b), 1 - 2 * (b * b + c * c)],
  ];
  const turn = (values: Float64Array): Float64Array =>
    values.map((_, i) => {
      const row = R[i % 3] as number[];
      const at = i - (i % 3);
      return [0, 1, 2].reduce((sum, k) => sum + (row[k] as number) * (values[at + k] as number), 0);
    });
  return {
    ...recording,
    accel_g: turn(recording.accel_g),
    gyro_dps: recording.gyro_dps && turn(recording.gyro_dps),
  };
}

describe('what the result may not depend on', () => {
  const { recording, analysis, truth } = analysed({ ...plain, sensor: CALIBRATED_SENSOR });
  const again = (other: Recording): Analysis =>
    analyzeSet(other, context('hip-thrust', truth.reference_rom_m));

  test('the same recording gives the same answer', () => {
    expect(again(recording)).toEqual(analysis);
  });

  test('how the sensor is mounted', () => {
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(part, part, part, part), (q) => {
        fc.pre(Math.hypot(...q) > 0.1);
        expectSame(analysis, again(mounted(recording, q)), 0.012);
      }),
      { numRuns: 8, seed: 4 },
    );
  });

  // a sensor that keeps time exactly: many differences of its times are the very thresholds of knots and windows
  test.each([50, 100, 200])('when the clock started, at %d Hz', (rate_hz) => {
    const exact = simulatedSet({ ...plain, sensor: { ...CALIBRATED_SENSOR, rate_hz } }).recording;
    const timed = (offset: number): Recording => ({
      ...exact,
      t_s: exact.t_s.map((_, i) => i / rate_hz + offset),
    });
    const first = again(timed(0));
    fc.assert(
      // whole milliseconds: of doubles drawn at random most are next to nothing
      fc.property(fc.integer({ min: -1e9, max: 2e12 }), (offset_ms) => {
        expectSame(first, again(timed(offset_ms / 1000)), 1e-6);
      }),
      { numRuns: 5, seed: 4 },
    );
  });

  test('the sampling rate, from 50 to 200 Hz, within the stated uncertainty', () => {
    for (const rate_hz of [50, 100, 200]) {
      const sensor = { ...CALIBRATED_SENSOR, rate_hz, bandwidth_hz: Math.min(42, 0.4 * rate_hz) };
      const sampled = analysed({ ...plain, sensor });
      expect(sampled.analysis.reps).toHaveLength(6);
      sampled.analysis.reps.forEach((rep, i) => {
        const real = sampled.truth.reps[i];
        const off = Math.abs((rep.mcv_mps ?? 0) - (real?.mcv_mps ?? 9));
        expect(off).toBeLessThan(3 * (rep.mcv_repeat_sigma_mps ?? 0));
      });
    }
  });
});
