import { z } from 'zod';
import { HIP_THRUST_VARIATIONS, LIFT_IDS } from '../lifts/lift.ts';

/** What many requests have in common. */
export const IdField = z.number().int().positive();
export const LiftField = z.enum(LIFT_IDS);
export const VariationField = z.enum(HIP_THRUST_VARIATIONS);
export const SideField = z.enum(['left', 'right']);
/** More than anybody lifts, kg. */
export const LOAD_MOST_KG = 1000;
/** Speeds of another lift, variation or side are another thing. */
export const OneLift = {
  athlete_id: IdField,
  lift: LiftField,
  variation: VariationField,
  side: SideField.nullable(),
};
