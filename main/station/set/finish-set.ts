import type { StationRep } from '../../../src/contract/live-set.ts';
import type { Result } from '../../../src/contract/result.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import type { Analysis, Rep, SetContext } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import type { InsertedSet, RunningJournal, SetLabels, Store } from '../../store/types.ts';

export interface EndedSet {
  readonly recording: Recording;
  /** Where the recording starts on the live clock, s. */
  readonly origin_s: number;
  readonly started_epoch_ms: number;
  readonly labels: SetLabels;
  readonly context: SetContext;
  /** Reps as the causal path had them, with what people took away. */
  readonly live: readonly StationRep[];
  readonly interrupted: boolean;
  readonly note: string;
}

export interface FinishedSet {
  readonly analysis: Analysis;
  /** null: there was nothing to store. */
  readonly stored: Result<InsertedSet> | null;
}

/**
 * The end of a set: its whole recording is analysed once more, with hindsight, and stored with its samples.
 * The same samples analysed again later give the same numbers.
 */
export function finishSet(store: Store, ended: EndedSet, journal: RunningJournal | null): FinishedSet {
  const analysis = analyzeSet(ended.recording, ended.context);
  if (analysis.reps.length === 0 && analysis.failed.length === 0) {
    journal?.drop();
    return { analysis, stored: null };
  }
  const { labels, recording, started_epoch_ms, interrupted, note } = ended;
  const deleted_reps = deletedIn(analysis.reps, ended.live, ended.origin_s);
  const stored = store.sets.insert(
    { labels, started_epoch_ms, analysis, recording, interrupted, note, deleted_reps },
    journal ?? undefined,
  );
  return { analysis, stored };
}

/** Places of final reps that are the same movement as a live rep somebody took away. */
export function deletedIn(final: readonly Rep[], live: readonly StationRep[], origin_s: number): number[] {
  const gone = live.filter((entry) => entry.deleted).map((entry) => entry.rep.concentric);
  return final.flatMap(({ concentric }, place) => {
    const overlaps = gone.some(
      ({ start_s, end_s }) => start_s - origin_s < concentric.end_s && end_s - origin_s > concentric.start_s,
    );
    return overlaps ? [place] : [];
  });
}
