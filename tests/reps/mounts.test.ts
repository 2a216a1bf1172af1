import { describe, expect, test } from 'vitest';
import type { MountId } from '../../src/lifts/mount.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import type { TrueRep } from '../../src/recording/synthetic/true-rep.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { spins, type Turn, trunkOf } from '../../src/reps/measure/turning.ts';
import type { Rep, SetContext } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';

/** A set of six, and what is known of it: a range from a tape measure, and what the sensor is said to sit on. */
function setOn(spec: Omit<SetSpec, 'seed'>, seed: number, mount: MountId | null = null) {
  const { recording, truth } = simulatedSet({ seed, reps: 6, ...spec });
  const known = contextFor(spec.lift ?? 'hip-thrust', truth);
  const reference = known.reference === null ? null : { ...known.reference, origin: 'given' as const };
  const context: SetContext = { ...known, variation: spec.variation ?? 'barbell', reference, mount };
  return { recording, context, truth: truth.reps };
}
const final = ({ recording, context }: ReturnType<typeof setOn>) => analyzeSet(recording, context);
const live = ({ recording, context }: ReturnType<typeof setOn>) => replayLive(recording, context).analysis;

const furthest = (reps: readonly Rep[], truth: readonly TrueRep[], off: (rep: Rep, t: TrueRep) => number) =>
  Math.max(...truth.map((t, k) => Math.abs(off(reps[k] as Rep, t))));
const romOff = (rep: Rep, t: TrueRep): number => (rep.rom_m ?? Number.NaN) - t.rom_m;
const mcvOff = (rep: Rep, t: TrueRep): number => (rep.mcv_mps ?? Number.NaN) - t.mcv_mps;

describe('a sensor on a plate that turns on its sleeve', () => {
  test.each([5101, 5103])('is seen to spin and measured as if it sat on the bar (seed %i)', (seed) => {
    const set = setOn({ lift: 'deadlift', carrier: 'plate' }, seed);
    const { reps, recording } = final(set);
    expect(reps).toHaveLength(6);
    expect(furthest(reps, set.truth, romOff)).toBeLessThan(0.03);
    expect(furthest(reps, set.truth, mcvOff)).toBeLessThan(0.05);
    expect(recording.lever_m).toBeGreaterThan(0.05);
  });
});

describe('a sensor on the belt of a hip thrust', () => {
  const seeds = [5101, 5104];

  test.each(seeds)('measures the hip once it is said to be there, live too (seed %i)', (seed) => {
    const set = setOn({ carrier: 'belt' }, seed, 'belt');
    for (const { reps } of [final(set), live(set)]) {
      expect(reps).toHaveLength(6);
      expect(furthest(reps, set.truth, romOff)).toBeLessThan(0.05);
      for (const [k, t] of set.truth.entries())
        expect(Math.abs(romOff(reps[k] as Rep, t))).toBeLessThan(2.5 * (reps[k]?.rom_sigma_m ?? 0));
    }
  });

  test.each(seeds)('is not called good while nobody said where it sits, nor judged (seed %i)', (seed) => {
    const set = setOn({ carrier: 'belt', rom_m: 0.36 }, seed);
    for (const { reps } of [final(set), live(set)])
      for (const rep of reps) {
        expect(rep.reasons).toContain('sensor place unsure');
        expect(rep.quality).toBe('fair');
        expect(['full', 'unsure']).toContain(rep.verdict.range);
      }
    expect(final(set).recording.quality).toBe('fair');
  });
});

test('a dumbbell turns about every axis and is measured at its handle', () => {
  const set = setOn({ variation: 'dumbbell', carrier: 'dumbbell' }, 5102);
  const { reps } = final(set);
  expect(reps).toHaveLength(6);
  expect(furthest(reps, set.truth, romOff)).toBeLessThan(0.02);
});

test('a bar that rolls by 20 degrees stays good, though nobody said that it is the bar', () => {
  const { reps } = final(setOn({ roll_deg: 20 }, 5101));
  for (const rep of reps) expect(rep).toMatchObject({ quality: 'good', verdict: { range: 'full' } });
});

describe('turning', () => {
  const by = (degrees: number, rise_m = 0.3): Turn => {
    const angle = (degrees * Math.PI) / 180;
    return { rise_m, start: [0, -Math.sin(angle), Math.cos(angle)], top: [0, 0, 1] };
  };

  test('that is the same in every rep is no spinning, whatever else the sensor did before them', () => {
    expect(spins([by(90), by(30), by(31), by(29), by(30)])).toBe(false);
    expect(spins([by(10), by(50), by(-20), by(80)])).toBe(true);
    expect(spins([by(10), by(80)])).toBe(false);
    expect(spins([by(60), by(30, 0.15), by(61), by(29, 0.15), by(60)])).toBe(false);
  });

  test('of a trunk that comes level points to the hip', () => {
    const [x, y, z] = trunkOf([by(40), by(35)]) ?? [0, 0, 0];
    expect([x, y, z].map((part) => part + 0)).toEqual([0, expect.closeTo(1), expect.closeTo(0)]);
    expect(trunkOf([by(2)])).toBeNull();
  });
});
