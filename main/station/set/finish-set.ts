import type { SetSummary, StationRep } from '../../../src/contract/live-set.ts';
import type { Result } from '../../../src/contract/result.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import type { Analysis, Rep } from '../../../src/reps/rep.ts';
import { movedInTime, overlap, survivingResult } from '../../../src/reps/surviving-result.ts';
import { ALGORITHM } from '../../../src/reps/version.ts';
import type { RecordingFacts } from '../../../src/signal/recording-facts.ts';
import type { InsertedSet, NewSet, RunningJournal, SetLabels, Store } from '../../store/types.ts';

/** What the causal path had counted when the set ended, with what people took away; times are of the live clock. */
export interface LiveCount {
  readonly reps: readonly StationRep[];
  readonly failed: readonly Rep[];
  readonly summary: SetSummary;
  readonly recording: RecordingFacts;
}

export interface EndedSet {
  readonly recording: Recording;
  /** Where the recording starts on the live clock, s. */
  readonly origin_s: number;
  readonly started_epoch_ms: number;
  readonly labels: SetLabels;
  readonly live: LiveCount;
  readonly interrupted: boolean;
  readonly note: string;
}

export interface FinishedSet {
  readonly set: NewSet;
  readonly stored: Result<InsertedSet>;
}

/**
 * The end of a set: it is stored with its samples and what hindsight made of them. What was counted while it ran is
 * stored whatever that analysis says. null: neither found a rep, and the recording is kept aside for a day.
 */
export function finishSet(
  store: Store,
  whole: Analysis | null,
  ended: EndedSet,
  journal: RunningJournal | null,
): FinishedSet | null {
  const { labels, recording, started_epoch_ms, interrupted, note, live, origin_s } = ended;
  const moved = (rep: Rep): Rep => movedInTime(rep, -origin_s);
  const analysis = survivingResult(whole, {
    reps: live.reps.map(({ rep }) => moved(rep)),
    failed: live.failed.map(moved),
    reference_rom_m: live.summary.reference_rom_m,
    recording: live.recording,
    algorithm: ALGORITHM,
  });
  if (analysis.reps.length === 0 && analysis.failed.length === 0) {
    journal?.setAside();
    return null;
  }
  const set: NewSet = {
    labels,
    started_epoch_ms,
    analysis,
    recording,
    interrupted,
    note,
    deleted_reps: deletedIn(analysis.reps, live.reps, origin_s),
    live_reps: live.reps.length,
  };
  return { set, stored: store.sets.insert(set, journal ?? undefined) };
}

/** Places of final reps that are the same movement as a live rep somebody took away. */
function deletedIn(final: readonly Rep[], live: readonly StationRep[], origin_s: number): number[] {
  const gone = live.filter((entry) => entry.deleted).map((entry) => movedInTime(entry.rep, -origin_s));
  return final.flatMap(({ concentric }, place) =>
    gone.some((rep) => overlap(rep.concentric, concentric)) ? [place] : [],
  );
}
