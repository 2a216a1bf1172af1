import { describe, expect, test } from 'vitest';
import { variationOf } from '../../src/lifts/catalogue.ts';
import type { Reference } from '../../src/lifts/lift.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { calibrationReference } from '../../src/reps/measure/reference.ts';
import type { Analysis, RepSteadiness } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { type SwayingSet, swayingSet } from './swaying-set.ts';

function analysed(spec: SwayingSet, reference: Reference | null = null): Analysis {
  return analyzeSet(swayingSet(spec), {
    lift: 'hip-thrust',
    variation: 'barbell',
    load_kg: null,
    targets: variationOf('hip-thrust', 'barbell').targets,
    reference,
    calibration: null,
    set_end_s: 8,
  });
}

/** What three slow reps on another occasion taught about the athlete. */
function calibrated(athlete: number): Reference {
  const { reps, steadiness } = analysed({ athlete, set: 100, reps: 3, hold_s: 2 });
  const reference = calibrationReference(reps, steadiness);
  if (reference === null) throw new Error('three reps of the generator are a calibration');
  return reference;
}

const all = (analysis: Analysis, of: keyof RepSteadiness): number[] =>
  analysis.steadiness?.flatMap((rep) => rep[of] ?? []) ?? [];
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const unsteady = ({ reps }: Analysis): number[] =>
  reps.filter(({ verdict }) => verdict.flags.includes('unsteady')).map(({ index }) => index);

describe('what is measured', () => {
  test('tilt put on top of a steady set is found again, and is not taken for sway', () => {
    const calm = analysed({ athlete: 1, set: 1 });
    const tilted = analysed({ athlete: 1, set: 1, tilt_deg: 1 });
    expect(Math.max(...all(calm, 'tilt_deg'))).toBeLessThan(0.3);
    expect(all(tilted, 'tilt_deg')).toHaveLength(8);
    for (const tilt of all(tilted, 'tilt_deg')) expect(Math.abs(tilt - 1)).toBeLessThan(0.3);
    expect(mean(all(tilted, 'sway_m'))).toBeLessThan(0.005);
  });

  test.each(['along', 'across'] as const)(
    'sway %s the bar is found again, and is not taken for tilt',
    (sway) => {
      const calm = analysed({ athlete: 2, set: 1 });
      const swaying = analysed({ athlete: 2, set: 1, sway_m: 0.015, sway });
      expect(Math.max(...all(calm, 'sway_m'))).toBeLessThan(0.005);
      expect(all(swaying, 'sway_m')).toHaveLength(8);
      // what a path that bends with height can explain is not counted
      for (const sway_m of all(swaying, 'sway_m')) {
        expect(sway_m).toBeGreaterThan(0.008);
        expect(sway_m).toBeLessThan(0.017);
      }
      expect(mean(all(swaying, 'tilt_deg'))).toBeLessThan(0.3);
    },
  );

  test('rolling about its own axis is no tilt, bending along the arc of the hip is no sway', () => {
    for (const roll_deg of [5, 30]) {
      const rolled = analysed({ athlete: 3, set: 1, roll_deg });
      expect(Math.max(...all(rolled, 'tilt_deg'))).toBeLessThan(0.3);
      expect(Math.max(...all(rolled, 'sway_m'))).toBeLessThan(0.006);
    }
  });

  test('neither mounting nor heading matters', () => {
    const spec = { athlete: 4, set: 1, tilt_deg: 1, sway_m: 0.01, sway: 'across' } as const;
    const one = analysed(spec);
    for (const change of [{ mounting: 77 }, { mounting: 78 }, { heading_rad: 2.1 }]) {
      const other = analysed({ ...spec, ...change });
      expect(Math.abs(mean(all(other, 'tilt_deg')) - mean(all(one, 'tilt_deg')))).toBeLessThan(0.1);
      expect(Math.abs(mean(all(other, 'sway_m')) - mean(all(one, 'sway_m')))).toBeLessThan(0.001);
    }
  });

  test('without a gyro nothing is known of either', () => {
    const { reps, steadiness } = analysed({
      athlete: 5,
      set: 1,
      reps: 4,
      sensor: { ...UNCALIBRATED_SENSOR, axes: 3 },
    });
    expect(reps).toHaveLength(4);
    expect(steadiness).toEqual(reps.map(() => ({ tilt_deg: null, sway_m: null })));
    expect(calibrationReference(reps, steadiness)?.steadiness).toBeNull();
  });

  test('a bar that tips as much as it rolls does not tell which way it points: no tilt then', () => {
    const { steadiness } = analysed({ athlete: 6, set: 1, roll_deg: 0, tilt_deg: 2 });
    for (const rep of steadiness ?? []) expect(rep.tilt_deg ?? 0).toBeLessThan(2);
  });
});

describe('what is judged', () => {
  const ATHLETES = Array.from({ length: 16 }, (_, i) => 401 + i);
  const references = new Map(ATHLETES.map((athlete) => [athlete, calibrated(athlete)]));
  const flagged = (change: Partial<SwayingSet>) => {
    let reps = 0;
    let flags = 0;
    for (const athlete of ATHLETES) {
      const analysis = analysed({ athlete, set: 2, ...change }, references.get(athlete) ?? null);
      reps += analysis.reps.length;
      flags += unsteady(analysis).length;
    }
    return { reps, share: flags / reps };
  };

  test('every calibration of a 6-axis sensor knows how steady it was', () => {
    for (const reference of references.values()) {
      expect(reference.steadiness?.tilt_deg).toBeGreaterThan(0);
      expect(reference.steadiness?.sway_m).toBeGreaterThan(0);
    }
  });

  test('ordinary reps are called unsteady in fewer than 3 in 100, by a calibration on another occasion', () => {
    const { reps, share } = flagged({});
    console.log(`unsteady, ordinary sets: ${(100 * share).toFixed(1)} % of ${reps} reps flagged`);
    expect(reps).toBeGreaterThanOrEqual(120);
    expect(share).toBeLessThan(0.03);
  });

  test('a bar that tips 2 deg, or sways 2 cm, in two reps of the set is called unsteady in those', () => {
    const reps = [3, 6];
    for (const change of [
      { tilt_deg: 2 },
      { sway_m: 0.02, sway: 'along' as const },
      { sway_m: 0.02, sway: 'across' as const },
    ]) {
      const hit = ATHLETES.map((athlete) =>
        unsteady(analysed({ athlete, set: 2, unsteady: reps, ...change }, references.get(athlete) ?? null)),
      );
      const found = hit.flat().filter((index) => reps.includes(index)).length / (2 * ATHLETES.length);
      const others = hit.flat().filter((index) => !reps.includes(index)).length / (6 * ATHLETES.length);
      console.log(
        `unsteady, ${JSON.stringify(change)}: ${(100 * found).toFixed(0)} % of the unsteady reps told, ${(100 * others).toFixed(1)} % of the others`,
      );
      expect(found).toBeGreaterThan(0.9);
      expect(others).toBeLessThan(0.03);
    }
  });
});
