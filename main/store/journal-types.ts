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
  /** Everything appended so far is on disk, in the file its path names. */
  isSafe(): boolean;
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
  /**
   * The whole journal of a set that has ended and could not be stored, on disk when this succeeds. It is not offered for
   * recovery while this station runs, which has the set in memory.
   */
  keep(id: string, header: JournalHeader, recording: Recording): Result<null>;
  /** A name for the journal of a set that has none. */
  freeId(): string;
  /** Journals no running or stored set owns, oldest first. Broken tails are tolerated. */
  recoverable(): LeftOver[];
  /** Recordings of the last 24 hours in which no rep was found, newest first. */
  withoutReps(): LeftOver[];
  /** Ready for `sets.insert(set, { id })`, which removes the journal. */
  read(id: string): Result<RecoveredSet>;
  /** Kept aside for 30 days. */
  discard(id: string): Result<null>;
}

/** The part of a file an appender needs; a test puts a disk that fills up or loses power in its place. */
export interface AppendFile {
  /** Writes all of `bytes` at `position`, or throws. */
  write(bytes: Buffer, position: number): void;
  /** Settles when everything written before is on the disk itself. */
  sync(): Promise<void>;
  /** Its path still names it: nobody deleted or replaced the folder. */
  isNamed(): boolean;
  close(): void;
}

/** What journals need of a disk; a test puts one in its place that is full, read-only or broken. Everything throws. */
export interface JournalDisk {
  /** A new file in a folder that is made where it is missing. */
  open(file: string): AppendFile;
  /** A whole file at once: on the disk, under its name, when this returns. */
  write(file: string, bytes: Buffer): void;
}
