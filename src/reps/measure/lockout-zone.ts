import { liftOf } from '../../lifts/catalogue.ts';
import type { LiftId, Targets } from '../../lifts/lift.ts';
import type { Verdict } from '../rep.ts';

/**
 * Is lockout a place in this lift? Where the rise ends in it, a bar that stops lower is not locked out. Lifts that begin with
 * the lowering end where they began: what they lack is depth. Of an unknown lift nobody knows, and in constant tension
 * nobody asks for the whole range.
 */
export function hasLockoutZone(lift: LiftId, targets: Targets): boolean {
  return lift !== 'other' && liftOf(lift).opening === 'concentric-first' && !targets.constant_tension;
}

/** The share of the reference that a top is short of the lockout zone; null where it is in it, or where that cannot be told. */
export function shortOfZone(
  { range_ratio, range_ratio_sigma }: Pick<Verdict, 'range_ratio' | 'range_ratio_sigma'>,
  { full_ratio }: Targets,
): number | null {
  if (range_ratio === null) return null;
  const short = full_ratio - (range_ratio_sigma ?? 0) - range_ratio;
  return short > 0 ? short : null;
}
