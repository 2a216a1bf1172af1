import { words } from '../../words/index.ts';
import { assembleRecording, type ReadRecording } from './assemble.ts';
import type { FileReading } from './signal-file.ts';
import { fileError, type SignalTable } from './signal-table.ts';

/** The files of one recording as a recording; or the first thing that is wrong with them. */
export function joinFiles(files: readonly FileReading[]): ReadRecording {
  const tables: SignalTable[] = [];
  for (const { file, results, archive } of files) {
    const good = results.flatMap((result) => (result.ok ? [result.table] : []));
    const bad = results.find((result) => !result.ok);
    if (bad !== undefined && (!archive || good.length === 0)) {
      const { code, message, row, column } = bad.error;
      return files.length === 1 ? bad : fileError(code, words.files.inFile(file, message), row, column);
    }
    tables.push(...good);
  }
  return tables.length === 0 ? fileError('empty', words.recordings.empty) : assembleRecording(tables);
}
