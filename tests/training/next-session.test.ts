import { describe, expect, test } from 'vitest';
import { GOALS, type GoalProfile } from '../../src/lifts/goals.ts';
import { KG_PER_LB, USUAL_RACK } from '../../src/lifts/rack.ts';
import type { LiftedRep, LiftedSet } from '../../src/training/lifted.ts';
import { speedPoints } from '../../src/training/line/points.ts';
import { speedLine } from '../../src/training/line/speed-line.ts';
import { littleMore, loadable } from '../../src/training/next/loadable.ts';
import { nextSession } from '../../src/training/next/next-session.ts';
import type { Suggestion } from '../../src/training/next/situation.ts';
import { inShort } from '../../src/training/set-in-short.ts';
import { DAY_MS, FIRST_DAY, plansOf, someAthlete, trainTrueSeason } from './true-season.ts';

const PLATES = { bar_kg: 20, plates_kg: [25, 20, 15, 10, 5, 2.5, 1.25] };
const goal = (id: GoalProfile['id']): GoalProfile =>
  GOALS.find((each) => each.id === id) ?? (GOALS[0] as GoalProfile);

const REP: LiftedRep = {
  mcv_mps: 0.5,
  mcv_sigma_mps: 0.01,
  quality: 'good',
  range: 'full',
  hold: 'met',
  lowering: 'controlled',
};
const reps = (count: number, bad = 0, how: Partial<LiftedRep> = {}): LiftedRep[] =>
  Array.from({ length: count }, (_, i) => (i < bad ? { ...REP, ...how } : REP));

let sets = 0;
/** One set of one session, `day` days after the first. */
const day = (days: number, load_kg: number, of = reps(8), what: Partial<LiftedSet> = {}): LiftedSet => ({
  set_id: ++sets,
  session_id: days + 1,
  at_epoch_ms: FIRST_DAY + days * DAY_MS,
  load_kg,
  kind: 'work',
  goal_reps: 8,
  failed: 0,
  reps: of,
  ...what,
});

const after = (
  days: number,
  lifted: readonly LiftedSet[],
  plates = PLATES,
  of = goal('hypertrophy'),
): Suggestion | null =>
  nextSession({ now_epoch_ms: FIRST_DAY + days * DAY_MS, sets: lifted, goal: of, plates, line: null });

const HALF = { range: 'partial' } as const;
const MISSED = { hold: 'missed' } as const;

describe('technique comes before load', () => {
  test('two half reps of eight: back to the load that was still clean', () => {
    const lifted = [day(0, 100), day(3, 100), day(3, 120, reps(8, 2, HALF))];
    expect(after(5, lifted)).toMatchObject({ rule: 'range-first', load_kg: 100, clean_kg: 100 });
    expect(after(5, lifted)?.works[0]?.range).toEqual({ bad: 2, of: 8 });
  });

  test('one half rep of eight is no reason to go back', () => {
    expect(after(5, [day(3, 100, reps(8, 1, HALF))])?.rule).toBe('prove-it-again');
  });

  test('without a clean load: a tenth lighter, as far as the plates allow', () => {
    const lifted = [day(3, 105, reps(8, 4, MISSED))];
    expect(after(5, lifted)).toMatchObject({ rule: 'hold-first', load_kg: 92.5, clean_kg: null });
  });

  test('a load that was clean once and no longer is no clean load', () => {
    const lifted = [day(0, 100), day(3, 100, reps(8, 4, MISSED)), day(3, 90), day(3, 110, reps(8, 4, HALF))];
    expect(after(5, lifted)).toMatchObject({ rule: 'range-first', load_kg: 90 });
  });

  test('the bar dropped more than once in five: lower it first', () => {
    const lifted = [day(0, 80), day(3, 100, reps(8, 3, { lowering: 'dropped' }))];
    expect(after(5, lifted)).toMatchObject({ rule: 'lower-it-first', load_kg: 80 });
  });

  test('reps nobody could judge count for neither side', () => {
    const lifted = [day(3, 100, reps(8, 6, { range: 'unsure', hold: 'unsure' }))];
    expect(after(5, lifted)?.rule).toBe('prove-it-again');
  });
});

describe('never more while range or hold fail', () => {
  const twice = (of: LiftedRep[]): LiftedSet[] => [0, 7, 14].map((days) => day(days, 100, of, GOAL_OF_TWO));
  const GOAL_OF_TWO = { goal_reps: 2 };

  test('of a heavy set of two: both half, and the load goes back', () => {
    expect(after(20, twice(reps(2, 2, HALF)))).toMatchObject({ rule: 'range-first', load_kg: 90 });
  });

  test('one of two: the same again, week after week', () => {
    expect(after(20, twice(reps(2, 1, HALF)))).toMatchObject({ rule: 'prove-it-again', load_kg: 100 });
    expect(after(20, twice(reps(2, 1, MISSED)))?.load_kg).toBe(100);
    expect(after(20, twice(reps(2)))).toMatchObject({ rule: 'add-a-little', load_kg: 102.5 });
  });

  test('short reps are no half reps, but no reason for more either', () => {
    const short = [0, 7, 14].map((days) => day(days, 100, reps(8, 8, { range: 'short', hold: null })));
    expect(after(20, short)).toMatchObject({ rule: 'prove-it-again', load_kg: 100 });
    expect(after(20, short)?.works[0]?.short).toEqual({ bad: 8, of: 8 });
  });

  test('a load lighter than the bar is not of its plates: less of it is less', () => {
    expect(after(5, [day(3, 15, reps(8, 4, HALF))])?.load_kg).toBe(13.5);
    expect(after(5, [day(3, 15, reps(8), { failed: 1 })])?.load_kg).toBe(14);
    expect(after(5, [day(3, 20, reps(8, 4, HALF))])?.load_kg).toBe(20);
  });
});

describe('the load', () => {
  test('grows by 2.5 kg after two weeks and two clean sessions with all reps', () => {
    const lifted = [day(0, 100), day(4, 100), day(11, 100)];
    expect(after(15, lifted)).toMatchObject({
      rule: 'add-a-little',
      load_kg: 102.5,
      reps: 8,
      large_step: false,
    });
  });

  test('stays while speed falls further than the goal allows', () => {
    const tiring = reps(8).map((rep, i) => ({ ...rep, mcv_mps: 0.5 - 0.025 * i }));
    const lifted = [day(0, 100), day(11, 100, tiring)];
    expect(after(15, lifted)).toMatchObject({ rule: 'speed-fell-too-far', load_kg: 100, reps: 8 });
    expect(after(15, lifted)?.works[0]?.loss_pct).toBeCloseTo(35);
  });

  test('stays within two weeks', () => {
    expect(after(9, [day(0, 100), day(4, 100)])).toMatchObject({ rule: 'two-weeks-at-a-load', load_kg: 100 });
  });

  test('stays until all reps came twice', () => {
    expect(after(15, [day(0, 100, reps(7)), day(11, 100)])).toMatchObject({
      rule: 'prove-it-again',
      load_kg: 100,
    });
  });

  test('stays while reps are missing: one more', () => {
    expect(after(15, [day(0, 100), day(11, 100, reps(6))])).toMatchObject({
      rule: 'more-reps-first',
      load_kg: 100,
      reps: 7,
    });
  });

  test('takes a larger step only where the plates have no smaller one, and says so', () => {
    const coarse = { bar_kg: 20, plates_kg: [20, 10, 5] };
    expect(after(15, [day(0, 100), day(11, 100)], coarse)).toMatchObject({
      load_kg: 110,
      large_step: true,
    });
  });

  test('is a little lighter after a failed attempt', () => {
    expect(after(5, [day(3, 100, reps(5), { failed: 1 })])).toMatchObject({
      rule: 'after-a-failed-attempt',
      load_kg: 95,
    });
  });

  test('is a tenth lighter after three weeks off', () => {
    expect(after(25, [day(3, 100)])).toMatchObject({ rule: 'after-a-break', load_kg: 90 });
  });

  test('without a goal for the reps follows what the set was for', () => {
    const lifted = [day(3, 100, reps(4), { goal_reps: null })];
    expect(after(5, lifted, PLATES, goal('strength'))).toMatchObject({ rule: 'more-reps-first', reps: 5 });
  });

  test('is not told before the first work set, and warm-ups are none', () => {
    expect(after(5, [])).toBeNull();
    expect(after(5, [day(3, 60, reps(8), { kind: 'warm-up' })])).toBeNull();
  });

  test('for power is the one of 0.92 m/s on the line, a small step away at most', () => {
    const lifted = [day(0, 60, [{ ...REP, mcv_mps: 1.02 }]), day(3, 100, [{ ...REP, mcv_mps: 0.62 }])];
    const line = speedLine(speedPoints(lifted.map(inShort)));
    const power = { now_epoch_ms: FIRST_DAY + 4 * DAY_MS, plates: PLATES, goal: goal('power'), line };
    expect(nextSession({ ...power, sets: lifted })).toMatchObject({ rule: 'speed-for-power', load_kg: 70 });
    const light = [...lifted, day(5, 60, [{ ...REP, mcv_mps: 1.02 }])];
    expect(nextSession({ ...power, sets: light })?.load_kg).toBe(60);
    const two_weeks_on = { ...power, now_epoch_ms: FIRST_DAY + 19 * DAY_MS, sets: light };
    expect(nextSession(two_weeks_on)?.load_kg).toBe(62.5);
    const held_once = light.with(2, day(5, 60, [{ ...REP, mcv_mps: 1.02, hold: 'missed' }]));
    expect(nextSession({ ...two_weeks_on, sets: held_once })?.load_kg).toBe(60);
  });
});

const fails = ({ range, hold, lowering }: LiftedRep): boolean =>
  range !== 'full' || hold !== 'met' || lowering === 'dropped';

test.each([
  ['half reps above 110 kg', { half_reps_above_kg: 110 }],
  ['short holds above 100 kg', { short_holds_above_kg: 100 }],
  ['bars let fall', { drops: true }],
])('no season with %s is ever told to lift more than the load that failed', (_, how) => {
  let told = 0;
  for (let seed = 0; seed < 40; seed++) {
    const athlete = { ...someAthlete(seed), one_rep_max_kg: 110 + 2 * seed, ...how };
    const season = trainTrueSeason(athlete, plansOf(athlete, 8, seed), seed);
    for (let session = 1; session <= 16; session++) {
      const lifted = season.filter(({ session_id }) => session_id <= session);
      const last = lifted.filter(({ session_id }) => session_id === session);
      const failing = last.filter(({ reps: of }) => of.filter(fails).length > of.length / 5);
      if (failing.length === 0) continue;
      told++;
      const next = nextSession({
        now_epoch_ms: (last[0]?.at_epoch_ms ?? 0) + 20 * DAY_MS,
        sets: lifted,
        goal: goal('hypertrophy'),
        plates: PLATES,
        line: null,
      });
      expect(next?.load_kg).toBeLessThan(Math.min(...failing.map(({ load_kg }) => load_kg ?? 0)));
      expect(['range-first', 'hold-first', 'lower-it-first']).toContain(next?.rule);
    }
  }
  expect(told).toBeGreaterThan(100);
});

test('a little more is what the plates make of it, in kilograms and in pounds', () => {
  const inPounds = loadable(USUAL_RACK.lb);
  expect(littleMore(loadable(PLATES), 100)).toBe(102.5);
  expect(littleMore(loadable({ bar_kg: 20, plates_kg: [10] }), 100)).toBe(120);
  expect(littleMore(inPounds, 225 * KG_PER_LB) / KG_PER_LB).toBeCloseTo(230, 1);
  expect(littleMore([20, 40], 40)).toBe(40);
});

test('every load the plates make is known, and no other', () => {
  expect(loadable({ bar_kg: 20, plates_kg: [10, 2.5] }).slice(0, 6)).toEqual([20, 25, 30, 35, 40, 45]);
  expect(loadable({ bar_kg: 15, plates_kg: [20] }).slice(0, 3)).toEqual([15, 55, 95]);
});
