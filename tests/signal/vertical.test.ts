import { describe, expect, test } from 'vitest';
import { G_MPS2, RAD_PER_DEG } from '../../src/recording/units.ts';
import { createAttitude } from '../../src/signal/attitude.ts';
import { SIX_AXIS_DENSITY } from '../../src/signal/density.ts';
import { createFrame } from '../../src/signal/frame.ts';
import { createLeastSquares } from '../../src/signal/least-squares.ts';
import { createStillness } from '../../src/signal/stillness.ts';
import { createTurnDetector } from '../../src/signal/turn-detector.ts';
import { createVerticalFilter } from '../../src/signal/vertical-filter.ts';

const DT = 0.01;
const STILL = createFrame();
const LEVEL = Float64Array.of(0, 0, 1);

describe('inclination', () => {
  test('follows a roll of 90 degrees in half a second with the gyro, long before the low-pass could', () => {
    const attitude = createAttitude();
    for (let i = 0; i < 300; i += 1) attitude.update(DT, { ...STILL, az: G_MPS2 });
    for (let i = 1; i <= 50; i += 1) {
      const angle = (i / 50) * (Math.PI / 2);
      attitude.update(DT, {
        ...STILL,
        gx: Math.PI,
        ay: G_MPS2 * Math.sin(angle),
        az: G_MPS2 * Math.cos(angle),
      });
    }
    expect(attitude.up[1]).toBeGreaterThan(Math.cos(1 * RAD_PER_DEG));
    expect(Math.abs(attitude.up[2] ?? 1)).toBeLessThan(0.02);
  });

  test('a push of 3 m/s2 for a third of a second hardly tilts it', () => {
    const attitude = createAttitude();
    for (let i = 0; i < 400; i += 1) attitude.update(DT, { ...STILL, az: G_MPS2 });
    for (let i = 0; i < 33; i += 1) attitude.update(DT, { ...STILL, ax: 3, az: G_MPS2 });
    expect(Math.asin(attitude.up[0] ?? 1) / RAD_PER_DEG).toBeLessThan(1.5);
  });
});

describe('stillness', () => {
  const frame = (accel: number, rate_dps: number) => ({
    ...createFrame(),
    az: G_MPS2 + accel,
    gx: rate_dps * RAD_PER_DEG,
  });

  test('a racked bar rests and shows the gyro bias', () => {
    const stillness = createStillness();
    for (let i = 0; i < 300; i += 1) stillness.update(DT, frame(0.03 * Math.sin(i), 0.7));
    expect(stillness.rest_s).toBeGreaterThan(2);
    expect(stillness.bx / RAD_PER_DEG).toBeCloseTo(0.7, 2);
  });

  test('a held bar is quiet but does not rest', () => {
    const stillness = createStillness();
    for (let i = 0; i < 300; i += 1) stillness.update(DT, frame(0.3 * Math.sin(i), 5 * Math.sin(0.4 * i)));
    expect(stillness.rest_s).toBe(0);
    expect(stillness.quiet_s).toBeGreaterThan(2);
  });

  test('the first reading of a lift ends the rest', () => {
    const stillness = createStillness();
    for (let i = 0; i < 300; i += 1) stillness.update(DT, frame(0, 0));
    stillness.update(DT, frame(0.5, 0));
    expect(stillness.rest_s).toBe(0);
  });
});

describe('vertical filter', () => {
  /** A sensor with 40 mg on its y axis that rolls 30 degrees while the bar rises 0.3 m, and back. */
  function lift(
    filter: ReturnType<typeof createVerticalFilter>,
    seconds = 1,
  ): { height: number; velocity: number } {
    const steps = Math.round(seconds / DT);
    const offset = 0.04 * G_MPS2;
    for (let i = 1; i <= steps; i += 1) {
      const u = i / steps;
      const roll = 30 * RAD_PER_DEG * u;
      const accel =
        ((0.3 * 4 * Math.PI ** 2) / (2 * Math.PI * seconds * seconds)) * Math.sin(2 * Math.PI * u);
      filter.predict(DT, accel + offset * Math.sin(roll), Float64Array.of(0, Math.sin(roll), Math.cos(roll)));
    }
    return { height: filter.height_m, velocity: filter.velocity_mps };
  }

  test('states an uncertainty its errors stay within', () => {
    const filter = createVerticalFilter(0.4, SIX_AXIS_DENSITY);
    for (let i = 0; i < 100; i += 1) {
      filter.predict(DT, 0, LEVEL);
      filter.correctVelocityToZero(0.01);
      filter.correctErrorTo(0, 0.1);
      filter.trustHeight();
    }
    const { height, velocity } = lift(filter);
    expect(Math.abs(velocity)).toBeGreaterThan(0.05);
    expect(Math.abs(velocity)).toBeLessThan(3 * filter.velocitySigma_mps);
    expect(Math.abs(height - 0.3)).toBeLessThan(3 * filter.heightSigma_m);
  });

  test('standing at the top teaches it the error of the axis that was turned up', () => {
    const filter = createVerticalFilter(0.4, SIX_AXIS_DENSITY);
    for (let i = 0; i < 100; i += 1) {
      filter.predict(DT, 0, LEVEL);
      filter.correctVelocityToZero(0.01);
      filter.correctErrorTo(0, 0.1);
      filter.trustHeight();
    }
    const before = lift(filter);
    filter.correctVelocityToZero(0.02);
    expect(filter.error[1]).toBeGreaterThan(0.5 * 0.04 * G_MPS2);
    expect(Math.abs(filter.velocity_mps)).toBeLessThan(0.3 * Math.abs(before.velocity));
    expect(Math.abs(filter.height_m - 0.3)).toBeLessThan(Math.abs(before.height - 0.3));
  });
});

describe('turning points', () => {
  test('are found under a standing error of 60 mg, twice per rep', () => {
    const turns = createTurnDetector();
    let up = 0;
    let down = 0;
    for (let i = 0; i < 3000; i += 1) {
      const turn = turns.update(DT, 0.6 + 2 * Math.sin(2 * Math.PI * 0.5 * i * DT));
      if (turn === 1) up += 1;
      if (turn === -1) down += 1;
    }
    expect(up).toBeGreaterThanOrEqual(14);
    expect(up).toBeLessThanOrEqual(15);
    expect(Math.abs(up - down)).toBeLessThanOrEqual(1);
  });
});

describe('least squares', () => {
  test('weighs what it is told and says how sure it is', () => {
    const fit = createLeastSquares(2);
    fit.observe([1, 0], 1, 0.1);
    fit.observe([1, 0], 2, 0.1);
    fit.observe([0, 1], 5, 0.5);
    const x = fit.solve();
    expect(x?.[0]).toBeCloseTo(1.5, 9);
    expect(x?.[1]).toBeCloseTo(5, 9);
    expect(fit.sigmaOf([1, 0])).toBeCloseTo(0.1 / Math.SQRT2, 9);
    expect(fit.sigmaOf([1, 1])).toBeCloseTo(Math.hypot(0.1 / Math.SQRT2, 0.5), 9);
  });

  test('refuses what cannot be told apart', () => {
    const fit = createLeastSquares(2);
    fit.observe([1, 1], 1, 1);
    expect(fit.solve()).toBeNull();
  });
});
