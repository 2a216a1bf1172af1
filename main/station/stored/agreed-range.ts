import type { Reference } from '../../../src/lifts/lift.ts';
import { calibrationReference } from '../../../src/reps/measure/reference.ts';
import type { StoredSet } from '../../store/types.ts';
import { rangeSpread_pct, SPREAD_PCT, WANTED_REPS } from '../desk/calibration-reps.ts';

/** The range of a set whose reps agree, of an athlete whose own range nobody knows; null where they do not, or it is known. */
export function agreedRange({ reps, labels }: StoredSet): Reference | null {
  if (labels.reference !== null) return null;
  const kept = reps.flatMap(({ rep, deleted }) => (deleted || rep.quality === 'unusable' ? [] : [rep]));
  if (kept.length < WANTED_REPS || rangeSpread_pct(kept) > SPREAD_PCT) return null;
  return calibrationReference(kept);
}
