import type { Reference } from '../../../src/lifts/lift.ts';
import { learnReference } from '../../../src/reps/measure/reference.ts';
import type { ReferenceKey, Store } from '../../store/types.ts';

export interface ReferenceFor {
  /** From the simulator: real and simulated ranges never mix. */
  readonly simulated: boolean;
  readonly before_epoch_ms: number;
  /** Never of the set being judged. */
  readonly except_set_id?: number;
}

/**
 * The range a set is judged against: the calibrated one, else what earlier sets taught, else none. A side
 * without a range of its own is held to the other's, so that a lazy side shows.
 */
export function findReference(store: Store, key: ReferenceKey, of: ReferenceFor): Reference | null {
  const own = lookUp(store, key, of);
  if (own !== null || key.side === null) return own;
  return lookUp(store, { ...key, side: key.side === 'left' ? 'right' : 'left' }, of);
}

/** The range of exactly this key: stored, or learned from all its sets. */
export function ownReference(store: Store, key: ReferenceKey, simulated: boolean): Reference | null {
  return lookUp(store, key, { simulated, before_epoch_ms: Number.MAX_SAFE_INTEGER });
}

function lookUp(store: Store, key: ReferenceKey, of: ReferenceFor): Reference | null {
  const kept = store.references.get(key);
  // the range the simulated athlete ships with is that of the simulated lifter, of nobody else
  if (kept !== null && (kept.origin !== 'simulated' || of.simulated)) return kept;
  return learnReference(store.references.earlierSets(key, of));
}
