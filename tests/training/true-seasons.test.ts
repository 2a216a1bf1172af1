import { describe, expect, test } from 'vitest';
import { liftOf } from '../../src/lifts/catalogue.ts';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { oneRepMax } from '../../src/training/line/one-rep-max.ts';
import { speedPoints } from '../../src/training/line/points.ts';
import { type SpeedLine, speedLine } from '../../src/training/line/speed-line.ts';
import { type Readiness, readiness } from '../../src/training/readiness.ts';
import { inShort } from '../../src/training/set-in-short.ts';
import { plansOf, type SessionPlan, someAthlete, trainTrueSeason, trueMax } from './true-season.ts';

// Three hundred athletes of whom everything is known. Constants were chosen on seeds 0 to 299; these are others.

const SEEDS = Array.from({ length: 300 }, (_, i) => 1001 + i);
const USUAL = liftOf('hip-thrust').velocity_at_1rm_mps ?? { value: 0, sd: 0, evidence: '' };
const share = (of: readonly boolean[]): number => of.filter(Boolean).length / of.length;
const lineOf = (weeks: number, seed: number): SpeedLine | null => {
  const athlete = someAthlete(seed);
  return speedLine(speedPoints(trainTrueSeason(athlete, plansOf(athlete, weeks, seed), seed).map(inShort)));
};

describe('the 1RM of 300 athletes', () => {
  const seasons = SEEDS.map((seed) => {
    const athlete = someAthlete(seed);
    const line = lineOf(6, seed);
    const last = plansOf(athlete, 6, seed).at(-1)?.days ?? 0;
    // what could be lifted on one more such day: a 1RM is a day's
    const today = 1 + createRandom(seed).fork('today').normal(athlete.day_share);
    return { max: line && oneRepMax(line, USUAL), truth: trueMax(athlete, last / 7) * today };
  });

  test('is within its interval for 90 to 99 of 100', () => {
    const held = seasons.map(({ max, truth }) => max !== null && max.low_kg <= truth && truth <= max.high_kg);
    expect(share(held)).toBeGreaterThanOrEqual(0.9);
    expect(share(held)).toBeLessThanOrEqual(0.99);
  });

  test('is not off to one side by a percent', () => {
    const errors = seasons.map(({ max, truth }) => (max?.middle_kg ?? 0) / truth - 1);
    expect(Math.abs(errors.reduce((sum, each) => sum + each, 0) / errors.length)).toBeLessThan(0.01);
  });

  test('comes with an interval narrow enough to use: a sixth of the 1RM', () => {
    const widths = seasons.map(({ max, truth }) => ((max?.high_kg ?? 0) - (max?.low_kg ?? 0)) / truth);
    expect(widths.toSorted((a, b) => a - b)[150]).toBeLessThan(1 / 6);
  });
});

describe('readiness', () => {
  /** The first work set, at three quarters of the 1RM, of a day after the season. */
  const dayAfter = (seed: number, day: Partial<SessionPlan>): Readiness | null => {
    const athlete = someAthlete(seed);
    const load_kg = Math.round((0.75 * athlete.one_rep_max_kg) / 2.5) * 2.5;
    const today = trainTrueSeason(athlete, [{ days: 42, loads_kg: [load_kg], ...day }], seed + 10_000);
    const line = lineOf(6, seed);
    const [first] = speedPoints(today.map(inShort));
    return line && first ? readiness(line, first) : null;
  };

  test('finds a day on which 8 % of the strength is missing, four times in five', () => {
    expect(share(SEEDS.map((seed) => dayAfter(seed, { day: -0.08 })?.kind === 'slower'))).toBeGreaterThan(
      0.8,
    );
  });

  test('calls no more than one ordinary day in twenty slow', () => {
    expect(share(SEEDS.map((seed) => dayAfter(seed, {})?.kind === 'slower'))).toBeLessThanOrEqual(0.05);
  });
});
