import type { Rep, SetSummary } from '../reps/rep.ts';
import type { LiftId, Side, VariationId } from './setup.ts';

/** Raised when a reader of version n could misread version n + 1; new keys and kinds of lines do not raise it. */
export const STREAM_VERSION = 1;

/** Of whom, at what and with how much a line tells. */
interface Lifted {
  /** ISO 8601, when it was told. */
  readonly at: string;
  readonly athlete: string;
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly side: Side | null;
  readonly load_kg: number | null;
  /** 1-based in this athlete's session. */
  readonly set_number: number;
}

export interface RepLine extends Lifted {
  readonly kind: 'rep';
  /** False: later samples may still refine it; the same rep then comes again, settled. */
  readonly settled: boolean;
  readonly rep: Rep;
}

export interface SetLine extends Lifted {
  readonly kind: 'set';
  /** In the database of this station. */
  readonly set_id: number;
  readonly started: string;
  readonly ended: string | null;
  /** By the analysis of the whole set, those that were taken away left out. */
  readonly reps: readonly Rep[];
  readonly summary: SetSummary;
  readonly holds_met: number;
  readonly holds_judged: number;
}

/** What other programs are told, a line of JSON each (docs/stream.md). */
export type StreamLine =
  | { readonly kind: 'hello'; readonly stream: number; readonly lockout: string }
  | RepLine
  | SetLine;

export interface StreamStatus {
  /** With the secret that lets a program in; null: it is off, or could not be started. */
  readonly address: string | null;
  readonly problem: string | null;
  readonly readers: number;
  /** Readers that were too slow and were let go since the station started. */
  readonly let_go: number;
}
