import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/recording/csv.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextOf, FOLDER } from './recordings.ts';

/** Signals that once went wrong, with the right answer. They stand beside the repository and are read in place. */
const CASES = join(FOLDER, '../cases/signal');
const present = existsSync(CASES);
if (!present) console.warn(`No signal cases at ${CASES}: skipped.`);

function recordingOf(file: string) {
  const read = readCsv(readFileSync(join(CASES, file), 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${read.error.message}`);
  return read.recording;
}

test.skipIf(!present)('fifteen explosive banded reps are counted while they happen', () => {
  const recording = recordingOf('banded-fast-2.csv');
  const context = { ...contextOf('hip-thrust'), variation: 'banded' as const };
  expect(analyzeSet(recording, context).reps).toHaveLength(15);
  expect(replayLive(recording, context).analysis.reps).toHaveLength(15);
});
