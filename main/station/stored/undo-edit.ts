import { failure, type Result } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { SetChange, SetLabels, Store, StoredSet } from '../../store/types.ts';
import { analyseAgain } from './analyse-again.ts';
import type { Analyst } from './analyst.ts';
import { standingSet } from './standing-set.ts';

/**
 * What a set was labelled with before an edit, targets and reference as they were then included: the numbers follow from the
 * samples again. An edit like any other, so that it can be undone itself.
 */
export async function undoEdit(
  store: Store,
  analyst: Analyst,
  id: number,
  at_epoch_ms: number,
): Promise<Result<StoredSet>> {
  const found = standingSet(store, id);
  if (!found.ok) return found;
  const set = found.value;
  const replaced = store.sets.replacedBy(id, at_epoch_ms);
  if (replaced === null) return failure('nothing-to-undo', words.says.data.nothingToUndo);
  const { athlete_id } = replaced.labels;
  if (athlete_id !== undefined && store.athletes.get(athlete_id) === null)
    return failure('no-athlete', words.says.data.noAthlete);
  return store.sets.update(id, { ...replaced, ...(await judgedAgain(store, analyst, set, replaced.labels)) });
}

/** Nothing for labels that no number hangs on, and where the samples cannot be read: the labels are right all the same. */
async function judgedAgain(
  store: Store,
  analyst: Analyst,
  set: StoredSet,
  { kind: _kind, accepted: _accepted, ...judged }: Partial<SetLabels>,
): Promise<Pick<SetChange, 'analysis'>> {
  if (Object.keys(judged).length === 0) return {};
  const labels = { ...set.labels, ...judged };
  const analysis = await analyseAgain(store, analyst, { ...set, labels }, set.corrections);
  return analysis.ok ? { analysis: analysis.value } : {};
}
