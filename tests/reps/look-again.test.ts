import { describe, expect, test } from 'vitest';
import { createLiveTracker } from '../../src/reps/live/tracker.ts';
import { mergeCounts } from '../../src/reps/look-again/merge-counts.ts';
import type { Movement } from '../../src/reps/movement.ts';
import type { Analysis, Rep } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';
import { liveReps, play } from '../accuracy/live-score.ts';
import { matchReps } from '../accuracy/match.ts';
import { findRung } from '../accuracy/rungs.ts';
import { sketchRep } from './rep-fixture.ts';
import { slowSet } from './slow-set.ts';

const seenLive = (name: string, seed: number) => {
  const made = findRung(name)?.make(seed);
  if (made === undefined) throw new Error(`no rung ${name}`);
  const { lift, recording, truth } = made;
  const events = play(recording, createLiveTracker(recording.sensor, contextFor(lift, truth)));
  return { truth, events, ...matchReps(truth.reps, liveReps(events)) };
};

describe('a tempo too slow for a filter that may not look back', () => {
  const set = seenLive('tempo-5-0-5', 5002);

  test('is counted while the set runs, with its velocity', () => {
    expect(set.missed).toHaveLength(0);
    expect(set.phantom).toHaveLength(0);
    for (const { truth, found } of set.pairs)
      expect(Math.abs((found.mcv_mps ?? 0) - truth.mcv_mps)).toBeLessThan(0.015);
  });

  test('is told late: no lockout sounds for what is over', () => {
    const late = set.events.filter((event) => event.kind === 'rep' && event.late === true);
    expect(late.length).toBeGreaterThan(0);
    const found = set.events.flatMap((event) => (event.kind === 'found' ? event.reps : []));
    const inTime = set.events.filter((event) => event.kind === 'hold-start').length;
    expect(found.reduce((sum, reps) => sum + reps, 0) + inTime).toBeGreaterThanOrEqual(set.truth.reps.length);
    expect(inTime).toBeLessThan(set.truth.reps.length);
  });

  test('is not called over while the bar is on its way', () => {
    const last_s = Math.max(...set.truth.reps.map((rep) => rep.concentric.end_s));
    expect(set.events.filter((event) => event.kind === 'set-rest' && event.t_s < last_s)).toEqual([]);
  });
});

describe('told reps beside those that another look finds', () => {
  const { recording, context } = slowSet(1, {});
  const empty = analyzeSet({ ...recording, t_s: recording.t_s.subarray(0, 0) }, context);
  const trace = {
    t_s: Float64Array.of(0, 60),
    height_m: Float64Array.of(0, 0),
    velocity_mps: Float64Array.of(0, 0),
  };
  const found = (reps: readonly Rep[], movements: readonly Movement[] = []): Analysis => ({
    ...empty,
    recording: { ...empty.recording, reasons: [] },
    reps,
    movements,
    trace,
  });
  const merged = (told: readonly Rep[], analysis: Analysis, now_s = 60) =>
    mergeCounts(told, analysis, { open: false, hangs: false }, now_s);
  const refused = ({ concentric: { start_s, end_s } }: Rep, why_not: Movement['why_not']): Movement => ({
    start_s,
    peak_s: start_s,
    top_s: end_s,
    rise_m: 0.1,
    peak_mps: 0.3,
    rep: null,
    why_not,
  });
  const [first, second, third] = [1, 2, 3].map((index) => sketchRep(index)) as [Rep, Rep, Rep];

  test('a missed one is put in where it belongs, and those after it move on', () => {
    const { reps, added } = merged([first, { ...third, index: 2 }], found([first, second, third]));
    expect(added).toBe(1);
    expect(reps.map((rep) => [rep.index, rep.start_s])).toEqual([1, 2, 3].map((k) => [k, 4 * k]));
  });

  test('one that ended a moment ago is not judged yet', () => {
    const now_s = third.concentric.end_s + 0.5;
    expect(merged([first, second], found([first, second, third]), now_s).reps).toEqual([first, second]);
  });

  test('a bump goes, but no look that lost its way takes reps away', () => {
    const bump = merged([first, second, third], found([first, third], [refused(second, 'bump')]));
    expect(bump.gone).toEqual(['bump']);
    expect(bump.reps).toHaveLength(2);
    const astray = merged([first, second, third], found([first, third], [refused(second, 'too-high')]));
    expect(astray.reps).toEqual([first, second, third]);
    const lost = [refused(first, 'bump'), refused(second, 'bump'), refused(third, 'bump')];
    expect(merged([first, second, third], found([], lost)).reps).toEqual([first, second, third]);
  });

  test('the better number is taken, and nothing is told again that has not changed', () => {
    const better = { ...second, mcv_mps: 0.44, announced_s: null };
    const { reps } = merged([first, { ...second, announced_s: 9 }], found([first, better]));
    expect(reps[0]).toBe(first);
    expect(reps[1]).toMatchObject({ mcv_mps: 0.44, announced_s: 9 });
  });

  test('alone a small rise opens no set: bars are rolled over the thighs', () => {
    const small = sketchRep(1, { rom_m: 0.1 });
    const unjudged = { ...small, verdict: { ...small.verdict, range_ratio: null } };
    expect(merged([], found([unjudged])).reps).toEqual([]);
    expect(merged([], found([first])).reps).toHaveLength(1);
  });
});
