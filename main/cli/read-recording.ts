import { createReadStream } from 'node:fs';
import path from 'node:path';
import { failure, type Result, success } from '../../src/contract/result.ts';
import { joinFiles } from '../../src/recording/files/read-files.ts';
import { createSignalFile, type FileReading } from '../../src/recording/files/signal-file.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { printRemark } from './print.ts';

/** Pieces in which files are read, bytes. */
const PIECE = 1 << 18;

/**
 * The recording in one file, or in two where a tool writes acceleration and angular rate apart; `-` is standard input.
 * What is wrong is one line; what was put right or is odd goes to stderr. `onPiece` sees the bytes as they pass.
 */
export async function readRecording(
  names: readonly string[],
  onPiece: (bytes: Uint8Array) => void = () => {},
): Promise<Result<Recording>> {
  const readings: FileReading[] = [];
  for (const name of names) {
    const reading = await readOne(name, onPiece).catch(() => null);
    if (reading === null) return failure('file', `${name} cannot be read.`);
    readings.push(reading);
  }
  const read = joinFiles(readings);
  const all = names.join(', ');
  if (!read.ok) return failure(read.error.code, `${all}: ${read.error.message}`);
  for (const remark of read.remarks) printRemark(`${all}: ${remark}\n`);
  return success(read.recording);
}

async function readOne(name: string, onPiece: (bytes: Uint8Array) => void): Promise<FileReading> {
  const input = name === '-' ? process.stdin : createReadStream(name, { highWaterMark: PIECE });
  const file = createSignalFile(path.basename(name));
  for await (const piece of input) {
    onPiece(piece as Uint8Array);
    file.push(piece as Uint8Array);
  }
  return file.end();
}
