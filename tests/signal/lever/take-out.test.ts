import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/recording/synthetic/random.ts';
import { drawSetup, simulatedSet } from '../../../src/recording/synthetic/simulate.ts';
import { createFrame } from '../../../src/signal/frame.ts';
import type { Lever } from '../../../src/signal/lever/lever.ts';
import { createLeverTaker, takeLeverOut } from '../../../src/signal/lever/take-out.ts';

const LENGTH_M = 0.05;
const leverAlong = (x: number, y: number, z: number): Lever => ({
  x: LENGTH_M * x,
  y: LENGTH_M * y,
  z: LENGTH_M * z,
  length_m: LENGTH_M,
  sigma_m: 0,
  counts: true,
  sigmaAlong: () => 0,
});
const rms = (a: Float64Array, b: Float64Array): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0) / a.length);

/** The same lift felt at the bar's axis and 5 cm off it. Nothing is smoothed: plates ring, and call for small steps. */
function liftOffAxis(step_ms = 10) {
  const spec = { seed: 3, reps: 3, hold_s: [1], roll_deg: 30 } as const;
  const axis = simulatedSet(spec).felt;
  const off = simulatedSet({ ...spec, lever_m: LENGTH_M }).felt;
  const { axes } = drawSetup(spec).mount;
  const grid = Array.from({ length: Math.floor(axis.height_m.length / step_ms) }, (_, i) => step_ms * i);
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from(grid.flatMap((i) => [...values.subarray(3 * i, 3 * i + 3)]));
  return {
    // the generator clips the sensor on the bar's forward side
    lever: leverAlong(axes[1] ?? 0, axes[4] ?? 0, axes[7] ?? 0),
    at_axis: pick(axis.force_mps2),
    samples: {
      t_s: Float64Array.from(grid.map((i) => i / 1000)),
      accel_mps2: pick(off.force_mps2),
      rate_rads: pick(off.rate_rads),
    },
  };
}

type Samples = ReturnType<typeof liftOffAxis>['samples'];

function takenLive(lever: Lever | null, { t_s, accel_mps2, rate_rads }: Samples): Float64Array {
  const taker = createLeverTaker();
  const frame = createFrame();
  const out = new Float64Array(accel_mps2.length);
  t_s.forEach((t, i) => {
    frame.t_s = t;
    [frame.ax = 0, frame.ay = 0, frame.az = 0] = accel_mps2.subarray(3 * i, 3 * i + 3);
    [frame.gx = 0, frame.gy = 0, frame.gz = 0] = rate_rads.subarray(3 * i, 3 * i + 3);
    taker.take(frame, lever);
    out.set([frame.ax, frame.ay, frame.az], 3 * i);
  });
  return out;
}

describe('the lever taken out', () => {
  test('moves what the sensor felt to the axis of the bar', () => {
    const { lever, at_axis, samples } = liftOffAxis(2);
    const before = rms(samples.accel_mps2, at_axis);
    const live = takenLive(lever, samples);
    takeLeverOut(lever, samples);
    expect(before).toBeGreaterThan(0.05);
    expect(rms(samples.accel_mps2, at_axis)).toBeLessThan(0.15 * before);
    // half a sample late
    expect(rms(live, at_axis)).toBeLessThan(0.4 * before);
  });

  test('leaves nothing in velocity, whatever the steps in time, gaps and both ends included', () => {
    const random = createRandom(4);
    const n = 500;
    const t_s = new Float64Array(n);
    const rate_rads = new Float64Array(3 * n);
    for (let i = 1; i < n; i++) {
      t_s[i] = (t_s[i - 1] ?? 0) + (i % 97 === 0 ? 0.3 : random.uniform(0.004, 0.03));
      rate_rads[3 * i] = (rate_rads[3 * i - 3] ?? 0) + random.normal(0.3);
    }
    const samples = { t_s, accel_mps2: new Float64Array(3 * n), rate_rads };
    takeLeverOut(leverAlong(0, 1, 0), samples);
    // the bar turns about x, the lever is along y: the twist shows along z
    let velocity = 0;
    for (let i = 1; i < n; i++)
      velocity +=
        (((samples.accel_mps2[3 * i + 2] ?? 0) + (samples.accel_mps2[3 * i - 1] ?? 0)) / 2) *
        ((t_s[i] ?? 0) - (t_s[i - 1] ?? 0));
    const turned = (rate_rads[3 * n - 3] ?? 0) - (rate_rads[0] ?? 0);
    expect(velocity).toBeCloseTo(-LENGTH_M * turned, 9);
  });

  test('live it adds up to the same velocity but for the last step', () => {
    const { lever, samples } = liftOffAxis();
    const live = takenLive(lever, samples);
    takeLeverOut(lever, samples);
    for (let axis = 0; axis < 3; axis++) {
      let sum = 0;
      let largest = 0;
      for (let i = axis; i < live.length; i += 3) {
        sum += ((live[i] ?? 0) - (samples.accel_mps2[i] ?? 0)) * 0.01;
        largest = Math.max(largest, Math.abs(sum));
      }
      expect(largest).toBeLessThan(0.03);
      expect(Math.abs(sum)).toBeLessThan(0.002);
    }
  });

  test('without a lever nothing changes', () => {
    const { samples } = liftOffAxis();
    expect(takenLive(null, samples)).toEqual(samples.accel_mps2);
  });
});
