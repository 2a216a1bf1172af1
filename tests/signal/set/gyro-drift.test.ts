import { expect, test } from 'vitest';
import { DEVICE_CLOCK } from '../../../src/recording/synthetic/delivery.ts';
import { UNCALIBRATED_SENSOR } from '../../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../../src/recording/synthetic/simulate.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { withSteadyBias } from '../../../src/signal/set/gyro-drift.ts';
import { contextFor } from '../../accuracy/context.ts';

const RATE_HZ = 50;

/** A minute in which the rate about one axis is what `rate_rads` says. */
function turning(rate_rads: (t_s: number) => number) {
  const count = 60 * RATE_HZ;
  const t_s = Float64Array.from({ length: count }, (_, i) => i / RATE_HZ);
  const rates = new Float64Array(3 * count);
  t_s.forEach((t, i) => {
    rates[3 * i + 1] = rate_rads(t);
  });
  return {
    count,
    t_s,
    accel_mps2: new Float64Array(3 * count),
    rate_rads: rates,
    flags: new Uint8Array(count),
  };
}

const rest = (from_s: number, to_s: number) => ({ from: from_s * RATE_HZ, to: to_s * RATE_HZ - 1 });

test('a bias that grows from rest to rest is the same everywhere afterwards', () => {
  const samples = turning((t) => 0.01 + 0.0003 * t);
  const { rate_rads } = withSteadyBias(samples, [rest(0, 4), rest(25, 28), rest(56, 60)]);
  const about = (t_s: number) => rate_rads?.[3 * t_s * RATE_HZ + 1] ?? 0;
  for (const t_s of [5, 15, 35, 50]) expect(Math.abs(about(t_s) - about(30))).toBeLessThan(0.001);
});

test('a bias that stays is left to the smoother', () => {
  const samples = turning(() => 0.01);
  expect(withSteadyBias(samples, [rest(0, 4), rest(56, 60)])).toBe(samples);
});

test.each([1, 3])('eight hip thrusts are measured while the bias drifts by %d deg/s', (gyro_drift_dps) => {
  const sensor = { ...UNCALIBRATED_SENSOR, gyro_drift_dps };
  const { recording, truth } = simulatedSet({ seed: 3, reps: 8, sensor, delivery: DEVICE_CLOCK });
  const { reps } = analyzeSet(recording, contextFor('hip-thrust', truth));
  expect(reps).toHaveLength(8);
  reps.forEach((rep, k) => {
    expect(Math.abs((rep.mcv_mps ?? 0) - (truth.reps[k]?.mcv_mps ?? 0))).toBeLessThan(0.02);
    expect(Math.abs((rep.rom_m ?? 0) - (truth.reps[k]?.rom_m ?? 0))).toBeLessThan(0.015);
  });
});
