import { describe, expect, test } from 'vitest';
import { type LedSet, type LedSets, leaders } from '../../src/training/leaders.ts';
import type { SetInShort } from '../../src/training/set-in-short.ts';

const DAY_MS = 24 * 3600_000;
const NOW = Date.UTC(2026, 10, 30, 18);
const AT_1RM = { value: 0.25, sd: 0.04, evidence: '' };

const aSet = (day: number, load_kg: number, mcv_mps: number): SetInShort =>
  ({
    set_id: day * 1000 + load_kg,
    session_id: day,
    at_epoch_ms: NOW + day * DAY_MS,
    load_kg,
    kind: 'work',
    failed: 0,
    reps: 5,
    strict: true,
    fastest: { mcv_mps, sigma_mps: 0.02 },
    slowest_mps: mcv_mps - 0.1,
  }) as SetInShort;

/** Somebody whose speed falls by 0.01 m/s a kilogram from the speed of an empty bar. */
const before = (at_zero_mps: number): SetInShort[] =>
  [-9, -6, -3].flatMap((day) => [40, 60, 80].map((load) => aSet(day, load, at_zero_mps - load * 0.01)));

const today = (load_kg: number, mcv_mps: number, more: Partial<LedSet> = {}): LedSet => ({
  ...aSet(0, load_kg, mcv_mps),
  ...{ clean: 0, holds_met: 0, holds_judged: 0, ...more },
});
const of = (athlete_id: number, sets: readonly LedSet[], earlier: readonly SetInShort[] = []): LedSets => ({
  athlete_id,
  at_1rm: AT_1RM,
  today: sets,
  before: earlier,
});

describe('fastest for their load', () => {
  test('leads who beats their own line by most, not who lifts most or moves fastest', () => {
    const strong = of(1, [today(80, 0.6)], before(1.4));
    const better = of(2, [today(60, 0.5)], before(1.0));
    const worse = of(3, [today(40, 0.75)], before(1.2));
    const shown = leaders('speed', [strong, better, worse]);
    expect(shown.map(({ athlete_id }) => athlete_id)).toEqual([2, 1, 3]);
    expect(shown[0]?.score).toBeCloseTo(0.1, 2);
    expect(shown[2]?.score).toBeCloseTo(-0.05, 2);
    // 0.25 m/s is reached at 75 kg on a line from 1.0; what was lifted is a lower bound
    expect(shown[0]?.share).toBeCloseTo(60 / 80, 1);
    expect(shown[0]?.mcv_mps).toBe(0.5);
  });

  test('says nothing of whom nothing is known: no line, or one of too few points', () => {
    const newcomer = of(1, [today(80, 0.9)]);
    const twice = of(2, [today(80, 0.9)], [aSet(-3, 40, 0.8), aSet(-3, 60, 0.6)]);
    expect(leaders('speed', [newcomer, twice])).toEqual([]);
  });

  test('today is not part of its own measure', () => {
    const quick = [40, 60, 80].map((load) => today(load, 1.6 - load * 0.01));
    expect(leaders('speed', [of(1, quick, before(1.4))])[0]?.score).toBeCloseTo(0.2, 2);
  });
});

describe('counted', () => {
  test('clean reps over all lifts of the day; of two alike the one with fewer others', () => {
    const sets = [
      of(1, [today(80, 0.6, { clean: 4 }), today(80, 0.6, { clean: 5 })]),
      of(1, [today(40, 0.6, { clean: 3 })]),
      of(2, [
        today(20, 0.6, { clean: 5 }),
        today(20, 0.6, { clean: 5 }),
        today(20, 0.6, { clean: 2, reps: 6 }),
      ]),
      of(3, [today(100, 0.6)]),
    ];
    expect(leaders('clean', sets).map(({ athlete_id, score, of: all }) => [athlete_id, score, all])).toEqual([
      [1, 12, 15],
      [2, 12, 16],
    ]);
  });

  test('holds met, of those that were judged', () => {
    const sets = [of(1, [today(80, 0.6, { holds_met: 3, holds_judged: 5 })])];
    expect(leaders('holds', sets)).toMatchObject([{ athlete_id: 1, score: 3, of: 5 }]);
  });
});
