import type { LiftProfile, VariationProfile } from './profile.ts';
import { targets } from './profile.ts';

const GLUTES = ['gluteus maximus', 'hamstrings', 'adductors', 'quadriceps', 'spinal erectors', 'core'];

/** Hold 1 s and lowering 1 s: coaching advice, no trial found (hip-thrust.md). */
const HIP_THRUST_TARGETS = targets({ hold_s: 1, eccentric_s: 1 });

/** Least rise, m: half of the shortest range expected, but never under the 5 cm of a rep. */
const MIN_RISE_M = 0.05;

function variation(
  id: VariationProfile['id'],
  name: string,
  note: string,
  changes: Partial<Omit<VariationProfile, 'id' | 'name' | 'note'>> = {},
): VariationProfile {
  return {
    id,
    name,
    note,
    unilateral: false,
    short_range: false,
    targets: HIP_THRUST_TARGETS,
    min_rise_m: MIN_RISE_M,
    muscles: GLUTES,
    ...changes,
  };
}

export const HIP_THRUST: LiftProfile = {
  id: 'hip-thrust',
  name: 'Hip thrust',
  opening: 'concentric-first',
  opens_from_bottom: false,
  from_floor: true,
  max_rise_m: {
    value: 0.6,
    evidence: 'ours: 25-38 cm by geometry (field-notes), with room for tall lifters',
  },
  velocity_at_1rm_mps: { value: 0.25, evidence: 'de Hoyo 2021: 0.25 +- 0.03 m/s, 102 men' },
  variations: [
    variation('barbell', 'Barbell', 'Bar across the hips on a pad, shoulder blades on the bench.'),
    variation('bodyweight', 'Bodyweight', 'No bar: clip the sensor to a belt at the hip crease.'),
    variation('single-leg', 'Single-leg', 'One foot on the floor; compare left and right.', {
      unilateral: true,
    }),
    variation('b-stance', 'B-stance', 'One leg works, the other steadies; compare left and right.', {
      unilateral: true,
    }),
    variation('banded', 'Banded', 'Band above the knees: gluteus medius works too.', {
      muscles: [...GLUTES, 'gluteus medius'],
    }),
    variation('smith-machine', 'Smith machine', 'Guided bar: the path is straight.'),
    variation('dumbbell', 'Dumbbell', 'One dumbbell across the hips; clip the sensor to its handle.'),
    variation('kas-bridge', 'Kas glute bridge', 'The top part of the thrust only: short on purpose.', {
      short_range: true,
    }),
    variation('glute-bridge', 'Glute bridge', 'Shoulders on the floor: short on purpose.', {
      short_range: true,
    }),
  ],
  cues: [
    'Ribs down, chin tucked, look forward.',
    'Drive through the heels until shoulder, hip and knee are in line; no higher.',
    'Squeeze and hold at the top.',
    'Lower under control; never drop the bar.',
  ],
  setup: [
    'Bench edge under the shoulder blades.',
    'Bar in the hip crease; use a pad from about 60 kg.',
    'Feet so that the shins are vertical at the top, heels down.',
    'Collars on; sensor on the bar next to the inner collar.',
    'Lie still for a second before the first rep: the sensor finds zero.',
  ],
  evidence: 'hold and lowering targets: coaching advice, no trial found; range ratios: ours',
};
