import { describe, expect, test } from 'vitest';
import { liftOf, variationOf } from '../../src/lifts/catalogue.ts';
import type { LiftId } from '../../src/lifts/lift.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { findRises } from '../../src/reps/definition/rises.ts';
import { MIN_RISE_M } from '../../src/reps/definition/thresholds.ts';
import type { MotionTrace } from '../../src/reps/definition/trace.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import type { Movement, WhyNot } from '../../src/reps/movement.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { selectReps } from '../../src/reps/whole-set/select-reps.ts';
import { contextFor } from '../accuracy/context.ts';
import { motion, type Piece, rise, stop } from './motions.ts';

/** How many reps are left, and why the other rises are none, in the order in which they were sent away. */
const select = (lift: LiftId, pieces: readonly Piece[], rate_hz = 200) =>
  selectFrom(lift, motion(pieces, rate_hz), 0.005);

function selectFrom(lift: LiftId, trace: MotionTrace, sigma_m: number): [number, ...WhyNot[]] {
  const { min_rise_m } = variationOf(lift, variationOf(lift, 'barbell').id);
  const expected = { lift: liftOf(lift), min_rise_m, reference_m: null, sigma: () => sigma_m };
  const why: WhyNot[] = [];
  const refuse = (_: unknown, reason: WhyNot) => why.push(reason);
  const kept = selectReps(trace, findRises(trace, MIN_RISE_M, refuse), expected, refuse);
  return [kept.length, ...why];
}

const upDown = (rise_m: number, s = 0.8): Piece[] => [
  rise(rise_m, s),
  stop(0.5),
  rise(-rise_m, s),
  stop(0.7),
];
const thrusts = [...upDown(0.3), ...upDown(0.3), ...upDown(0.3)];
const rows = [...upDown(0.45), ...upDown(0.45), ...upDown(0.45)];
const squat = [rise(-0.5, 1.2), stop(0.3), rise(0.5, 1), stop(0.8)];
const squats = [...squat, ...squat, ...squat];

describe('a rise is no rep because', () => {
  test('it is too small: less than 5 cm', () => {
    expect(select('hip-thrust', [stop(2), ...upDown(0.03, 0.4), ...thrusts])).toEqual([3, 'too-small']);
  });
  test('it is too small for the lift', () => {
    expect(select('squat', [stop(2), ...squats, rise(-0.07, 0.5), rise(0.07, 0.5), stop(2)])).toEqual([
      3,
      'too-small',
    ]);
  });
  test('a sway of a centimetre is not even told', () => {
    expect(select('hip-thrust', [stop(2), ...upDown(0.012, 0.4), ...thrusts])).toEqual([3]);
  });
  test('it is too slow', () => {
    expect(select('hip-thrust', [stop(2), ...upDown(0.1, 4), ...thrusts])).toEqual([3, 'too-slow']);
  });
  test('it was struck: fast for some milliseconds only', () => {
    const kicked = [rise(0.03, 0.06), rise(0.04, 2), stop(0.5), rise(-0.07, 2), stop(1)];
    expect(select('hip-thrust', [stop(2), ...kicked, ...thrusts], 1000)).toEqual([3, 'struck']);
  });
  test('it is a bump beside the reps', () => {
    expect(select('hip-thrust', [stop(2), ...thrusts, ...upDown(0.07, 0.5), ...thrusts])).toEqual([
      6,
      'bump',
    ]);
  });
  test('it rises further than the lift allows', () => {
    expect(select('hip-thrust', [stop(2), ...upDown(0.9, 1.5), ...thrusts])).toEqual([3, 'too-high']);
  });
  test('a few small rises make no set', () => {
    expect(select('hip-thrust', [stop(2), ...upDown(0.06, 0.4), stop(1)])).toEqual([0, 'no-set']);
  });
  test('movements follow each other too fast: shaking', () => {
    const shaken = [rise(0.12, 0.2), rise(-0.12, 0.2), rise(0.12, 0.2), rise(-0.12, 0.2), stop(1)];
    expect(select('hip-thrust', [stop(2), ...thrusts, ...shaken])).toEqual([3, 'shaking', 'shaking']);
  });
  test('but reps of the whole range are none, however quickly they follow', () => {
    const quick = Array.from({ length: 6 }, () => [rise(0.26, 0.28), rise(-0.26, 0.27)]).flat();
    expect(select('hip-thrust', [stop(2), ...quick, stop(1)])).toEqual([6]);
  });
  test('from its top the bar goes on upwards: picked up', () => {
    const pickUp = [rise(0.35, 1), stop(1), rise(-0.025, 0.3)];
    expect(select('row', [stop(2), ...pickUp, ...rows])).toContain('picked-up');
  });
  test('a bar is lifted in two goes and put down: carried', () => {
    const lifted = [
      rise(0.35, 1),
      stop(1),
      rise(-0.025, 0.3),
      rise(0.25, 0.8),
      stop(1),
      rise(-0.575, 2),
      stop(2),
    ];
    expect(select('deadlift', [stop(2), ...lifted])).toEqual([0, 'picked-up', 'carried']);
  });
  test('the bar does not come down again: carried off', () => {
    expect(select('hip-thrust', [stop(2), ...thrusts, rise(0.3, 0.8), stop(9)])).toEqual([3, 'carried-off']);
  });
  test('the lifter stands up with the bar and puts it down', () => {
    const putDown = [rise(0.25, 1.8), stop(0.5), rise(-0.6, 2), stop(3)];
    expect(select('row', [stop(2), rise(0.3, 1), stop(1.5), ...rows, ...putDown])).toContain('put-down');
  });
  test('it stands at the edge and has another range', () => {
    const [reps, why] = select('bench-press', [
      stop(2),
      ...[1, 2, 3].flatMap(() => [rise(-0.3, 1), stop(0.2), rise(0.3, 1), stop(0.8)]),
      rise(-0.44, 1),
      rise(0.44, 1.2),
      stop(3),
    ]);
    expect([reps, why]).toEqual([3, 'other-range']);
  });
  test('a squat was not lowered before: out of the rack', () => {
    expect(select('squat', [stop(3), rise(0.2, 0.8), stop(2), ...squats])).toEqual([3, 'not-lowered-before']);
  });
  test('a press ends in the rack', () => {
    const press = [rise(-0.27, 1.2), stop(0.2), rise(0.27, 1), stop(0.8)];
    const racked = [rise(-0.025, 0.4), rise(0.1, 1.2), stop(5)];
    expect(select('bench-press', [stop(3), ...press, ...press, ...press, ...racked])).toEqual([3, 'racked']);
  });
  test('it stands at another height than the reps', () => {
    const higher = [rise(0.4, 2), stop(0.4), rise(-0.03, 0.3), stop(1)];
    const reasons = select('hip-thrust', [stop(2), ...thrusts, ...higher, ...upDown(0.25), stop(2)]);
    expect(reasons).toContain('other-level');
  });
  test('the recording begins in it, and drift may have made what was seen', () => {
    const whole = motion([rise(0.3, 0.8), stop(0.5), rise(-0.3, 0.8), stop(0.7), ...thrusts], 200);
    const from = whole.height_m.findIndex((m) => m > 0.18);
    const cut = {
      t_s: whole.t_s.slice(from),
      height_m: whole.height_m.slice(from),
      velocity_mps: whole.velocity_mps.slice(from),
      accel_mps2: whole.accel_mps2.slice(from),
    };
    expect(selectFrom('hip-thrust', cut, 0.05)).toEqual([3, 'cut-off']);
  });
  test('it is far away from the set', () => {
    expect(select('hip-thrust', [stop(2), ...thrusts, ...upDown(0.3), stop(40), ...upDown(0.3)])).toEqual([
      4,
      'apart',
    ]);
  });
});

const analysed = (spec: SetSpec, lift: LiftId = 'hip-thrust') => {
  const { recording, truth } = simulatedSet({ ...spec, lift });
  const context = contextFor(lift, truth);
  return { final: analyzeSet(recording, context), live: replayLive(recording, context).analysis };
};
const reasons = (movements: readonly Movement[]) => movements.flatMap(({ why_not }) => why_not ?? []);

describe('of a recording', () => {
  test('every rep is a movement too, and every movement is a rep or has its reason, on both paths', () => {
    for (const analysis of Object.values(analysed({ seed: 3, reps: 5, hold_s: 1 }))) {
      const { movements, reps } = analysis;
      expect(movements.flatMap(({ rep }) => rep ?? [])).toEqual(reps.map(({ index }) => index));
      for (const movement of movements) expect(movement.rep === null).toBe(movement.why_not !== null);
      for (const { rep, peak_s, rise_m } of movements) {
        const own = reps.find(({ index }) => index === rep);
        if (!own) continue;
        expect(peak_s).toBeGreaterThan(own.concentric.start_s);
        expect(peak_s).toBeLessThan(own.concentric.end_s);
        expect(rise_m).toBeCloseTo(own.rom_m ?? 0, 1);
      }
    }
  });

  test('a failed attempt is told as that, not as nothing', () => {
    const { final, live } = analysed({ seed: 2, reps: 5, hold_s: 1, mcv_mps: 0.3, failed_attempts: 1 });
    expect(reasons(final.movements)).toContain('failed');
    expect(reasons(live.movements).filter((why) => why === 'failed')).toHaveLength(live.failed.length);
  });
});

describe('while the set runs', () => {
  test('a rise of less than 5 cm is told as too small', () => {
    const { live } = analysed({ seed: 1, reps: 3, lift: 'squat', failed_attempts: 0 }, 'squat');
    expect(reasons(live.movements)).toContain('too-small');
  });

  test('a bar that is carried about gives movements and no rep', () => {
    const { live } = analysed({
      seed: 1,
      reps: 0,
      before: [
        { kind: 'still', duration_s: 3 },
        { kind: 'pick-up', height_m: 0.65 },
        { kind: 'walk', distance_m: 3 },
        { kind: 'put-down' },
      ],
      after: [{ kind: 'still', duration_s: 3 }],
    });
    expect(live.reps).toEqual([]);
    expect(live.movements.length).toBeGreaterThan(0);
    expect(reasons(live.movements)).toHaveLength(live.movements.length);
  });
});
