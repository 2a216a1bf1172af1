import type { Argument } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { readCsv } from '../../../src/recording/csv.ts';
import { joinFiles } from '../../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../../src/recording/files/signal-file.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';

export interface ReplayedRecording {
  readonly recording: Recording;
  readonly name: string;
  readonly simulated: boolean;
  /** The stored set it is of; null for a file. */
  readonly stored_set_id: number | null;
}

/** The recording somebody wants to see again: of a stored set, or of files that are handed over. */
export function recordingToReplay(store: Store, wish: Argument<'pair:replay'>): Result<ReplayedRecording> {
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
  const files = wish.files?.map(({ name, base64 }) => {
    const file = createSignalFile(name);
    file.push(Buffer.from(base64, 'base64'));
    return file.end();
  });
  if (files === undefined && wish.csv === undefined)
    return failure('nothing-to-replay', words.says.source.nothingToReplay);
  const read = files === undefined ? readCsv(wish.csv ?? '') : joinFiles(files);
  if (!read.ok) return failure(`csv-${read.error.code}`, read.error.message);
  if (read.recording.t_s.length === 0) return failure('empty-recording', words.says.source.emptyRecording);
  const name = wish.name ?? words.says.source.replayOfFile;
  return success({ recording: read.recording, name, simulated: false, stored_set_id: null });
}
