import { describe, expect, test } from 'vitest';
import { liftOf } from '../../src/lifts/catalogue.ts';
import { GOALS, type GoalProfile } from '../../src/lifts/goals.ts';
import type { LiftedRep, LiftedSet } from '../../src/training/lifted.ts';
import { speedPoints } from '../../src/training/line/points.ts';
import { speedAt, speedLine } from '../../src/training/line/speed-line.ts';
import { type ProfileQuestion, trainingProfile } from '../../src/training/profile.ts';
import { reserveRelation } from '../../src/training/reserve.ts';
import { inShort } from '../../src/training/set-in-short.ts';
import { setsPerMuscle } from '../../src/training/volume.ts';
import { DAY_MS, FIRST_DAY, plansOf, someAthlete, trainTrueSeason } from './true-season.ts';

const rep = (mcv_mps: number, what: Partial<LiftedRep> = {}): LiftedRep => ({
  mcv_mps,
  mcv_sigma_mps: 0.01,
  quality: 'good',
  range: 'full',
  hold: 'met',
  lowering: 'controlled',
  ...what,
});
let sets = 0;
const set = (
  session_id: number,
  load_kg: number,
  reps: readonly LiftedRep[],
  what: Partial<LiftedSet> = {},
): LiftedSet => ({
  set_id: ++sets,
  session_id,
  at_epoch_ms: FIRST_DAY + session_id * DAY_MS + load_kg,
  load_kg,
  kind: 'work',
  goal_reps: null,
  failed: 0,
  reps,
  ...what,
});
/** On the line 1.25 - load / 100. */
const at = (session: number, ...loads: readonly number[]): LiftedSet[] =>
  loads.map((load) => set(session, load, [rep(1.25 - load / 100)]));

const profile = (lifted: readonly LiftedSet[], what: Partial<ProfileQuestion> = {}) =>
  trainingProfile({
    now_epoch_ms: FIRST_DAY + 60 * DAY_MS,
    sets: lifted,
    today: null,
    at_1rm: liftOf('hip-thrust').velocity_at_1rm_mps,
    most_power: true,
    goal: GOALS[0] as GoalProfile,
    plates: { bar_kg: 20, plates_kg: [20, 10, 5, 2.5, 1.25] },
    ...what,
  });
const doubts = (lifted: readonly LiftedSet[]) => profile(lifted).report?.doubts.map(({ kind }) => kind);

describe('points of the line', () => {
  test('are the fastest full rep of each session and load', () => {
    const lifted = [
      set(1, 80, [rep(0.5), rep(0.52), rep(0.48)]),
      set(1, 80, [rep(0.51)]),
      set(2, 80, [rep(0.49)]),
      set(2, 100, [rep(0.3)]),
    ];
    expect(speedPoints(lifted.map(inShort)).map(({ load_kg, mcv_mps }) => [load_kg, mcv_mps])).toEqual([
      [80, 0.52],
      [80, 0.49],
      [100, 0.3],
    ]);
  });

  test('are never half, short, unsure or unusable reps, however fast, nor warm-ups', () => {
    const lifted = [
      set(1, 80, [rep(0.9, { range: 'partial' }), rep(0.8, { range: 'short' }), rep(0.5)]),
      set(1, 80, [rep(0.9, { range: 'unsure' }), rep(0.9, { quality: 'unusable' })]),
      set(1, 60, [rep(0.9)], { kind: 'warm-up' }),
    ];
    expect(speedPoints(lifted.map(inShort)).map(({ mcv_mps }) => mcv_mps)).toEqual([0.5]);
  });
});

describe('the line', () => {
  test('is the one the points are on', () => {
    const line = speedLine(speedPoints([...at(1, 50, 70, 90), ...at(3, 60, 80)].map(inShort)));
    expect(line && speedAt(line, 100)).toBeCloseTo(0.25, 3);
    expect(line?.r2).toBeCloseTo(1, 3);
  });

  test('needs two loads', () => {
    expect(profile(at(1, 80)).report).toBeNull();
  });

  test('stands where the athlete stands now, not three weeks ago', () => {
    const lifted = Array.from({ length: 12 }, (_, i) =>
      [60, 80].map((load) => set(3 * i, load, [rep(1.25 - load / 100 + 0.005 * i)])),
    ).flat();
    const line = speedLine(speedPoints(lifted.map(inShort)));
    expect(line && speedAt(line, 70)).toBeCloseTo(0.55 + 0.055, 2);
  });

  test('is of the last six weeks; older points are kept apart', () => {
    const { points, older } = profile([...at(1, 50, 70), ...at(40, 50, 70), ...at(50, 60, 80)]);
    expect([older.length, points.length]).toEqual([2, 4]);
  });
});

describe('what speaks against a line', () => {
  test('nothing, when loads are spread and reach high', () => {
    expect(doubts([...at(1, 50, 70, 90), ...at(3, 50, 70, 90), ...at(5, 60, 80)])).toEqual([]);
  });
  test('three points', () => {
    expect(doubts(at(1, 50, 70, 90))).toContain('few-points');
  });
  test('loads that differ by less than a fifth of 1RM', () => {
    expect(doubts([...at(1, 75, 80, 85), ...at(3, 75, 80, 90)])).toContain('narrow');
  });
  test('only light loads', () => {
    expect(doubts([...at(1, 30, 40, 50), ...at(3, 30, 40, 55)])).toContain('far-from-1rm');
  });
  test('points all over the place', () => {
    const lifted = Array.from({ length: 18 }, (_, i) =>
      set(i, 50 + 2 * i, [rep(0.75 - 0.02 * i + (i % 2 ? 0.11 : -0.11))]),
    );
    expect(doubts(lifted)).toContain('loose');
  });
  test('one heavy point that the 1RM hangs on', () => {
    const lifted = [...at(1, 50, 52.5, 55), ...at(3, 50, 52.5), set(3, 90, [rep(0.5)])];
    expect(doubts(lifted)).toContain('one-point');
  });
  test('one heavy point beside many light ones', () => {
    const many = Array.from({ length: 10 }, (_, i) => at(2 * i, 50, 52.5, 55)).flat();
    expect(doubts([...many, set(21, 90, [rep(0.5)])])).toContain('one-point');
    expect(doubts([...many, ...at(19, 90), ...at(20, 85), ...at(21, 90)])).not.toContain('one-point');
  });
  test('heavier loads that are faster', () => {
    const lifted = [
      set(1, 50, [rep(0.5)]),
      set(1, 80, [rep(0.6)]),
      set(2, 50, [rep(0.5)]),
      set(2, 90, [rep(0.65)]),
    ];
    expect(doubts(lifted)).toEqual(['not-falling']);
    expect(profile(lifted).report?.max).toBeNull();
  });
});

describe('1RM', () => {
  const lifted = [...at(1, 50, 70, 85), ...at(3, 50, 70, 85), ...at(5, 60, 80)];

  test('is an interval around the load of the velocity of 1RM', () => {
    const { report } = profile(lifted);
    expect(report?.max?.middle_kg).toBeCloseTo(100, 0);
    expect(report?.max?.low_kg).toBeLessThan(95);
    expect(report?.max?.high_kg).toBeGreaterThan(105);
    expect(report?.velocity).toMatchObject({ value: 0.25, own: false });
  });

  test('is never below what was lifted in full', () => {
    const strong = [...lifted, set(6, 104, [rep(0.22)])];
    expect(profile(strong).report?.max?.low_kg).toBeGreaterThanOrEqual(104);
  });

  test('goes by the athlete’s own velocity once a heavy rep was slower than the lift’s', () => {
    expect(profile([...lifted, set(6, 102.5, [rep(0.2)])]).report?.velocity).toMatchObject({
      value: 0.2,
      own: true,
    });
  });

  test('or once a heavier attempt failed after a faster one', () => {
    const failed = [...lifted, set(6, 97.5, [rep(0.29)], { failed: 1 })];
    expect(profile(failed).report?.velocity).toMatchObject({ value: 0.29, own: true });
    expect(profile([...lifted, set(6, 97.5, [rep(0.29)])]).report?.velocity?.own).toBe(false);
  });

  test('is not told for a lift whose velocity of 1RM nobody has published', () => {
    expect(profile(lifted, { at_1rm: null }).report).toMatchObject({ max: null, velocity: null });
  });

  test('has its zones on the line: heavier is slower, power at 0.92 m/s', () => {
    const { zones = [], percents = [] } = profile(lifted).report ?? {};
    expect(zones.map(({ zone }) => zone)).toEqual(['strength', 'hypertrophy', 'power', 'light']);
    for (const { slow_mps, fast_mps } of zones) expect(slow_mps).toBeLessThan(fast_mps);
    const power = zones.find(({ zone }) => zone === 'power');
    expect(((power?.slow_mps ?? 0) + (power?.fast_mps ?? 0)) / 2).toBeCloseTo(0.92, 2);
    expect(percents.find(({ percent }) => percent === 80)?.mcv_mps).toBeCloseTo(0.45, 1);
    expect(profile(lifted, { most_power: false }).report?.zones.map(({ zone }) => zone)).not.toContain(
      'power',
    );
  });

  test('would be surest with a heavy set, where only light ones were lifted', () => {
    const light = [...at(1, 40, 50, 60), ...at(3, 40, 50, 60)];
    const next = profile(light).report?.best_next;
    expect(next?.load_kg).toBeGreaterThan(80);
    expect(next?.narrower).toBeGreaterThan(0.1);
  });
});

test('today’s first work set is measured against the days before it only', () => {
  const athlete = { ...someAthlete(3), one_rep_max_kg: 120, weekly: 0 };
  const plans = plansOf(athlete, 5, 3);
  const lifted = trainTrueSeason(athlete, [...plans, { days: 36, loads_kg: [90, 100], day: -0.15 }], 3);
  const { ready } = profile(lifted, { today: plans.length + 1 });
  expect(ready).toMatchObject({ kind: 'slower', load_kg: 90 });
  expect(ready?.sds).toBeLessThan(-2);
  expect(profile(lifted).ready).toBeNull();
});

describe('reps in reserve', () => {
  /** 0.04 m/s slower a rep, 0.28 m/s the last before failure. */
  const toFailure = (session: number, count: number): LiftedSet =>
    set(
      session,
      90,
      Array.from({ length: count }, (_, i) => rep(0.28 + 0.04 * (count - 1 - i))),
      { failed: 1 },
    );

  test('are the athlete’s own relation, from sets to failure', () => {
    const relation = reserveRelation([toFailure(1, 8), toFailure(3, 6)]);
    expect((relation?.at_zero ?? 0) + 0.4 * (relation?.per_mps ?? 0)).toBeCloseTo(3, 1);
    expect(relation?.sets).toBe(2);
  });

  test('are not told from sets that were stopped earlier, or from one alone', () => {
    expect(reserveRelation([{ ...toFailure(1, 8), failed: 0 }, toFailure(3, 8)])).toBeNull();
  });
});

test('sets of a week are counted for the prime mover and for what helps', () => {
  const thrust = { week: '2026-W47', muscles: ['gluteus maximus', 'hamstrings'] };
  const squat = { week: '2026-W47', muscles: ['quadriceps', 'gluteus maximus'] };
  expect(setsPerMuscle([thrust, thrust, squat, { ...thrust, week: '2026-W46' }], '2026-W47')).toEqual([
    { muscle: 'gluteus maximus', prime: 2, assisting: 1 },
    { muscle: 'quadriceps', prime: 1, assisting: 0 },
    { muscle: 'hamstrings', prime: 0, assisting: 2 },
  ]);
});
