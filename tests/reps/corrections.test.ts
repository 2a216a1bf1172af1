import { describe, expect, test } from 'vitest';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { Correction } from '../../src/reps/correction.ts';
import { layOutReps } from '../../src/reps/definition/lay-out.ts';
import { EXACT } from '../../src/reps/definition/phases.ts';
import { findRises } from '../../src/reps/definition/rises.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { applyCorrections } from '../../src/reps/whole-set/apply-corrections.ts';
import { contextFor } from '../accuracy/context.ts';
import { motion, rise, stop } from './motions.ts';

const { recording, truth } = simulatedSet({ seed: 5, reps: 5, hold_s: 1, mcv_mps: 0.3, failed_attempts: 1 });
const analyse = (corrections: readonly Correction[] = []) =>
  analyzeSet(recording, { ...contextFor('hip-thrust', truth), corrections });
const plain = analyse();

describe('a movement counted by hand', () => {
  const failed = plain.movements.find(({ why_not }) => why_not === 'failed');
  const counted = analyse([{ kind: 'count', at_s: failed?.peak_s ?? 0 }]);

  test('is measured like any rep, and says that a person counted it', () => {
    expect(counted.reps).toHaveLength(plain.reps.length + 1);
    expect(counted.failed).toEqual([]);
    const rep = counted.reps.at(-1);
    expect(rep?.rom_m).toBeCloseTo(plain.failed[0]?.rom_m ?? 0, 2);
    expect(rep?.mcv_sigma_mps).toBeGreaterThan(0);
    expect(rep?.quality).toBe('fair');
    expect(rep?.reasons).toContain('counted by hand');
    expect(counted.movements.filter(({ why_not }) => why_not !== null)).toHaveLength(
      plain.movements.filter(({ why_not }) => why_not !== null).length - 1,
    );
  });

  test('leaves the others what they were', () => {
    for (const [k, rep] of plain.reps.entries()) {
      expect(counted.reps[k]?.mcv_mps).toBeCloseTo(rep.mcv_mps ?? 0, 2);
      expect(counted.reps[k]?.reasons).not.toContain('counted by hand');
    }
  });

  test('where nothing moved changes nothing and is told', () => {
    const nowhere: Correction = { kind: 'count', at_s: 0.1 };
    const same = analyse([nowhere]);
    expect(same.unmet).toEqual([nowhere]);
    expect(same.reps).toEqual(plain.reps);
  });
});

describe('two reps joined', () => {
  const [first, second] = plain.reps;
  const middle = (rep: typeof first) => ((rep?.concentric.start_s ?? 0) + (rep?.concentric.end_s ?? 0)) / 2;
  const join: Correction = { kind: 'join', at_s: middle(first), to_s: middle(second) };

  test('are one, from the start of the first to the end of the second', () => {
    const joined = analyse([join]);
    expect(joined.reps).toHaveLength(plain.reps.length - 1);
    expect(joined.reps[0]?.concentric.start_s).toBeCloseTo(first?.concentric.start_s ?? 0, 1);
    const end_s = joined.reps[0]?.concentric.end_s ?? 0;
    expect([first, second].some((rep) => Math.abs((rep?.concentric.end_s ?? 0) - end_s) < 0.1)).toBe(true);
    expect(joined.reps[0]?.eccentric?.start_s).toBeGreaterThan(second?.concentric.end_s ?? 0);
  });

  test('and split again are two', () => {
    const apart = analyse([join, { kind: 'split', at_s: middle(first) }]);
    expect(apart.unmet).toBeUndefined();
    expect(apart.reps.map(({ concentric }) => concentric.start_s)).toEqual(
      plain.reps.map(({ concentric }) => expect.closeTo(concentric.start_s, 1)),
    );
  });
});

describe('a rep split in two', () => {
  const twoInOne = motion([
    stop(1),
    rise(0.2, 0.7),
    stop(0.4),
    rise(0.2, 0.7),
    stop(0.5),
    rise(-0.4, 1),
    stop(1),
  ]);

  test('is cut where the bar stopped inside it', () => {
    const rises = findRises(twoInOne);
    expect(rises).toHaveLength(1);
    const split = applyCorrections(twoInOne, rises, [], [{ kind: 'split', at_s: 1.3 }]);
    expect(split.unmet).toEqual([]);
    const reps = layOutReps(twoInOne, split.rises, 'concentric-first', EXACT);
    expect(reps.map(({ rom_m }) => rom_m)).toEqual([expect.closeTo(0.2, 2), expect.closeTo(0.2, 2)]);
    expect(reps[0]?.concentric.end.t_s).toBeLessThan(1.75);
    expect(reps[1]?.concentric.start.t_s).toBeGreaterThan(2.05);
  });

  test('that went up in one go is refused', () => {
    const first = plain.reps[0]?.concentric;
    const split: Correction = { kind: 'split', at_s: ((first?.start_s ?? 0) + (first?.end_s ?? 0)) / 2 };
    const same = analyse([split]);
    expect(same.unmet).toEqual([split]);
    expect(same.reps).toEqual(plain.reps);
  });
});
