import { hasLockoutZone } from '../../measure/lockout-zone.ts';
import type { SetContext } from '../../rep.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';

/** A bar that has stopped below the lockout zone. */
export interface ShortStand {
  /** What it would have to rise from where it stopped to be in the zone, m. */
  readonly zone_m: number;
  /** ... and to be a full rep, m. */
  readonly missing_m: number;
}

/**
 * The doubt counts for no more than this share of the reference (chosen here, on simulated sets: all full hip thrusts keep their
 * tone, slow ones too; with more, half reps after a start that was not seen at rest would get one).
 */
const MOST_DOUBT_SHARE = 0.25;

/**
 * By the causal path's own height, whose doubt counts for the lifter: the tone of a full rep must not be missing. null at
 * lockout, and where no reference or no such place is known.
 */
export function shortStandOf(
  attempt: RepAttempt,
  motion: BarMotion,
  { lift, targets, reference }: SetContext,
): ShortStand | null {
  if (reference === null || !hasLockoutZone(lift, targets)) return null;
  const missing_m = targets.full_ratio * reference.rom_m - (attempt.end_m - attempt.start_m);
  const doubt_m = Math.min(motion.filter.heightSigma_m, MOST_DOUBT_SHARE * reference.rom_m);
  const zone_m = missing_m - Math.hypot(doubt_m, targets.full_ratio * reference.rom_sigma_m);
  return zone_m > 0 ? { zone_m, missing_m } : null;
}
