import { describe, expect, test } from 'vitest';
import type { RepMotion } from '../../src/reps/definition/lay-out.ts';
import { layOutReps } from '../../src/reps/definition/lay-out.ts';
import { concentricOf, EXACT } from '../../src/reps/definition/phases.ts';
import { findRises } from '../../src/reps/definition/rises.ts';
import type { MotionTrace } from '../../src/reps/definition/trace.ts';
import { uncertaintyOf } from '../../src/reps/measure/uncertainty.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';
import { plainSet } from '../accuracy/plain-world.ts';

const STEP_S = 0.01;
const HEIGHT_M = 0.3;
const RISE_S = 1;

/** One rep: stands, rises by a smooth curve, creeps up by `creep_m` after it has slowed down, holds, comes down. */
function oneRep(creep_m: number, off_mps = 0): MotionTrace {
  const smooth = (u: number): number => u ** 3 * (10 - 15 * u + 6 * u * u);
  const clamp = (u: number): number => Math.min(1, Math.max(0, u));
  const height = (t: number): number =>
    HEIGHT_M * (smooth(clamp((t - 1) / RISE_S)) - smooth(clamp((t - 4) / RISE_S))) +
    creep_m * (smooth(clamp((t - 2.2) / 0.6)) - smooth(clamp((t - 4) / RISE_S)));
  const n = 650;
  const t_s = Float64Array.from({ length: n }, (_, i) => i * STEP_S);
  const slope = (t: number): number => (height(t + 1e-4) - height(t - 1e-4)) / 2e-4;
  return {
    t_s,
    height_m: t_s.map((t) => height(t) + off_mps * t),
    velocity_mps: t_s.map((t) => slope(t) + off_mps),
    accel_mps2: t_s.map((t) => (slope(t + 1e-3) - slope(t - 1e-3)) / 2e-3),
  };
}

const repOf = (trace: MotionTrace): RepMotion =>
  layOutReps(trace, findRises(trace), 'concentric-first', EXACT)[0] as RepMotion;

describe('sigma of a rep', () => {
  test('a velocity off by a constant moves the mean velocity by what is stated for it', () => {
    const off = 0.004;
    const trace = oneRep(0);
    const rep = repOf(trace);
    const wrong = concentricOf(oneRep(0, off), rep.rise);
    const mcv = (c: RepMotion['concentric']): number =>
      (c.end.height_m - c.start.height_m) / (c.end.t_s - c.start.t_s);
    // one unknown, the velocity's error: heights follow it in proportion to time
    const sigma = (terms: readonly { sample: number; height: number; velocity: number }[]): number =>
      Math.abs(
        terms.reduce((sum, x) => sum + off * (x.velocity + x.height * (trace.t_s[x.sample] as number)), 0),
      );
    const stated = uncertaintyOf(trace, rep, sigma, 0, EXACT, false).mcv_mps / (2.57 / 2);
    const moved = Math.abs(mcv(wrong) - mcv(rep.concentric));
    expect(stated).toBeGreaterThan(0.7 * moved);
    expect(stated).toBeLessThan(1.3 * moved);
  });

  test('a rep beside the edge of its definition is worth less than one far from it', () => {
    const quiet = (): number => 0.002;
    const of = (creep_m: number) => {
      const trace = oneRep(creep_m);
      return uncertaintyOf(trace, repOf(trace), quiet, 0.1, EXACT, false);
    };
    expect(of(0.0095).mcv_mps).toBeGreaterThan(5 * of(0).mcv_mps);
    expect(of(0.0095).samples.mcv_mps).toBeLessThan(1.5 * of(0).samples.mcv_mps);
  });
});

test('a better sensor states less, on the same movement', () => {
  const of = (offset_g: number, scale: number) => {
    const { recording, truth } = plainSet(3, {
      reps: 6,
      roll_deg: 30,
      offset_g,
      scale,
      rate_hz: 100,
      hold_s: () => 1,
      bottom_s: () => 0.4,
      rise_s: () => 0.9,
      half: 0,
    });
    return analyzeSet(recording, contextFor('hip-thrust', truth)).reps[2];
  };
  const poor = of(0.04, 0.01);
  const good = of(0.004, 0.002);
  expect(good?.rom_repeat_sigma_m).toBeLessThan(0.7 * (poor?.rom_repeat_sigma_m ?? 0));
  expect(good?.mcv_repeat_sigma_mps).toBeLessThan(0.7 * (poor?.mcv_repeat_sigma_mps ?? 0));
});
