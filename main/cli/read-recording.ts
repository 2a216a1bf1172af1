import { failure, type Result, success } from '../../src/contract/result.ts';
import { readCsv } from '../../src/recording/csv.ts';
import type { Recording } from '../../src/recording/samples.ts';

/** A recording (CSV) for a command: what is wrong with it in one line; what is odd about it goes to stderr. */
export async function readRecording(name: string, content: Promise<string>): Promise<Result<Recording>> {
  const text = await content.catch(() => null);
  if (text === null) return failure('file', `${name} cannot be read.`);
  const csv = readCsv(text);
  if (!csv.ok) return failure(csv.error.code, `${name}: ${csv.error.message}`);
  for (const warning of csv.warnings) process.stderr.write(`${name}: ${warning}\n`);
  return success(csv.recording);
}
