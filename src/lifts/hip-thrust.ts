import type { LiftProfile, VariationProfile } from './profile.ts';
import { targets } from './profile.ts';

const GLUTES = ['gluteus maximus', 'hamstrings', 'adductors', 'quadriceps', 'spinal erectors', 'core'];

/** Hold and lowering of 1 s each: coaching advice, no trial found. */
const HIP_THRUST_TARGETS = targets({ hold_s: 1, eccentric_s: 1 });

/** Least rise, m: half of the shortest range expected, but never under the 5 cm of a rep. */
const MIN_RISE_M = 0.05;

function variation(
  id: VariationProfile['id'],
  changes: Partial<Omit<VariationProfile, 'id'>> = {},
): VariationProfile {
  return {
    id,
    unilateral: false,
    targets: HIP_THRUST_TARGETS,
    min_rise_m: MIN_RISE_M,
    muscles: GLUTES,
    ...changes,
  };
}

export const HIP_THRUST: LiftProfile = {
  id: 'hip-thrust',
  opening: 'concentric-first',
  opens_from_bottom: false,
  from_floor: true,
  max_rise_m: {
    value: 0.6,
    evidence: 'chosen here: 25-38 cm by geometry, with room for tall lifters',
  },
  velocity_at_1rm_mps: { value: 0.25, sd: 0.03, evidence: 'de Hoyo 2021: 0.25 +- 0.03 m/s, 102 men' },
  variations: [
    variation('barbell'),
    variation('bodyweight'),
    variation('single-leg', { unilateral: true }),
    variation('b-stance', { unilateral: true }),
    variation('banded', { muscles: [...GLUTES, 'gluteus medius'] }),
    variation('smith-machine'),
    variation('dumbbell'),
    variation('kas-bridge'),
    variation('glute-bridge'),
  ],
  evidence: 'hold and lowering targets: coaching advice, no trial found; range ratios: chosen here',
};
