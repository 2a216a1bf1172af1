import { describe, expect, test } from 'vitest';
import { BURSTY_ARRIVAL } from '../../src/recording/synthetic/delivery.ts';
import { IDEAL_SENSOR, UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { createSimulatedMotion } from '../../src/recording/synthetic/stream.ts';
import { GRID_HZ } from '../../src/recording/synthetic/timeline.ts';

const G_MPS2 = 9.80665;

/** Vertical height by textbook strapdown: turn by the gyro, add up twice, nothing corrected. */
function strapdownHeight(
  felt: { force_mps2: Float64Array; rate_rads: Float64Array },
  up: number[],
): number[] {
  let v = 0;
  let h = 0;
  const dt = 1 / GRID_HZ;
  const heights: number[] = [];
  for (let i = 0; i < felt.force_mps2.length / 3; i++) {
    const f = felt.force_mps2.subarray(3 * i, 3 * i + 3);
    const w = felt.rate_rads.subarray(3 * i, 3 * i + 3);
    const a = (f[0] ?? 0) * (up[0] ?? 0) + (f[1] ?? 0) * (up[1] ?? 0) + (f[2] ?? 0) * (up[2] ?? 0) - G_MPS2;
    // a vector fixed in the world turns against the sensor: du = u x w dt, by Rodrigues
    const angle = Math.hypot(w[0] ?? 0, w[1] ?? 0, w[2] ?? 0) * dt;
    if (angle > 0) {
      const k = [...w].map((x) => (-x * dt) / angle);
      const [k0 = 0, k1 = 0, k2 = 0] = k;
      const [u0 = 0, u1 = 0, u2 = 0] = up;
      const dot = (k0 * u0 + k1 * u1 + k2 * u2) * (1 - Math.cos(angle));
      const s = Math.sin(angle);
      const c = Math.cos(angle);
      up = [
        u0 * c + (k1 * u2 - k2 * u1) * s + k0 * dot,
        u1 * c + (k2 * u0 - k0 * u2) * s + k1 * dot,
        u2 * c + (k0 * u1 - k1 * u0) * s + k2 * dot,
      ];
    }
    v += a * dt;
    h += v * dt;
    heights.push(h);
  }
  return heights;
}

describe('the synthetic world', () => {
  test('the same seed gives the same set, another seed another one', () => {
    const first = simulatedSet({ seed: 21 });
    expect(simulatedSet({ seed: 21 }).recording).toStrictEqual(first.recording);
    expect(simulatedSet({ seed: 22 }).recording.accel_g).not.toStrictEqual(first.recording.accel_g);
  });

  test('force and rate agree with the path: strapdown through ten seconds of lifting comes back within a centimetre', () => {
    const { felt } = simulatedSet({
      seed: 23,
      reps: 2,
      roll_deg: 30,
      before: [{ kind: 'still', duration_s: 1 }],
    });
    const still = felt.force_mps2.subarray(300, 303);
    const norm = Math.hypot(...still);
    const heights = strapdownHeight(
      felt,
      [...still].map((f) => f / norm),
    );
    const origin = felt.height_m[0] ?? 0;
    const worst = heights.reduce(
      (most, h, i) => Math.max(most, Math.abs(h - ((felt.height_m[i] ?? 0) - origin))),
      0,
    );
    expect(worst).toBeLessThan(0.01);
  });

  test('a still ideal sensor reads one g and does not turn', () => {
    const { recording } = simulatedSet({
      seed: 24,
      reps: 0,
      sensor: IDEAL_SENSOR,
      before: [{ kind: 'still', duration_s: 5 }],
      after: [],
    });
    expect(recording.t_s.length).toBeGreaterThan(490);
    for (let i = 0; i < recording.accel_g.length; i += 3) {
      expect(Math.hypot(...recording.accel_g.subarray(i, i + 3))).toBeCloseTo(1, 9);
      expect(Math.hypot(...(recording.gyro_dps?.subarray(i, i + 3) ?? [1]))).toBeCloseTo(0, 9);
    }
  });

  test('what the sensor does to the signal is seen in it', () => {
    const base = { seed: 25, reps: 3 };
    const held = simulatedSet({ ...base, sensor: { ...UNCALIBRATED_SENSOR, held: 2 } }).recording;
    let repeated = 0;
    for (let i = 3; i < held.accel_g.length; i += 3)
      if ([0, 1, 2].every((axis) => held.accel_g[i + axis] === held.accel_g[i + axis - 3])) repeated++;
    expect(repeated / held.t_s.length).toBeGreaterThan(0.48);

    const clipped = simulatedSet({
      ...base,
      dropped_reps: [1, 2, 3],
      sensor: { ...UNCALIBRATED_SENSOR, accel_range_g: 2 },
    }).recording;
    expect(Math.max(...clipped.accel_g)).toBeLessThanOrEqual(2);
    expect(clipped.accel_g.some((a) => Math.abs(a) > 1.99)).toBe(true);

    expect(
      simulatedSet({ ...base, sensor: { ...UNCALIBRATED_SENSOR, axes: 3 } }).recording.gyro_dps,
    ).toBeNull();

    const clean = simulatedSet(base).recording;
    const glitched = simulatedSet({ ...base, sensor: { ...UNCALIBRATED_SENSOR, glitches_hz: 1 } }).recording;
    const changed = clean.accel_g.filter((a, i) => a !== glitched.accel_g[i]).length / 3;
    expect(changed).toBeGreaterThan(0.5 * (clean.t_s.at(-1) ?? 0));
    expect(changed).toBeLessThan(3 * (clean.t_s.at(-1) ?? 0));
  });

  test('arrival times come in bursts, never go back, and losses leave frames out', () => {
    const whole = simulatedSet({ seed: 26, delivery: BURSTY_ARRIVAL }).recording;
    const lossy = simulatedSet({ seed: 26, delivery: { ...BURSTY_ARRIVAL, lost: 0.1 } }).recording;
    const steps = whole.t_s.slice(1).map((t, i) => t - (whole.t_s[i] ?? 0));
    expect(Math.min(...steps)).toBe(0);
    expect(steps.filter((step) => step === 0).length / steps.length).toBeGreaterThan(0.7);
    expect(lossy.t_s.length / whole.t_s.length).toBeGreaterThan(0.8);
    expect(lossy.t_s.length / whole.t_s.length).toBeLessThan(0.97);
  });
});

describe('sets without end', () => {
  test('notifications follow one another in time and their samples are continuous over set borders', () => {
    const motion = createSimulatedMotion(27, { reps: 3, rest_s: 5 });
    let last_s = -1;
    let before: number[] | null = null;
    let previous_s = 0;
    const jumps_g: number[] = [];
    while (motion.told.length < 12) {
      const sets = motion.told.length;
      const { at_s, batch } = motion.next();
      const border = motion.told.length > sets;
      expect(at_s).toBeGreaterThanOrEqual(previous_s);
      previous_s = at_s;
      for (let i = 0; i < batch.count; i++) {
        const t_s = batch.t_s[i] ?? 0;
        expect(t_s - last_s).toBeGreaterThan(0);
        if (last_s >= 0) expect(t_s - last_s).toBeLessThan(0.015);
        last_s = t_s;
      }
      const first = batch.accel_g.subarray(0, 3);
      const kept: number[] = before ?? [...first];
      if (border) jumps_g.push(Math.hypot(...first.map((a, k) => a - (kept[k] ?? 0))));
      before = [...batch.accel_g.slice(-3)];
    }
    expect(jumps_g).toHaveLength(4);
    // the bar rests on both sides of a border: nothing but sensor noise
    expect(Math.max(...jumps_g)).toBeLessThan(0.02);
    expect(motion.told.map((rep) => rep.concentric.start_s)).toStrictEqual(
      [...motion.told.map((rep) => rep.concentric.start_s)].sort((a, b) => a - b),
    );
  });

  test('half reps and holds that were asked for are in the truth', () => {
    const { truth } = simulatedSet({ seed: 28, reps: 6, hold_s: 2, half_reps: [2, 5] });
    const ratios = truth.reps.map((rep) => rep.rom_m / truth.reference_rom_m);
    expect(ratios.map((ratio) => ratio < 0.65)).toStrictEqual([false, true, false, false, true, false]);
    for (const rep of truth.reps) expect(Math.abs((rep.lockout.hold_s ?? 0) - 2)).toBeLessThan(0.3);
  });
});
