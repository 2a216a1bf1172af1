import { describe, expect, test } from 'vitest';
import { GRID_DT_S } from '../../src/recording/synthetic/timeline.ts';
import type { TrueRep } from '../../src/recording/synthetic/true-rep.ts';
import { differentiate } from '../../src/recording/synthetic/waves.ts';
import { layOutReps } from '../../src/reps/definition/lay-out.ts';
import { measureRep } from '../../src/reps/definition/metrics.ts';
import { findRises } from '../../src/reps/definition/rises.ts';
import { findRung } from '../accuracy/rungs.ts';

/**
 * The definitions were written twice: in src/reps for what was measured, in src/recording/synthetic for what
 * truly was. On a path without noise they must say the same. (Not the mean propulsive velocity: src/reps
 * averages the acceleration first, so that vibration does not end the propulsive phase.)
 */
const RUNGS = ['paused', 'touch-and-go-10', 'constant-tension', 'explosive', 'half-reps', 'failed'];
const SEEDS = [101, 102, 103, 104];

describe.each(RUNGS)('both readings of the definitions agree: %s', (name) => {
  test.each(SEEDS)('seed %i', (seed) => {
    const rung = findRung(name);
    if (rung === undefined) throw new Error(`no rung ${name}`);
    const { height_m, truth } = rung.make(seed);
    const velocity_mps = differentiate(height_m);
    const trace = {
      t_s: Float64Array.from(height_m, (_, i) => i * GRID_DT_S),
      height_m,
      velocity_mps,
      accel_mps2: differentiate(velocity_mps),
    };
    const truths = [...truth.reps, ...truth.failed].sort((a, b) => a.start_s - b.start_s);
    const inside = (t_s: number) => (rep: TrueRep) =>
      t_s > rep.concentric.start_s && t_s < rep.concentric.end_s;
    const rises = findRises(trace, 0.05).filter((rise) => truths.some(inside(rise.peak * GRID_DT_S)));
    const reps = layOutReps(trace, rises, 'concentric-first');
    expect(reps).toHaveLength(truths.length);
    reps.forEach((rep, i) => {
      const is = truths[i] as TrueRep;
      const measured = measureRep(trace, rep, null);
      expect(rep.concentric.start.t_s).toBeCloseTo(is.concentric.start_s, 2);
      expect(rep.concentric.end.t_s).toBeCloseTo(is.concentric.end_s, 2);
      expect(rep.after?.start.t_s).toBeCloseTo(is.lockout.end_s ?? Number.NaN, 2);
      expect(measured.mcv_mps).toBeCloseTo(is.mcv_mps, 2);
      expect(measured.pcv_mps).toBeCloseTo(is.pcv_mps, 3);
      expect(rep.rom_m).toBeCloseTo(is.rom_m, 3);
    });
  });
});
