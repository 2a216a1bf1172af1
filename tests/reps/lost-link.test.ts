import { describe, expect, test } from 'vitest';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { TrueRep } from '../../src/recording/synthetic/true-rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';
import { without } from '../without.ts';

/**
 * Seven reps of which nothing was received from a moment of the third for so long, s. `stepped_s`: by how much the time stamps
 * have moved on meanwhile, where the clock was set anew.
 */
function lost(seed: number, from: (third: TrueRep) => number, gap_s: number, stepped_s = gap_s) {
  const { recording, truth } = simulatedSet({
    seed,
    reps: 7,
    hold_s: 1.4,
    mcv_mps: 0.55,
    roll_deg: 30,
    sensor: UNCALIBRATED_SENSOR,
  });
  const third = truth.reps[2] as TrueRep;
  const from_s = from(third);
  const received = without(recording, from_s, from_s + gap_s);
  const t_s = received.t_s.map((t) => (t > from_s ? t + stepped_s - gap_s : t));
  const { reps } = analyzeSet({ ...received, t_s }, contextFor('hip-thrust', truth));
  return { truth, reps, third, from_s };
}

const inLowering = ({ eccentric }: TrueRep): number =>
  eccentric === null ? Number.NaN : (eccentric.start_s + eccentric.end_s) / 2;
const atTop = ({ concentric }: TrueRep): number => concentric.end_s + 0.7;

describe('a link lost in the middle of a set', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'while the bar turns: the reps that were seen keep their velocity (seed %i)',
    (seed) => {
      const gap_s = 1.5 + 0.7 * (seed % 4);
      const { truth, reps, from_s } = lost(seed, inLowering, gap_s);
      const seen = truth.reps.filter(
        ({ concentric }) => concentric.end_s < from_s || concentric.start_s > from_s + gap_s,
      );
      for (const { concentric, mcv_mps } of seen) {
        const rep = reps.find((found) => Math.abs(found.concentric.end_s - concentric.end_s) < 0.2);
        expect(rep?.mcv_mps).toBeGreaterThan(mcv_mps - 0.03);
        expect(rep?.mcv_mps).toBeLessThan(mcv_mps + 0.03);
      }
    },
  );

  test.each([
    [1, 2.5],
    [2, 2.5],
    [3, 300],
  ])('a hold whose end nobody saw has no length and no verdict (seed %i, %d s)', (seed, gap_s) => {
    const { reps, third } = lost(seed, atTop, 2.5, gap_s);
    const rep = reps.find((found) => Math.abs(found.concentric.end_s - third.concentric.end_s) < 0.1);
    expect(rep?.lockout.hold_s).toBeNull();
    expect(rep?.verdict.hold).toBeNull();
  });

  test.each([1, 2, 3])('of a rise whose beginning nobody saw no velocity is told (seed %i)', (seed) => {
    const { truth, reps } = lost(seed, inLowering, 0);
    const next = truth.reps[3] as TrueRep;
    const middle_s = (next.concentric.start_s + next.concentric.end_s) / 2;
    expect(reps).toHaveLength(7);
    const cut = lost(seed, inLowering, middle_s - inLowering(truth.reps[2] as TrueRep));
    for (const rep of cut.reps)
      if (rep.concentric.start_s < middle_s && rep.concentric.end_s > middle_s)
        expect(rep.mcv_mps).toBeNull();
  });
});
