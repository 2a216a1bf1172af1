import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { Correction } from '../../../src/reps/correction.ts';
import type { Analysis } from '../../../src/reps/rep.ts';
import { survivingResult } from '../../../src/reps/surviving-result.ts';
import { words } from '../../../src/words/index.ts';
import type { Store, StoredSet } from '../../store/types.ts';
import type { Analyst } from './analyst.ts';
import { contextOfLabels } from './labels.ts';

/** A stored set's samples once more; refused where that fails, or loses reps that were counted while the set ran. */
export async function analyseAgain(
  store: Store,
  analyst: Analyst,
  set: StoredSet,
  corrections: readonly Correction[],
): Promise<Result<Analysis>> {
  const recording = store.sets.recording(set.row.id);
  if (!recording.ok) return recording;
  const analysis = await analyst.whole(recording.value, contextOfLabels(set.labels, corrections));
  if (analysis === null) return failure('analysis-failed', words.says.set.analysisFailed);
  const live = { ...set, reps: set.reps.map(({ rep }) => rep), reference_rom_m: null };
  if (set.from_live && survivingResult(analysis, live).from_live)
    return failure('analysis-lost-reps', words.says.set.keptLive);
  return success(analysis);
}
