import type { LiftId } from './lift.ts';
import { type LiftProfile, targets, type VariationProfile } from './profile.ts';

function barbell(min_rise_m: number, muscles: readonly string[], changes = targets()): [VariationProfile] {
  return [
    {
      id: 'barbell',
      unilateral: false,
      targets: changes,
      min_rise_m,
      muscles,
    },
  ];
}

/** Evidence of the largest rise of a rep: above it the bar is being picked up. */
const ROOM = 'chosen here: range of a tall lifter with room';

export const OTHER_LIFTS: Readonly<Record<Exclude<LiftId, 'hip-thrust'>, LiftProfile>> = {
  squat: {
    id: 'squat',
    opening: 'eccentric-first',
    opens_from_bottom: false,
    from_floor: false,
    max_rise_m: { value: 1, evidence: ROOM },
    velocity_at_1rm_mps: {
      value: 0.3,
      sd: 0.05,
      evidence:
        'Weakley 2021: 0.30; Sports Med Int 2019 s-0043-102933: 0.32 +- 0.03; Helms 2016 powerlifters: 0.23 +- 0.05',
    },
    variations: barbell(0.1, ['quadriceps', 'gluteus maximus', 'adductors', 'spinal erectors']),
    evidence: 'range ratios: chosen here',
  },
  deadlift: {
    id: 'deadlift',
    opening: 'concentric-first',
    opens_from_bottom: false,
    from_floor: true,
    max_rise_m: { value: 1, evidence: ROOM },
    velocity_at_1rm_mps: {
      value: 0.15,
      sd: 0.05,
      evidence: 'Weakley 2021: 0.15; Helms 2016 powerlifters: 0.14 +- 0.05',
    },
    variations: barbell(0.1, ['gluteus maximus', 'hamstrings', 'spinal erectors', 'quadriceps', 'back']),
    evidence: 'range ratios: chosen here',
  },
  'romanian-deadlift': {
    id: 'romanian-deadlift',
    opening: 'eccentric-first',
    opens_from_bottom: false,
    from_floor: false,
    max_rise_m: { value: 0.9, evidence: ROOM },
    velocity_at_1rm_mps: null,
    variations: barbell(
      0.1,
      ['hamstrings', 'gluteus maximus', 'spinal erectors'],
      targets({ eccentric_s: 1 }),
    ),
    evidence: 'lowering target and range ratios: chosen here',
  },
  'bench-press': {
    id: 'bench-press',
    opening: 'eccentric-first',
    opens_from_bottom: false,
    from_floor: false,
    max_rise_m: { value: 0.7, evidence: ROOM },
    velocity_at_1rm_mps: {
      value: 0.17,
      sd: 0.04,
      evidence: 'Weakley 2021 and Gonzalez-Badillo: 0.17; Helms 2016 powerlifters: 0.10 +- 0.04',
    },
    variations: barbell(0.07, ['pectoralis major', 'triceps', 'anterior deltoid']),
    evidence: 'range ratios: chosen here',
  },
  'overhead-press': {
    id: 'overhead-press',
    opening: 'eccentric-first',
    opens_from_bottom: true,
    from_floor: false,
    max_rise_m: { value: 0.9, evidence: ROOM },
    velocity_at_1rm_mps: {
      value: 0.19,
      sd: 0.04,
      evidence: 'Weakley 2021: 0.19; 0.19-0.24 is usually quoted, spread chosen here from it',
    },
    variations: barbell(0.1, ['deltoids', 'triceps', 'upper chest', 'core']),
    evidence: 'range ratios: chosen here',
  },
  row: {
    id: 'row',
    opening: 'concentric-first',
    opens_from_bottom: false,
    from_floor: false,
    max_rise_m: { value: 0.9, evidence: ROOM },
    velocity_at_1rm_mps: {
      value: 0.5,
      sd: 0.05,
      evidence:
        'Weakley 2021: 0.50; 0.45-0.50 is usually quoted for the bench pull, spread chosen here from it',
    },
    variations: barbell(0.08, ['latissimus dorsi', 'rhomboids', 'rear deltoid', 'biceps']),
    evidence: 'range ratios: chosen here',
  },
  other: {
    id: 'other',
    opening: 'concentric-first',
    opens_from_bottom: false,
    from_floor: false,
    max_rise_m: { value: 1.6, evidence: 'chosen here: any barbell lift' },
    velocity_at_1rm_mps: null,
    variations: barbell(0.05, [], targets({ dropped_mps: null })),
    evidence: 'no defaults of its own',
  },
};
