import { z } from 'zod';
import { IdField, LOAD_MOST_KG, OneLift } from './fields.ts';
import { line } from './text.ts';

/** Without a load there is no profile. */
const profileLoad = z.number().gt(0).max(LOAD_MOST_KG);
/** Loads of one profile; chosen here: more than anybody lifts for one. */
const PROFILE_LOADS_MOST = 8;
/** Faster than any bar is lifted with a load, m/s. */
const PROFILE_SPEED_MOST_MPS = 4;

/** Load-velocity profiles that are measured one day and kept. */
export const profileRequests = {
  /** Those that were kept, newest first. */
  'profiles:of': z.object(OneLift),
  /** Loads to measure the next one with, rising. */
  'profiles:propose': z.object(OneLift),
  /** The one that was begun today and is not kept yet. */
  'profiles:open': z.object(OneLift),
  /** Sets at these loads tick them off from now on. */
  'profiles:begin': z.object({ ...OneLift, loads_kg: z.array(profileLoad).min(2).max(PROFILE_LOADS_MOST) }),
  'profiles:keep': z.object(OneLift),
  /** Velocities another instrument measured. */
  'profiles:type': z.object({
    ...OneLift,
    instrument: line(60),
    points: z
      .array(z.object({ load_kg: profileLoad, mcv_mps: z.number().gt(0).max(PROFILE_SPEED_MOST_MPS) }))
      .min(2)
      .max(PROFILE_LOADS_MOST),
  }),
  /** A kept one, or the one that is being measured. */
  'profiles:remove': z.object({ athlete_id: IdField, begun_epoch_ms: z.number().int() }),
} as const;
