import type { Movement, WhyNot } from '../movement.ts';
import type { Rep } from '../rep.ts';

/**
 * What the causal path says while the bar moves. `t_s` is when it happened and `said_s` when it was
 * said, both on the sample clock, in seconds from the first sample the path was given.
 */
export type LiveEvent =
  /** The bar began to rise: a provisional rep. */
  | { readonly kind: 'rise'; readonly t_s: number; readonly said_s: number }
  /** Concentric end in the lockout zone: the hold runs, provisionally. */
  | { readonly kind: 'hold-start'; readonly t_s: number; readonly said_s: number }
  /** It was a sticking point, not lockout: the bar rises on. */
  | { readonly kind: 'hold-cancel'; readonly t_s: number; readonly said_s: number }
  /** Descent began; hold_s as the causal path measured it. */
  | { readonly kind: 'hold-end'; readonly t_s: number; readonly said_s: number; readonly hold_s: number }
  /** It had not begun: the same hold, from `t_s` on, goes on. */
  | { readonly kind: 'hold-resume'; readonly t_s: number; readonly said_s: number }
  /** Concentric end below the lockout zone, `missing_m` below a full rep: the bar stands short of lockout. */
  | {
      readonly kind: 'short-start';
      readonly t_s: number;
      readonly said_s: number;
      readonly missing_m: number;
    }
  /** It rises on, or has crept up to lockout. */
  | { readonly kind: 'short-cancel'; readonly t_s: number; readonly said_s: number }
  /** It goes down from there; hold_s is how long it stood. */
  | { readonly kind: 'short-end'; readonly t_s: number; readonly said_s: number; readonly hold_s: number }
  /** A rep: first at its concentric end (settled false), again with the same index whenever it was refined. */
  | {
      readonly kind: 'rep';
      readonly rep: Rep;
      readonly settled: boolean;
      /** Another look said so, when it was over: what is said while a rep can still be felt is too late for it. */
      readonly late?: true;
      readonly said_s: number;
    }
  /** So many of the reps just told had been missed. */
  | { readonly kind: 'found'; readonly reps: number; readonly said_s: number }
  /** What was announced turned out not to be a rep (re-rack, put-down). */
  | {
      readonly kind: 'rep-withdrawn';
      readonly index: number;
      readonly why: WhyNot;
      readonly said_s: number;
    }
  | { readonly kind: 'failed'; readonly rep: Rep; readonly said_s: number }
  /** Nothing more will happen to a rise of the bar: which rep it is, or why it is none. */
  | { readonly kind: 'movement'; readonly movement: Movement; readonly said_s: number }
  /** The bar rests at its bottom or in the rack since `t_s`, long enough to end the set. */
  | { readonly kind: 'set-rest'; readonly t_s: number; readonly said_s: number };

export type LivePhase = 'still' | 'concentric' | 'lockout' | 'eccentric' | 'bottom' | 'moving';

/** Cheap to read at any time; what a screen needs between events. */
export interface LiveState {
  readonly t_s: number;
  readonly height_m: number;
  readonly velocity_mps: number;
  readonly phase: LivePhase;
  /** Set while a hold runs: when it began, s. */
  readonly hold_since_s: number | null;
}

/** Causal height and velocity since the last drain, decimated to at most 60 points per second. */
export interface TracePoints {
  readonly t_s: number[];
  readonly height_m: number[];
  readonly velocity_mps: number[];
}
