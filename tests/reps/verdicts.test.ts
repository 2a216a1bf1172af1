import { describe, expect, test } from 'vitest';
import type { Reference } from '../../src/lifts/lift.ts';
import { targets } from '../../src/lifts/profile.ts';
import { hasLockoutZone } from '../../src/reps/measure/lockout-zone.ts';
import { judge, type RepMeasures } from '../../src/reps/measure/verdicts.ts';

const good: RepMeasures = {
  rom_m: 0.3,
  rom_sigma_m: 0.006,
  hold_s: 1.3,
  hold_sigma_s: 0.03,
  eccentric_s: 1.4,
  eccentric_peak_mps: 0.4,
  floor_contact: false,
  known_bottom: true,
  tilt_deg: null,
  sway_m: null,
  pulsed: false,
  failed: false,
  has_lockout_zone: true,
};
const hipThrust = targets({ hold_s: 1, eccentric_s: 1 });
const reference: Reference = {
  rom_m: 0.3,
  rom_sigma_m: 0.004,
  lockout_height_m: 0.3,
  lockout_height_sigma_m: 0.004,
  steadiness: { tilt_deg: 1.5, sway_m: 0.01 },
  origin: 'calibration',
};
const judged = (change: Partial<RepMeasures>, wanted = hipThrust, against: Reference | null = reference) =>
  judge({ ...good, ...change }, wanted, against);

describe('range', () => {
  test('full from 85 %, partial below 70 %, short between', () => {
    expect(judged({ rom_m: 0.28 }).range).toBe('full');
    expect(judged({ rom_m: 0.235 }).range).toBe('short');
    expect(judged({ rom_m: 0.15 }).range).toBe('partial');
  });

  test('a boundary itself belongs to the better side', () => {
    const exact = { ...reference, rom_m: 1, rom_sigma_m: 0 };
    const at = (rom_m: number) => judged({ rom_m, rom_sigma_m: 0 }, hipThrust, exact).range;
    expect([at(0.85), at(0.849), at(0.7), at(0.699)]).toEqual(['full', 'short', 'short', 'partial']);
  });

  test('unsure when one sigma reaches over the nearest boundary', () => {
    expect(
      judged({ rom_m: 0.258, rom_sigma_m: 0.001 }, hipThrust, { ...reference, rom_sigma_m: 0.001 }).range,
    ).toBe('full');
    expect(judged({ rom_m: 0.258, rom_sigma_m: 0.02 }).range).toBe('unsure');
    expect(judged({ rom_m: 0.213, rom_sigma_m: 0.006 }).range).toBe('unsure');
  });

  test('the reference’s own sigma counts too', () => {
    const vague = { ...reference, rom_sigma_m: 0.03 };
    expect(judged({ rom_m: 0.27, rom_sigma_m: 0.001 }).range).toBe('full');
    expect(judged({ rom_m: 0.27, rom_sigma_m: 0.001 }, hipThrust, vague).range).toBe('unsure');
  });

  test('unsure without a reference or without a range', () => {
    expect(judged({}, hipThrust, null)).toMatchObject({ range: 'unsure', range_ratio: null });
    expect(judged({ rom_m: null }).range).toBe('unsure');
  });

  test('in constant tension the allowed hover is not held against the rep', () => {
    expect(judged({ rom_m: 0.235 }).range).toBe('short');
    const tension = targets({ constant_tension: true });
    expect(judged({ rom_m: 0.235 }, tension)).toMatchObject({
      range: 'full',
      range_ratio: expect.closeTo(0.94, 2),
    });
  });
});

describe('hold and lowering', () => {
  test('met, missed, unsure near the target, null without one', () => {
    expect(judged({}).hold).toBe('met');
    expect(judged({ hold_s: 0.6 }).hold).toBe('missed');
    expect(judged({ hold_s: 0.98 }).hold).toBe('unsure');
    expect(judged({ hold_s: null }).hold).toBeNull();
    expect(judged({}, targets()).hold).toBeNull();
  });

  test('what is just long enough is long enough, and just not too fast is not dropped', () => {
    expect(judged({ hold_s: 1, hold_sigma_s: 0 }).hold).toBe('met');
    expect(judged({ hold_s: 0.999, hold_sigma_s: 0 }).hold).toBe('missed');
    expect(judged({ eccentric_s: 1 }).lowering).toBe('controlled');
    const { dropped_mps } = hipThrust;
    expect(judged({ eccentric_peak_mps: dropped_mps }).lowering).toBe('controlled');
  });

  test('controlled, fast, dropped', () => {
    expect(judged({}).lowering).toBe('controlled');
    expect(judged({ eccentric_s: 0.7 }).lowering).toBe('fast');
    expect(judged({ eccentric_s: 0.4, eccentric_peak_mps: 1.4 }).lowering).toBe('dropped');
    expect(judged({ eccentric_s: null }).lowering).toBeNull();
  });
});

describe('flags', () => {
  test('over-extended needs more than 2 cm and two sigma above the calibrated lockout', () => {
    expect(judged({ rom_m: 0.33 }).flags).toContain('over-extended');
    expect(judged({ rom_m: 0.315 }).flags).not.toContain('over-extended');
    expect(judged({ rom_m: 0.33, rom_sigma_m: 0.02 }).flags).not.toContain('over-extended');
    expect(judged({ rom_m: 0.33, known_bottom: false }).flags).not.toContain('over-extended');
    expect(judged({ rom_m: 0.33 }, hipThrust, { ...reference, lockout_height_m: null }).flags).toEqual([]);
  });

  test('resting on the floor counts only in constant tension', () => {
    expect(judged({ floor_contact: true }).flags).toEqual([]);
    expect(judged({ floor_contact: true }, targets({ constant_tension: true })).flags).toContain(
      'floor-rest',
    );
  });

  test('unsteady beyond twice the calibration reps', () => {
    expect(judged({ tilt_deg: 2.5, sway_m: 0.015 }).flags).toEqual([]);
    expect(judged({ tilt_deg: 3.5 }).flags).toContain('unsteady');
    expect(judged({ sway_m: 0.025 }).flags).toContain('unsteady');
  });
});

describe('hold', () => {
  test('met from the target on, missed below, unsure between the two within a sigma', () => {
    expect(judged({ hold_s: 1.2 }).hold).toBe('met');
    expect(judged({ hold_s: 0.9 }).hold).toBe('missed');
    expect(judged({ hold_s: 1.01 }).hold).toBe('unsure');
  });

  test('no lockout where the top is below the zone, however long the bar pauses there', () => {
    expect(judged({ rom_m: 0.15, hold_s: 3 }).hold).toBe('no-lockout');
    expect(judged({ rom_m: 0.235, hold_s: 3 }).hold).toBe('no-lockout');
    // between short and half the range is in doubt, that there was no lockout is not
    expect(judged({ rom_m: 0.213, hold_s: 3 })).toMatchObject({ range: 'unsure', hold: 'no-lockout' });
    // less the sigma: it may have been in the zone
    expect(judged({ rom_m: 0.252, hold_s: 3 })).toMatchObject({ range: 'unsure', hold: 'met' });
  });

  test('without a reference, a zone or a target the place says nothing', () => {
    expect(judged({ rom_m: 0.15 }, hipThrust, null).hold).toBe('met');
    expect(judged({ rom_m: 0.15, has_lockout_zone: false }).hold).toBe('met');
    expect(judged({ rom_m: 0.15 }, targets({ hold_s: null })).hold).toBeNull();
  });

  test('lockout is a place in lifts whose rise ends there, and not in constant tension', () => {
    expect(hasLockoutZone('hip-thrust', hipThrust)).toBe(true);
    expect(hasLockoutZone('deadlift', hipThrust)).toBe(true);
    expect(hasLockoutZone('squat', hipThrust)).toBe(false);
    expect(hasLockoutZone('other', hipThrust)).toBe(false);
    expect(hasLockoutZone('hip-thrust', targets({ constant_tension: true }))).toBe(false);
  });
});
