import type { Argument } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { Athlete } from '../../../src/contract/setup.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';
import type { ReadHanded } from './read-handed.ts';

export interface ReplayedRecording {
  readonly recording: Recording;
  readonly name: string;
  readonly simulated: boolean;
  /** Whose somebody said it is; null: of whoever is at the station. */
  readonly athlete: Athlete | null;
  /** Date of its first sample, ms since epoch; null: nobody said. */
  readonly recorded_epoch_ms: number | null;
  /** The stored set it is of; null for a file. */
  readonly stored_set_id: number | null;
}

/** The recording somebody wants to see again: of a stored set, or of files that are handed over. */
export async function recordingToReplay(
  store: Store,
  readHanded: ReadHanded,
  wish: Argument<'pair:replay'>,
  now_epoch_ms: number,
): Promise<Result<ReplayedRecording>> {
  const athlete = wish.athlete_id === undefined ? null : store.athletes.get(wish.athlete_id);
  if (wish.athlete_id !== undefined && athlete === null)
    return failure('no-athlete', words.says.data.noAthlete);
  if ((wish.started_epoch_ms ?? 0) > now_epoch_ms) return failure('not-past', words.store.set.notPast);
  if (wish.set_id !== undefined) {
    const set = store.sets.get(wish.set_id);
    if (set === null) return failure('no-set', words.says.data.noSet);
    const recording = store.sets.recording(wish.set_id);
    if (!recording.ok) return recording;
    return success({
      recording: recording.value,
      name: wish.name ?? words.says.source.replayOfSet(wish.set_id),
      simulated: set.labels.simulated,
      athlete,
      recorded_epoch_ms: set.row.started_epoch_ms,
      stored_set_id: wish.set_id,
    });
  }
  const read = await readHanded({ csv: wish.csv, files: wish.files });
  if (!read.ok) return read;
  const name = wish.name ?? words.says.source.replayOfFile;
  const recorded_epoch_ms = wish.started_epoch_ms ?? null;
  return success({
    ...{ recording: read.value, name, simulated: false, athlete, recorded_epoch_ms },
    stored_set_id: null,
  });
}
