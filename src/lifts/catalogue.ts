import { HIP_THRUST } from './hip-thrust.ts';
import type { LiftId, VariationId } from './lift.ts';
import { LIFT_IDS } from './lift.ts';
import { OTHER_LIFTS } from './other-lifts.ts';
import type { LiftProfile, VariationProfile } from './profile.ts';

/** Every lift in the order it is offered: the hip thrust first. */
export const CATALOGUE: readonly LiftProfile[] = LIFT_IDS.map(liftOf);

export function liftOf(id: LiftId): LiftProfile {
  return id === 'hip-thrust' ? HIP_THRUST : OTHER_LIFTS[id];
}

/** The variation, or the lift's first one when the lift does not have it. */
export function variationOf(lift: LiftId, variation: VariationId): VariationProfile {
  const { variations } = liftOf(lift);
  return variations.find((entry) => entry.id === variation) ?? variations[0];
}
