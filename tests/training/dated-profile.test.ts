import { describe, expect, test } from 'vitest';
import { liftOf } from '../../src/lifts/catalogue.ts';
import { measureProfile, type ProfilePoint, sinceThen } from '../../src/training/line/dated-profile.ts';
import { profileSteps } from '../../src/training/line/profile-steps.ts';
import { speedLine } from '../../src/training/line/speed-line.ts';
import { type BeforeProfile, risingLoads } from '../../src/training/next/rising-loads.ts';

const HIP_THRUST = liftOf('hip-thrust').velocity_at_1rm_mps;
const DAY_MS = 24 * 3600_000;

/** Points of the line 1.25 - load / 100, so that 1RM at 0.25 m/s is 100 kg. */
const onTheLine = (...loads: readonly number[]): ProfilePoint[] =>
  loads.map((load_kg) => ({ load_kg, mcv_mps: 1.25 - load_kg / 100, sigma_mps: 0.01 }));

describe('a measured profile', () => {
  test('is the line of its loads, in whatever order they came, with 1RM as an interval', () => {
    const figures = measureProfile(onTheLine(90, 50, 70, 60, 80), HIP_THRUST);
    expect(figures?.points.map(({ load_kg }) => load_kg)).toEqual([50, 60, 70, 80, 90]);
    expect(figures?.per_kg_mps).toBeCloseTo(-0.01, 4);
    expect(figures).toMatchObject({ middle_kg: 70, middle_mps: expect.closeTo(0.55, 3), doubts: [] });
    expect(figures?.max?.low_kg).toBeLessThan(100);
    expect(figures?.max?.high_kg).toBeGreaterThan(100);
  });

  test('of two loads says that it hangs on few points', () => {
    expect(measureProfile(onTheLine(50, 90), HIP_THRUST)?.doubts.map(({ kind }) => kind)).toContain(
      'few-points',
    );
    expect(measureProfile(onTheLine(50), HIP_THRUST)).toBeNull();
  });

  test('of a lift without a velocity of 1RM has a line and no 1RM', () => {
    expect(measureProfile(onTheLine(50, 70, 90), null)?.max).toBeNull();
  });

  test('tells what has changed since, and whether that is more than chance', () => {
    const then = measureProfile(onTheLine(50, 60, 70, 80, 90), HIP_THRUST);
    if (then === null) throw new Error('there is no profile');
    const now = (faster_mps: number) => {
      const points = [0, 1, 2].flatMap((session_id) =>
        onTheLine(60, 80, 90).map((point, i) => ({
          ...{ ...point, mcv_mps: point.mcv_mps + faster_mps },
          ...{ session_id, set_id: 10 * session_id + i, at_epoch_ms: session_id * 3 * DAY_MS },
        })),
      );
      const line = speedLine(points);
      if (line === null) throw new Error('there is no line');
      return sinceThen(then, line);
    };
    const faster = now(0.1);
    expect(faster.change_mps).toBeCloseTo(0.1, 2);
    expect(faster.give_mps).toBeLessThan(faster.change_mps);
    const same = now(0.02);
    expect(same.now_mps).toBeCloseTo(0.57, 2);
    expect(same.give_mps).toBeGreaterThan(same.change_mps);
  });
});

describe('the loads that are proposed', () => {
  const proposed = (what: Partial<BeforeProfile>) =>
    risingLoads({
      ...{ max_kg: null, usual_kg: null, goal: 'hypertrophy' },
      plates: { bar_kg: 20, plates_kg: [20, 10, 5, 2.5, 1.25] },
      ...what,
    });

  test('rise in even steps to near 1RM where a line tells it, nearer for strength', () => {
    expect(proposed({ max_kg: 100 })).toEqual([45, 57.5, 70, 80, 85]);
    expect(proposed({ max_kg: 100, goal: 'strength' })).toEqual([45, 57.5, 70, 80, 90]);
  });

  test('do not go beyond the usual loads where nothing else is known, and begin with the bar for a stranger', () => {
    expect(proposed({ usual_kg: 100 })).toEqual([50, 65, 80, 90, 100]);
    expect(proposed({})).toEqual([20, 40, 60, 80]);
  });

  test('are loads the plates make, each once', () => {
    expect(proposed({ max_kg: 100, plates: { bar_kg: 20, plates_kg: [20] } })).toEqual([60, 100]);
  });
});

describe('the steps', () => {
  const fast = { mcv_mps: 0.7, sigma_mps: 0.01 };

  test('are ticked off by the fastest full rep at their load, in whatever unit it was typed', () => {
    const [first, second] = profileSteps(
      [60, 79.83],
      [
        { set_id: 1, load_kg: 60, fastest: { ...fast, mcv_mps: 0.6 } },
        { set_id: 2, load_kg: 60, fastest: fast },
        { set_id: 3, load_kg: 80, fastest: fast },
        { set_id: 4, load_kg: 100, fastest: fast },
      ],
    );
    expect(first).toMatchObject({ point: { load_kg: 60, mcv_mps: 0.7 }, set_id: 2, in_vain: false });
    expect(second).toMatchObject({ set_id: 3 });
  });

  test('say where a load was lifted without a full rep', () => {
    expect(profileSteps([60, 80], [{ set_id: 1, load_kg: 60, fastest: null }])).toEqual([
      { load_kg: 60, point: null, set_id: null, in_vain: true },
      { load_kg: 80, point: null, set_id: null, in_vain: false },
    ]);
  });
});
