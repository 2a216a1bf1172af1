import type { Argument } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';
import type { ReadHanded } from './read-handed.ts';

export interface ReplayedRecording {
  readonly recording: Recording;
  readonly name: string;
  readonly simulated: boolean;
  /** The stored set it is of; null for a file. */
  readonly stored_set_id: number | null;
}

/** The recording somebody wants to see again: of a stored set, or of files that are handed over. */
export async function recordingToReplay(
  store: Store,
  readHanded: ReadHanded,
  wish: Argument<'pair:replay'>,
): Promise<Result<ReplayedRecording>> {
  if (wish.set_id !== undefined) {
    const set = store.sets.get(wish.set_id);
    if (set === null) return failure('no-set', words.says.data.noSet);
    const recording = store.sets.recording(wish.set_id);
    if (!recording.ok) return recording;
    return success({
      recording: recording.value,
      name: wish.name ?? words.says.source.replayOfSet(wish.set_id),
      simulated: set.labels.simulated,
      stored_set_id: wish.set_id,
    });
  }
  const read = await readHanded({ csv: wish.csv, files: wish.files });
  if (!read.ok) return read;
  const name = wish.name ?? words.says.source.replayOfFile;
  return success({ recording: read.value, name, simulated: false, stored_set_id: null });
}
