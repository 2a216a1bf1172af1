import { expect, test } from 'vitest';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { againstInstrument } from '../../src/reps/measure/instrument-sigma.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';

const ON_AXIS = { mcv_mps: 0, rom_m: 0 };
const known = { mcv_mps: 0.003, rom_m: 0.004 };

test('a sensor that knows its own errors still differs from an encoder', () => {
  const against = againstInstrument('bench-press', { mcv_mps: 0.4, rom_m: 0.4 }, known, 0, ON_AXIS);
  expect(against.mcv_mps).toBeGreaterThan(0.02);
  expect(against.rom_m).toBeGreaterThan(0.02);
});

test('what the sensor does not know comes on top', () => {
  const poor = againstInstrument(
    'squat',
    { mcv_mps: 0.6, rom_m: 0.6 },
    { mcv_mps: 0.05, rom_m: 0.05 },
    0,
    ON_AXIS,
  );
  expect(poor.mcv_mps).toBeGreaterThan(0.05);
  expect(poor.rom_m).toBeGreaterThan(0.05);
});

test('a scale that may be 8 % off is in it', () => {
  const measured = { mcv_mps: 0.5, rom_m: 0.5 };
  expect(againstInstrument('squat', measured, known, 0.08, ON_AXIS).mcv_mps).toBeGreaterThan(0.04);
  expect(againstInstrument('squat', measured, known, 0.08, ON_AXIS).rom_m).toBeGreaterThan(0.04);
});

test('a verdict on the own range rests on what differs from rep to rep alone', () => {
  const { recording, truth } = simulatedSet({ seed: 5 });
  const { reps } = analyzeSet(recording, contextFor('hip-thrust', truth));
  expect(reps.length).toBeGreaterThan(3);
  for (const rep of reps) {
    expect(rep.rom_repeat_sigma_m).toBeLessThan(0.5 * (rep.rom_sigma_m ?? 0));
    expect(rep.mcv_repeat_sigma_mps).toBeLessThan(rep.mcv_sigma_mps ?? 0);
    const reference_m = truth.reference_rom_m;
    const own =
      Math.hypot(rep.rom_repeat_sigma_m ?? 0, ((rep.rom_m ?? 0) / reference_m) * 0.008) / reference_m;
    expect(rep.verdict.range_ratio_sigma).toBeCloseTo(own, 6);
  }
});
