import { expect, test } from 'vitest';
import { countHolds } from '../../src/reps/measure/count-holds.ts';
import { calibrationReference, learnReference } from '../../src/reps/measure/reference.ts';
import { summarise } from '../../src/reps/measure/set-summary.ts';
import { lossAtLimit, velocityLoss } from '../../src/reps/measure/velocity-loss.ts';
import { sketchRep } from './rep-fixture.ts';

const speeds = (...mcv: number[]) => mcv.map((mcv_mps, i) => sketchRep(i + 1, { mcv_mps }));

test('velocity loss runs from the best rep to the last, not from the first', () => {
  expect(velocityLoss(speeds(0.45, 0.5, 0.48, 0.4))).toBeCloseTo(20, 6);
  expect(velocityLoss(speeds(0.4, 0.45, 0.5))).toBe(0);
});

test('half reps and unusable reps do not count into velocity loss', () => {
  const set = [
    sketchRep(1, { mcv_mps: 0.9, range: 'partial' }),
    sketchRep(2, { mcv_mps: 0.5 }),
    sketchRep(3, { mcv_mps: 0.45 }),
    sketchRep(4, { mcv_mps: 0.1, quality: 'unusable' }),
  ];
  expect(velocityLoss(set)).toBeCloseTo(10, 6);
  expect(velocityLoss(set.slice(0, 2))).toBeNull();
});

test('the best velocity of a set is that of its fastest rep, wherever it stands', () => {
  expect(summarise(speeds(0.45, 0.52, 0.4), 0, null).best_mcv_mps).toBe(0.52);
});

test('a set is summed up by its ranges', () => {
  const reps = [
    sketchRep(1),
    sketchRep(2, { range: 'partial' }),
    sketchRep(3, { range: 'unsure' }),
    sketchRep(4, { range: 'short' }),
  ];
  expect(summarise(reps, 1, 0.3)).toMatchObject({
    reps: 4,
    full: 1,
    short: 1,
    partial: 1,
    unsure: 1,
    failed: 1,
    best_mcv_mps: 0.5,
    mean_hold_s: expect.closeTo(1.2, 6),
    reference_rom_m: 0.3,
  });
  expect(summarise([], 0, null)).toMatchObject({ reps: 0, mean_mcv_mps: null, velocity_loss_pct: null });
});

test('half reps are told beside the set’s velocities and holds, not mixed into them', () => {
  const half = sketchRep(2, { mcv_mps: 0.9, range: 'partial', hold: 'no-lockout' });
  const reps = [sketchRep(1, { mcv_mps: 0.5 }), half, sketchRep(3, { mcv_mps: 0.4, hold: 'missed' })];
  const summary = summarise(reps, 0, 0.3);
  expect(summary).toMatchObject({ best_mcv_mps: 0.5, partial: 1 });
  expect(summary.mean_mcv_mps).toBeCloseTo(0.45, 6);
  expect(summary.velocity_loss_pct).toBeCloseTo(20, 6);
  expect(countHolds(reps)).toEqual({ met: 1, judged: 3 });
  expect(summarise([half, half], 0, 0.3)).toMatchObject({
    mean_mcv_mps: null,
    best_mcv_mps: null,
    velocity_loss_pct: null,
    mean_hold_s: null,
  });
});

const taught = (...roms: number[]) => ({ reps: roms.map((rom_m) => ({ rom_m, rom_sigma_m: 0.006 })) });

test('a range is learned from two earlier sets, by the best three reps of each', () => {
  expect(learnReference([taught(0.3, 0.31, 0.29)])).toBeNull();
  const learned = learnReference([taught(0.3, 0.31, 0.15, 0.29, 0.14), taught(0.32, 0.3, 0.31, 0.2)]);
  expect(learned?.rom_m).toBeCloseTo(0.305, 3);
  expect(learned?.origin).toBe('learned');
  expect(learned?.rom_sigma_m).toBeGreaterThan(0.003);
  expect(learned?.rom_sigma_m).toBeLessThan(0.02);
});

test('a single teaches no range', () => {
  expect(learnReference([taught(0.3), taught(0.31), taught(0.3, 0.31)])).toBeNull();
});

test('the calibration set’s median is the reference and its lockout height', () => {
  const reps = [0.3, 0.36, 0.31].map((rom_m, i) => sketchRep(i + 1, { rom_m }));
  const reference = calibrationReference(reps);
  expect(reference).toMatchObject({ rom_m: 0.31, lockout_height_m: 0.31, origin: 'calibration' });
  expect(calibrationReference(reps.slice(0, 1))).toBeNull();
});

test('reps that differ make a vaguer reference than reps that agree', () => {
  const of = (...roms: number[]) => calibrationReference(roms.map((rom_m, i) => sketchRep(i + 1, { rom_m })));
  expect(of(0.27, 0.3, 0.33)?.rom_sigma_m).toBeGreaterThan(2 * (of(0.299, 0.3, 0.301)?.rom_sigma_m ?? 1));
});

test('a loss is at least what the doubt between two reps leaves of it', () => {
  const [best, last] = [sketchRep(1, { mcv_mps: 0.5 }), sketchRep(2, { mcv_mps: 0.4 })];
  const reps = [
    { ...best, mcv_repeat_sigma_mps: 0.015 },
    { ...last, mcv_repeat_sigma_mps: 0.016 },
  ];
  expect(lossAtLimit(reps, 15.9, false)).toBeCloseTo(20, 6);
  expect(lossAtLimit(reps, 16.1, false)).toBeNull();
});

test('a stop is at the first rep that is surely beyond the limit, with grace at the second in a row', () => {
  const reps = [0.5, 0.39, 0.46, 0.39, 0.38].map((mcv_mps, i) => ({
    ...sketchRep(i + 1, { mcv_mps }),
    mcv_repeat_sigma_mps: 0.005,
  }));
  const stops = (grace: boolean): boolean[] =>
    reps.map((_, i) => lossAtLimit(reps.slice(0, i + 1), 20, grace) !== null);
  expect(stops(false)).toEqual([false, true, false, true, true]);
  expect(stops(true)).toEqual([false, false, false, false, true]);
  expect(lossAtLimit(reps, 20, true)).toBeCloseTo(24, 6);
});
