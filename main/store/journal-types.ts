import type { Result } from '../../src/contract/result.ts';
import type { Recording, SampleBatch, SensorInfo } from '../../src/recording/samples.ts';
import type { SetLabels } from './set-labels.ts';

/** First line of a journal: all that is known when the set starts. */
export interface JournalHeader {
  readonly labels: SetLabels;
  readonly athlete_name: string;
  readonly sensor: SensorInfo;
  /** Wall clock of the first sample. */
  readonly started_epoch_ms: number;
}

/** The journal of a set that runs now. Nothing here throws: a full disk becomes a notice and is retried. */
export interface RunningJournal {
  readonly id: string;
  /** As it arrived, source times unchanged; start with what the recording starts with. */
  append(batch: SampleBatch): void;
  /** Labels changed while the set runs; the last ones count. */
  relabel(labels: SetLabels): void;
  /** Settles when everything appended so far is on disk (or cannot be brought there). */
  flush(): Promise<void>;
  /** No rep was found in it: kept aside for a day. */
  setAside(): void;
  /** Stop writing and leave the file to be recovered at the next start. */
  close(): void;
}

/** A set that was running when the station stopped. */
export interface LeftOver {
  readonly id: string;
  readonly header: JournalHeader;
  readonly duration_s: number;
  readonly samples: number;
}

export interface RecoveredSet {
  readonly header: JournalHeader;
  readonly recording: Recording;
  /** Bytes at the end that were not whole: what a power cut took. */
  readonly lost_bytes: number;
}

export interface Journals {
  start(header: JournalHeader): RunningJournal;
  /** Journals no running or stored set owns, oldest first. Broken tails are tolerated. */
  recoverable(): LeftOver[];
  /** Recordings of the last 24 hours in which no rep was found, newest first. */
  withoutReps(): LeftOver[];
  /** Ready for `sets.insert(set, { id })`, which removes the journal. */
  read(id: string): Result<RecoveredSet>;
  /** Kept aside for 30 days. */
  discard(id: string): Result<null>;
}
