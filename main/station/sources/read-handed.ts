import type { Argument } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { readCsv } from '../../../src/recording/csv.ts';
import { joinFiles } from '../../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../../src/recording/files/signal-file.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import type { Soon } from '../soon.ts';

/** A recording as text, or the files of one. */
export type HandedRecording = Pick<Argument<'pair:replay'>, 'csv' | 'files'>;

export type ReadHanded = (handed: HandedRecording) => Soon<Result<Recording>>;

export function readHanded({ csv, files: handed }: HandedRecording): Result<Recording> {
  const files = handed?.map(({ name, base64 }) => {
    const file = createSignalFile(name);
    file.push(Buffer.from(base64, 'base64'));
    return file.end();
  });
  if (files === undefined && csv === undefined)
    return failure('nothing-to-replay', words.says.source.nothingToReplay);
  const read = files === undefined ? readCsv(csv ?? '') : joinFiles(files);
  if (!read.ok) return failure(`csv-${read.error.code}`, read.error.message);
  if (read.recording.t_s.length === 0) return failure('empty-recording', words.says.source.emptyRecording);
  return success(read.recording);
}
