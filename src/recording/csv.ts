import { assembleRecording } from './files/assemble.ts';
import type { FileError } from './files/signal-table.ts';
import { createTableFile } from './files/table-file.ts';
import { type Recording, type SensorInfo, UNKNOWN_SENSOR } from './samples.ts';

export type CsvResult =
  | {
      readonly ok: true;
      readonly recording: Recording;
      /** What a person should know of a file that could be read; one line each. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly error: FileError };

/**
 * Reads one table with a signal (docs/command-line.md): times become seconds from the first sample, accelerations g,
 * angular rates deg/s. A header without rows is a recording of no samples. Never throws.
 */
export function readCsv(text: string, sensor: SensorInfo = UNKNOWN_SENSOR, file = ''): CsvResult {
  const reading = createTableFile(file);
  reading.push(text);
  const read = reading.end();
  if (!read.ok) return read;
  const whole = assembleRecording([read.table]);
  if (!whole.ok) return whole;
  return { ok: true, recording: { ...whole.recording, sensor }, warnings: whole.remarks };
}
