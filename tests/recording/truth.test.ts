import { describe, expect, test } from 'vitest';
import type { FeltMotion } from '../../src/recording/synthetic/kinematics.ts';
import { GRID_DT_S, GRID_HZ, type RepIntent, type Timeline } from '../../src/recording/synthetic/timeline.ts';
import type { Truth } from '../../src/recording/synthetic/true-rep.ts';
import { readTruth } from '../../src/recording/synthetic/truth.ts';

/** A path given as height over time, and where its phases were meant to be, in seconds. */
function truthOf(
  duration_s: number,
  height: (t: number) => number,
  phases: readonly number[][],
  eccentricFirst = false,
): Truth {
  const n = Math.round(duration_s * GRID_HZ);
  const height_m = Float64Array.from({ length: n }, (_, i) => height(i * GRID_DT_S));
  const at = (t: number | undefined): number => Math.round((t ?? 0) * GRID_HZ);
  const intents = phases.map(
    ([bottom, up, top, down, low, ending]): RepIntent => ({
      kind: 'full',
      bottom_from: at(bottom),
      concentric: [at(up), at(top)],
      top_until: at(down),
      eccentric: low === undefined ? null : [at(low), at(ending)],
    }),
  );
  const none = new Float64Array(0);
  const timeline: Timeline = {
    length: n,
    rise: none,
    forward: none,
    spin: none,
    tip: none,
    held: none,
    impacts: [],
    intents,
  };
  const felt: FeltMotion = { force_mps2: none, rate_rads: none, height_m };
  return readTruth(timeline, felt, 'hip-thrust', eccentricFirst, 0.3);
}

/** Raised cosine from 0 to `rise` over [from, from + duration]; speed is a half period of a sine. */
const ramp = (t: number, from: number, duration: number, rise: number): number => {
  const u = Math.min(1, Math.max(0, (t - from) / duration));
  return (rise * (1 - Math.cos(Math.PI * u))) / 2;
};

describe('truth of a raised-cosine rep with a two-second hold', () => {
  // v = (pi rise / 2 duration) sin: peak 0.589 m/s; start and end where it passes 0.02 and 0.05
  const peak = (Math.PI * 0.3) / (2 * 0.8);
  const startLate = (0.8 / Math.PI) * Math.asin(0.02 / peak);
  const endEarly = (0.8 / Math.PI) * Math.asin(0.05 / peak);
  const height = (t: number): number => ramp(t, 1, 0.8, 0.3) - ramp(t, 3.8, 1.2, 0.3);
  const [rep] = truthOf(7, height, [[0, 1, 1.8, 3.8, 3.8, 5]]).reps;

  test('concentric runs from 0.02 m/s to 0.05 m/s', () => {
    expect(rep?.concentric.start_s).toBeCloseTo(1 + startLate, 2);
    expect(rep?.concentric.end_s).toBeCloseTo(1.8 - endEarly, 2);
    expect(rep?.mcv_mps).toBeCloseTo(0.3 / (0.8 - startLate - endEarly), 2);
    expect(rep?.pcv_mps).toBeCloseTo(peak, 3);
    expect(rep?.time_to_peak_s).toBeCloseTo(0.4 - startLate, 2);
    expect(rep?.mpv_mps).toBe(rep?.mcv_mps);
    expect(rep?.rom_m).toBeCloseTo(0.3, 3);
  });

  test('hold runs to the descent, which starts at 0.05 m/s', () => {
    const descentLate = (1.2 / Math.PI) * Math.asin(0.05 / ((Math.PI * 0.3) / 2.4));
    expect(rep?.eccentric?.start_s).toBeCloseTo(3.8 + descentLate, 2);
    expect(rep?.lockout.hold_s).toBeCloseTo(2 + endEarly + descentLate, 2);
    expect(rep?.eccentric?.peak_mps).toBeCloseTo((Math.PI * 0.3) / 2.4, 3);
  });
});

describe('the definitions at their edges', () => {
  test('a stall of half a second on the way up stays inside the rep', () => {
    const height = (t: number): number => ramp(t, 1, 0.5, 0.15) + ramp(t, 2, 0.5, 0.15) - ramp(t, 4, 1, 0.3);
    const [rep] = truthOf(6, height, [[0, 1, 2.5, 4, 4, 5]]).reps;
    expect(rep?.concentric.start_s).toBeLessThan(1.05);
    expect(rep?.concentric.end_s).toBeGreaterThan(2.4);
    expect(rep?.mcv_mps).toBeCloseTo(0.2, 1);
  });

  test('a creep of half a centimetre at the top belongs to the hold, two centimetres to the concentric', () => {
    const creeping =
      (creep: number) =>
      (t: number): number =>
        ramp(t, 1, 0.6, 0.3) + ramp(t, 1.6, 1, creep) - ramp(t, 4, 1, 0.3);
    const [small] = truthOf(6, creeping(0.005), [[0, 1, 2.6, 4, 4, 5]]).reps;
    const [large] = truthOf(6, creeping(0.02), [[0, 1, 2.6, 4, 4, 5]]).reps;
    expect(small?.concentric.end_s).toBeLessThan(1.62);
    expect(large?.concentric.end_s).toBeGreaterThan(2);
    expect(small?.rom_m).toBeCloseTo(0.305, 3);
  });

  test('mean propulsive velocity ends where braking exceeds gravity', () => {
    // 0.15 m up in 0.2 s: a = (pi/T)^2 s/2 cos, -18.5 m/s2 at the end; crosses -9.81 at u = acos(-0.53)/pi
    const height = (t: number): number => ramp(t, 1, 0.2, 0.15) - ramp(t, 2, 0.6, 0.15);
    const [rep] = truthOf(3, height, [[0, 1, 1.2, 2, 2, 2.6]]).reps;
    const u = Math.acos(-9.81 / (((Math.PI / 0.2) ** 2 * 0.15) / 2)) / Math.PI;
    expect(rep?.mpv_mps).toBeCloseTo((0.075 * (1 - Math.cos(Math.PI * u))) / (0.2 * u), 1);
    expect(rep?.mpv_mps).toBeGreaterThan(rep?.mcv_mps ?? 1);
  });

  test('an eccentric-first rep takes the descent before it, and the last hold before the rack is not known', () => {
    const height = (t: number): number =>
      -ramp(t, 1, 1, 0.5) + ramp(t, 2.3, 0.8, 0.5) - ramp(t, 4, 1, 0.5) + ramp(t, 5.2, 0.8, 0.5);
    const { reps } = truthOf(
      8,
      height,
      [
        [2, 2.3, 3.1, 4, 1, 2],
        [5, 5.2, 6, 7.5, 4, 5],
      ],
      true,
    );
    expect(reps.map((rep) => rep.eccentric?.start_s.toFixed(1))).toStrictEqual(['1.0', '4.0']);
    expect(reps[0]?.start_s).toBe(reps[0]?.eccentric?.start_s);
    expect(reps[0]?.bottom.duration_s).toBeCloseTo(0.3, 1);
    expect(reps[0]?.lockout.hold_s).toBeCloseTo(0.95, 1);
    expect(reps[1]?.lockout.hold_s).toBeNull();
  });
});
