import { describe, expect, it } from 'vitest';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';
import { matchReps } from '../accuracy/match.ts';
import { findRung } from '../accuracy/rungs.ts';

function finish(name: string, seed: number) {
  const rung = findRung(name);
  if (rung === undefined) throw new Error(`no rung ${name}`);
  const { lift, recording, truth } = rung.make(seed);
  const { reps, failed } = analyzeSet(recording, contextFor(lift, truth));
  return { truth, failed, ...matchReps(truth.reps, reps) };
}

describe('a finished set', () => {
  it.each(['tempo-5-0-5', 'tempo-3-0-3', 'one-and-half', 'squat-one-and-half', 'half-reps-slow'])(
    '%s: every rep is found, none failed',
    (name) => {
      const { missed, phantom, failed, pairs } = finish(name, 5003);
      expect([missed.length, phantom.length, failed.length]).toEqual([0, 0, 0]);
      for (const { truth, found } of pairs)
        expect(Math.abs((found.mcv_mps ?? 0) - truth.mcv_mps)).toBeLessThan(0.03);
    },
  );

  it.each([5001, 5002, 5004])(
    'a tempo without a stop is counted, and no range is surer than it is right (%i)',
    (seed) => {
      const { missed, phantom, failed, pairs } = finish('tempo-5-0-5-no-stop', seed);
      expect([missed.length, phantom.length, failed.length]).toEqual([0, 0, 0]);
      for (const { truth, found } of pairs) {
        const sigma_m = found.rom_repeat_sigma_m ?? 0;
        expect(Math.abs((found.rom_m ?? 0) - truth.rom_m)).toBeLessThan(3 * sigma_m);
        const share = sigma_m / (found.rom_m ?? 0);
        if (share > 0.2) expect(found.reasons).toContain('too slow to measure');
        if (share < 0.1) expect(found.reasons).not.toContain('too slow to measure');
      }
    },
  );

  it('a hold ends with the first pulse', () => {
    const { pairs, truth } = finish('pulses', 5001);
    expect(pairs).toHaveLength(truth.reps.length);
    for (const { truth: rep, found } of pairs)
      expect(found.lockout.hold_s).toBeCloseTo(rep.lockout.hold_s ?? 0, 1);
  });
});
