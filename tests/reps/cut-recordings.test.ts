import { describe, expect, test } from 'vitest';
import type { LiftId } from '../../src/lifts/lift.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { TrueRep } from '../../src/recording/synthetic/true-rep.ts';
import type { Analysis } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from '../accuracy/context.ts';

/** The samples from one moment to another. */
function stretch(recording: Recording, from_s: number, to_s: number): Recording {
  const { t_s, accel_g, gyro_dps } = recording;
  const from = t_s.findIndex((t) => t >= from_s);
  const after = t_s.findIndex((t) => t > to_s);
  const to = after === -1 ? t_s.length : after;
  return {
    ...recording,
    t_s: t_s.slice(from, to),
    accel_g: accel_g.slice(3 * from, 3 * to),
    gyro_dps: gyro_dps?.slice(3 * from, 3 * to) ?? null,
  };
}

type Phase = { readonly start_s: number; readonly end_s: number };
const within = ({ start_s, end_s }: Phase, share: number): number => start_s + share * (end_s - start_s);

/** Five reps of which only what lies between two moments of the second and the fourth was recorded. */
function cut(
  seed: number,
  from: (second: TrueRep) => number,
  to: (fourth: TrueRep) => number,
  lift: LiftId = 'hip-thrust',
) {
  const { recording, truth } = simulatedSet({
    seed,
    lift,
    reps: 5,
    hold_s: [1.2],
    roll_deg: 30,
    sensor: UNCALIBRATED_SENSOR,
  });
  const second = truth.reps[1] as TrueRep;
  const fourth = truth.reps[3] as TrueRep;
  const analysis = analyzeSet(stretch(recording, from(second), to(fourth)), contextFor(lift, truth));
  return { analysis, second, fourth };
}

const beginning = (): number => 0;
const ending = (): number => Number.POSITIVE_INFINITY;
const SEEDS = [1, 2, 3, 4, 5, 6];

/** Of a rise that was not seen from end to end: that it was, and no number. */
const UNTOLD = { mcv_mps: null, pcv_mps: null, mpv_mps: null, rom_m: null, quality: 'unusable' };

function expectSeenReps(analysis: Analysis, from: number, to: number): void {
  for (const rep of analysis.reps.slice(from, to)) {
    expect(rep.verdict.range).toBe('full');
    expect(rep.mcv_mps).not.toBeNull();
  }
  expect(analysis.failed).toEqual([]);
}

describe('a recording that begins in the middle of a set', () => {
  test('in a hold: what went before is no rep, and none is made up', () => {
    for (const seed of SEEDS) {
      const hold = ({ lockout }: TrueRep) => within({ ...lockout, end_s: lockout.end_s ?? 0 }, 0.5);
      const { analysis } = cut(seed, hold, ending);
      expect(analysis.reps, `seed ${seed}`).toHaveLength(3);
      expectSeenReps(analysis, 0, 3);
    }
  });

  test('on the way down into a squat: the squat is told, and nothing of a lowering it did not show', () => {
    const { analysis, second } = cut(1, ({ eccentric }) => within(eccentric as Phase, 0.5), ending, 'squat');
    expect(analysis.reps).toHaveLength(4);
    expect(analysis.reps[0]).toMatchObject({ eccentric: null, bottom: { duration_s: null } });
    expect(analysis.reps[0]?.verdict.lowering).toBeNull();
    expect(analysis.reps[0]?.mcv_mps).toBeCloseTo(second.mcv_mps, 1);
  });

  test.each([0.2, 0.4])(
    '%d of the way through a concentric: a rep whose hold is told, and no failed one',
    (share) => {
      for (const seed of SEEDS) {
        const { analysis, second } = cut(seed, (rep) => within(rep.concentric, share), ending);
        expect(analysis.reps, `seed ${seed}`).toHaveLength(4);
        const first = analysis.reps[0];
        expect(first).toMatchObject(UNTOLD);
        expect(first?.reasons).toContain('start not recorded');
        expect(first?.verdict.range).toBe('unsure');
        expect(first?.lockout.hold_s).toBeCloseTo(second.lockout.hold_s ?? 0, 1);
        expectSeenReps(analysis, 1, 4);
      }
    },
  );
});

describe('a recording that ends in the middle of a set', () => {
  test.each([0.6, 0.8])('%d of the way through a concentric: no partial rep of good quality', (share) => {
    for (const seed of SEEDS) {
      const { analysis } = cut(seed, beginning, (rep) => within(rep.concentric, share));
      expect(analysis.reps, `seed ${seed}`).toHaveLength(4);
      const last = analysis.reps.at(-1);
      expect(last).toMatchObject({ ...UNTOLD, eccentric: null, reasons: ['end not recorded'] });
      expect(last?.lockout.hold_s).toBeNull();
      expect(last?.verdict.range).toBe('unsure');
      expectSeenReps(analysis, 0, 3);
    }
  });

  test('in a hold: its concentric was seen, how long it was held was not', () => {
    const { analysis, fourth } = cut(1, beginning, ({ lockout }) => lockout.start_s + 0.4);
    const last = analysis.reps[3];
    expect(last).toMatchObject({ quality: 'good', eccentric: null, lockout: { hold_s: null } });
    expect(last?.mcv_mps).toBeCloseTo(fourth.mcv_mps, 1);
  });

  test('on the way down: the hold is told, and nothing of a lowering it did not show', () => {
    const { analysis, fourth } = cut(1, beginning, ({ eccentric }) => within(eccentric as Phase, 0.5));
    const last = analysis.reps[3];
    expect(last?.lockout.hold_s).toBeCloseTo(fourth.lockout.hold_s ?? 0, 1);
    expect(last).toMatchObject({ eccentric: null, bottom: { duration_s: null, floor_contact: null } });
    expect(last?.verdict.lowering).toBeNull();
  });
});
