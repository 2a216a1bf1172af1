import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Store, StoredSet } from '../../store/types.ts';

/** A set that can be looked at and changed; refused where there is none, or it lies in the bin. */
export function standingSet(store: Store, id: number): Result<StoredSet> {
  const set = store.sets.get(id);
  return set === null || set.deleted ? failure('no-set', words.says.data.noSet) : success(set);
}
