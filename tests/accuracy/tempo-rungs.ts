import { DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import type { Random } from '../../src/recording/synthetic/random.ts';
import { CALIBRATED_SENSOR, UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import { type Goal, type Rung, rung } from './rung.ts';

/** Hip thrusts on the sensor's own clock; how they are done is the rung's. */
const base = { roll_deg: 30, sensor: UNCALIBRATED_SENSOR, delivery: DEVICE_CLOCK } satisfies Partial<SetSpec>;

const TEMPO_GOAL: Goal = { mcv_rmse_mps: 0.01, rom_mae_m: 0.02, exact_share: 0.95 };
const SHAPE_GOAL: Goal = { mcv_rmse_mps: 0.015, rom_mae_m: 0.01, exact_share: 0.95 };

/** So many seconds up, held, and down. */
const tempo =
  (raise_s: number, hold_s: number, lowering_s: number, more: Partial<SetSpec> = {}) =>
  (r: Random): Partial<SetSpec> => ({
    ...base,
    roll_deg: r.uniform(5, 30),
    reps: r.integer(3, 6),
    raise_s,
    hold_s,
    lowering_s,
    fatigue: 0,
    ...more,
  });

const everyOther = (reps: number): number[] => Array.from({ length: reps >> 1 }, (_, k) => 2 * k + 2);

const oneAndHalf =
  (half_at: 'bottom' | 'top', more: Partial<SetSpec> = {}) =>
  (r: Random): Partial<SetSpec> => ({
    ...base,
    reps: r.integer(5, 11),
    half_reps: everyOther(10),
    half_at,
    hold_s: Array.from({ length: 11 }, () => r.uniform(0.2, 1)),
    ...more,
  });

const pulsing = (r: Random): Partial<SetSpec> => ({
  ...base,
  reps: 6,
  hold_s: Array.from({ length: 6 }, () => r.uniform(0.2, 0.9)),
  pulses_m: Array.from({ length: 6 }, () =>
    Array.from({ length: r.integer(2, 8) }, () => r.uniform(0.034, 0.05)),
  ),
});

/** Ways to lift slowly, in part, or in pulses. */
export const TEMPO_RUNGS: readonly Rung[] = [
  rung('tempo-5-0-5', 'five seconds up and five down, no hold', tempo(5, 0, 5), TEMPO_GOAL),
  rung('tempo-4-1-4', 'four seconds up, held for one, four down', tempo(4, 1, 4), TEMPO_GOAL),
  rung('tempo-3-0-3', 'three seconds up and three down, no hold', tempo(3, 0, 3), TEMPO_GOAL),
  rung('tempo-5-2-5', 'five seconds up, held for two, five down', tempo(5, 2, 5), TEMPO_GOAL),
  rung(
    'tempo-5-0-5-calibrated',
    'five up and down, calibrated sensor',
    tempo(5, 0, 5, { sensor: CALIBRATED_SENSOR }),
    TEMPO_GOAL,
  ),
  rung(
    'tempo-5-0-5-no-stop',
    'five up and down, plates touch and go, axes 40 mg and 1 % off',
    tempo(5, 0.05, 5, { bottom: 'touch' }),
    TEMPO_GOAL,
  ),
  rung(
    'tempo-4-1-4-no-stop',
    'four up, held for one, four down, plates touch and go',
    tempo(4, 1, 4, { bottom: 'touch' }),
    TEMPO_GOAL,
  ),
  rung(
    'deadlift-tempo-5-0-5',
    'deadlifts, five up and down, plates touch and go',
    tempo(5, 0.05, 5, { lift: 'deadlift', bottom: 'touch' }),
    TEMPO_GOAL,
  ),
  rung('one-and-half', 'full, half at the top, full ...', oneAndHalf('top'), SHAPE_GOAL),
  rung('one-and-half-low', 'full, half from the bottom, full ...', oneAndHalf('bottom'), SHAPE_GOAL),
  rung(
    'half-reps-slow',
    'a third of the reps half, all of them slow',
    (r) => ({
      ...base,
      reps: 9,
      half_reps: [1, 2, 3, 4, 5, 6, 7, 8, 9].filter(() => r.chance(0.35)),
      mcv_mps: r.uniform(0.2, 0.45),
      hold_s: Array.from({ length: 9 }, () => r.uniform(0.5, 1.6)),
    }),
    SHAPE_GOAL,
  ),
  rung('pulses', 'two to eight pulses of 3.4-5 cm at lockout', pulsing, SHAPE_GOAL),
  rung('slow-lowering', 'fast up, six seconds down', (r) => ({
    ...base,
    reps: 6,
    mcv_mps: r.uniform(0.4, 0.9),
    hold_s: r.uniform(0, 1),
    lowering_s: 6,
  })),
  rung('squat-tempo-3-0-3', 'squats, three seconds down and up', tempo(3, 0.5, 3, { lift: 'squat' })),
  rung('squat-paused', 'squats, three seconds at the bottom', (r) => ({
    ...base,
    lift: 'squat',
    reps: 6,
    bottom_s: r.uniform(2.5, 3.5),
  })),
  rung(
    'squat-one-and-half',
    'squats: full, half from the bottom, full ...',
    oneAndHalf('bottom', { lift: 'squat' }),
  ),
  rung('bench-paused', 'bench press, three seconds on the chest', (r) => ({
    ...base,
    lift: 'bench-press',
    reps: 6,
    bottom_s: r.uniform(2.5, 3.5),
  })),
  rung('long-holds', 'hip thrusts held for 5-10 s each', (r) => ({
    ...base,
    reps: 5,
    hold_s: Array.from({ length: 5 }, () => r.uniform(5, 10)),
  })),
  rung('clusters', 'two reps, 15 s of rest, two reps ...', (r) => ({
    ...base,
    reps: 6,
    hold_s: 0.5,
    bottom_s: r.uniform(5, 7),
  })),
  rung('partials-at-the-end', 'the last three of ten reps are half', (r) => ({
    ...base,
    reps: 10,
    half_reps: [8, 9, 10],
    hold_s: r.uniform(0.1, 0.8),
  })),
];
