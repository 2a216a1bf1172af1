import fs from 'node:fs';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { joinBatches } from '../../../src/recording/join.ts';
import { words } from '../../../src/words/index.ts';
import { explain } from '../errors.ts';
import type { JournalHeader, RecoveredSet } from '../journal-types.ts';
import { type JournalRecord, parseJournal } from './format.ts';
import { HeaderSchema, LabelsSchema } from './header.ts';

/** A file without a header that is no longer than this never held a sample: the power went as it began. */
const EMPTY_BYTES = 4096;

/** Reads one back, as far as it is whole. */
export function readJournal(file: string): Result<RecoveredSet> {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    return explain(error, words.store.journal.notReadable);
  }
  const { records, lost_bytes } = parseJournal(bytes);
  const batches = records.flatMap((record) => (record.kind === 'samples' ? [record.batch] : []));
  const header = headerOf(records);
  if (!header && bytes.length > EMPTY_BYTES)
    return failure('journal-unreadable', words.store.journal.noHeader);
  const first = batches[0];
  if (!header || !first) return failure('journal-empty', words.store.journal.noSamples);
  return success({ header, recording: joinBatches(batches, header.sensor, first.clock), lost_bytes });
}

/** The header as written, with the labels as they were last. */
function headerOf(records: readonly JournalRecord[]): JournalHeader | null {
  const header = HeaderSchema.safeParse(records.find((record) => record.kind === 'header')?.json);
  if (!header.success) return null;
  const labels = LabelsSchema.safeParse(records.findLast((record) => record.kind === 'labels')?.json);
  return labels.success ? { ...header.data, labels: labels.data } : header.data;
}
