import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { SetMovements } from '../../../src/contract/sets.ts';
import type { Correction } from '../../../src/reps/correction.ts';
import { words } from '../../../src/words/index.ts';
import type { Store, StoredSet } from '../../store/types.ts';
import { analyseAgain } from './analyse-again.ts';
import type { Analyst } from './analyst.ts';
import { standingSet } from './standing-set.ts';

/** What of a stored set's recording was looked at and not counted, by today's algorithm and the coach's corrections. */
export async function movementsOfSet(
  store: Store,
  analyst: Analyst,
  id: number,
): Promise<Result<SetMovements>> {
  const found = standingSet(store, id);
  if (!found.ok) return found;
  const set = found.value;
  const analysed = await analyseAgain(store, analyst, set, set.corrections);
  if (!analysed.ok) return analysed;
  const { movements, unmet = [] } = analysed.value;
  return success({
    not_counted: movements.filter(({ why_not }) => why_not !== null),
    unmet: set.corrections
      .filter((correction) => unmet.includes(correction))
      .map((correction) => correction.id),
  });
}

/** Refused where the recording has no movement that answers to it: nothing is kept then. */
export async function correctSet(
  store: Store,
  analyst: Analyst,
  id: number,
  correction: Correction,
): Promise<Result<StoredSet>> {
  const found = standingSet(store, id);
  if (!found.ok) return found;
  const set = found.value;
  const analysed = await analyseAgain(store, analyst, set, [...set.corrections, correction]);
  if (!analysed.ok) return analysed;
  if (analysed.value.unmet?.includes(correction))
    return failure('cannot-correct', words.says.data.cannotCorrect[correction.kind]);
  return store.sets.update(id, { correct: correction, analysis: analysed.value });
}

export async function takeBackCorrection(
  store: Store,
  analyst: Analyst,
  id: number,
  correction_id: number,
): Promise<Result<StoredSet>> {
  const found = standingSet(store, id);
  if (!found.ok) return found;
  const set = found.value;
  const left = set.corrections.filter((correction) => correction.id !== correction_id);
  if (left.length === set.corrections.length) return failure('no-correction', words.says.data.noCorrection);
  const analysed = await analyseAgain(store, analyst, set, left);
  if (!analysed.ok) return analysed;
  return store.sets.update(id, { take_back: correction_id, analysis: analysed.value });
}
