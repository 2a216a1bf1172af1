import { describe, expect, test } from 'vitest';
import { layOutReps, type RepMotion } from '../../src/reps/definition/lay-out.ts';
import { findRises } from '../../src/reps/definition/rises.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { pulsesOf } from '../../src/reps/measure/pulses.ts';
import type { Analysis } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';
import { findRung } from '../accuracy/rungs.ts';
import { motion, rise, stop } from './motions.ts';

/** A rep of 40 cm, held for 0.8 s and then pulsed so deep, m, 0.3 s down and 0.3 s up each time. */
function repWith(depths_m: readonly number[]) {
  const trace = motion([
    stop(1),
    rise(0.4, 1),
    stop(0.8),
    ...depths_m.flatMap((depth_m) => [rise(-depth_m, 0.3), rise(depth_m, 0.3)]),
    rise(-0.4, 1.2),
    stop(1),
  ]);
  const [rep] = layOutReps(trace, findRises(trace, 0.1), 'concentric-first');
  return pulsesOf(trace, rep as RepMotion);
}

describe('pulses at lockout', () => {
  test.each([[[0.04, 0.04]], [[0.025, 0.03, 0.05]], [[0.08, 0.1]]])('%j m are pulsing', (depths_m) => {
    expect(repWith(depths_m).pulsed).toBe(true);
  });

  test.each([[[]], [[0.04]], [[0.012, 0.015, 0.012]], [[0.2, 0.2]]])('%j m are not', (depths_m) => {
    expect(repWith(depths_m)).toEqual({ pulsed: false, hold_doubt_s: 0 });
  });

  test('pulses well beyond what ends a hold leave no doubt about it', () => {
    expect(repWith([0.045, 0.045, 0.045]).hold_doubt_s).toBeLessThan(0.05);
  });

  test.each([0.028, 0.032])(
    'three pulses of %d m may have ended it, or not: it is in doubt by their length',
    (m) => {
      const { hold_doubt_s } = repWith([m, m, m]);
      expect(hold_doubt_s).toBeGreaterThan(1.5);
      expect(hold_doubt_s).toBeLessThan(2.5);
    },
  );

  test('are told of every rep of a set, while it runs once the next one begins', () => {
    const made = findRung('pulses')?.make(5001);
    if (made === undefined) throw new Error('no rung pulses');
    const context = contextFor(made.lift, made.truth);
    const pulsed = ({ reps }: Analysis) => reps.map(({ verdict }) => verdict.flags.includes('pulsed'));
    expect(pulsed(analyzeSet(made.recording, context))).toEqual(Array(6).fill(true));
    const live = pulsed(replayLive(made.recording, context).analysis);
    expect(live.slice(0, -1)).toEqual(Array(5).fill(true));
  });

  test('are none where a set is touched and gone, or held', () => {
    for (const name of ['touch-and-go-5', 'paused']) {
      const made = findRung(name)?.make(5001);
      if (made === undefined) throw new Error(`no rung ${name}`);
      const { reps } = analyzeSet(made.recording, contextFor(made.lift, made.truth));
      for (const { verdict } of reps) expect(verdict.flags).not.toContain('pulsed');
    }
  });
});
