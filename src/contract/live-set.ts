import type { Rep, SetSummary } from '../reps/rep.ts';
import type { RecordingFacts } from '../signal/recording-facts.ts';
import type { ComparedSet } from '../training/compared.ts';
import type { Setup } from './setup.ts';

export type { RecordingFacts, Rep, SetSummary };

/** A rep in progress: drawn translucent until it is final. */
export interface ProvisionalRep {
  readonly index: number;
  readonly mcv_mps: number | null;
  readonly rom_m: number | null;
  readonly phase: 'concentric' | 'lockout' | 'eccentric';
}

export interface HoldState {
  /** Moment on the station's steady clock (ms since epoch as it was at the start) at which the hold began, and at which it will be met. */
  readonly since_epoch_ms: number;
  readonly met_epoch_ms: number | null;
  readonly target_s: number | null;
  /** How far below a full rep the bar stands, m: no hold runs then; null at lockout. */
  readonly missing_m: number | null;
}

/** A rep on the strip: as measured, or provisional until the set is final. */
export interface StationRep {
  readonly id: number;
  readonly rep: Rep;
  /** False while later samples may still refine it. */
  readonly settled: boolean;
  readonly deleted: boolean;
}

export interface LiveSet {
  /** Database id once stored; null while it runs. */
  readonly set_id: number | null;
  /** 1-based in this athlete's session. */
  readonly number: number;
  readonly status: 'running' | 'finished';
  /** On the station's steady clock while the set runs, a date once it is finished. */
  readonly started_epoch_ms: number;
  readonly ended_epoch_ms: number | null;
  readonly setup: Setup;
  readonly reps: readonly StationRep[];
  readonly failed: readonly Rep[];
  readonly provisional: ProvisionalRep | null;
  readonly hold: HoldState | null;
  readonly summary: SetSummary;
  readonly recording: RecordingFacts | null;
  readonly holds_met: number;
  readonly holds_judged: number;
  readonly velocity_loss_reached: boolean;
  /** One sentence on what went wrong last, in words ("Rep 4 stopped at 52 % of full range"). */
  readonly remark: Remark | null;
  /** After the set: "too heavy", "ready for more" with its evidence. */
  readonly advice: Advice | null;
  readonly interrupted: boolean;
  /** What is to be said of a finished set that no number of it tells, a sentence each. */
  readonly asides: readonly string[];
  /** A finished work set beside those before it at this load; null: it runs, is no work set or is not stored. */
  readonly compared: ComparedSet | null;
  /** The range its reps agree on, where nobody knows the athlete's own yet: it can become that; null: they do not, or it is known. */
  readonly agreed_rom_m: number | null;
  /** Add to a rep's times to find it in the trace frames, s: a finished set counts from its own first sample. */
  readonly trace_origin_s: number;
}

export type Tone = 'full' | 'short' | 'partial' | 'unsure' | 'dropped' | 'over' | 'info' | 'warning';

export interface Remark {
  readonly tone: Tone;
  readonly text: string;
}

export interface Advice {
  readonly kind: 'too-heavy' | 'ready-for-more' | 'range-first';
  readonly text: string;
  readonly evidence: readonly string[];
}
