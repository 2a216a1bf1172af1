import type { Recording } from '../../src/recording/samples.ts';
import type { Analysis } from '../../src/reps/rep.ts';
import type { SetLabels } from './set-labels.ts';

/** A recording as it is stored. */
export interface RecordingBlob {
  readonly format: number;
  readonly compression: string;
  readonly samples: number;
  readonly data: Buffer;
}

export interface NewSet {
  readonly labels: SetLabels;
  /** Wall clock of the recording's first sample. */
  readonly started_epoch_ms: number;
  readonly analysis: Analysis;
  readonly recording: Recording;
  /** The recording as it is stored, where that was made already; left out: it is packed as it is stored. */
  readonly packed?: RecordingBlob | undefined;
  /** The link was lost during the set, or the set was recovered after a crash. */
  readonly interrupted: boolean;
  readonly note: string;
  /** Places in `analysis.reps` (0-based) that a person took away while the set ran. */
  readonly deleted_reps: readonly number[];
  /** Reps counted while the set ran, taken-away ones included; null: nobody counted. */
  readonly live_reps: number | null;
}

export interface InsertedSet {
  readonly set_id: number;
  readonly session_id: number;
  /** 1-based in its session. */
  readonly number: number;
  /** Ids of `analysis.reps`, in order. */
  readonly rep_ids: readonly number[];
}
