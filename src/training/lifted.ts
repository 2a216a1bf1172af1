import type { Quality, Verdict } from '../reps/rep.ts';

/** What training looks at in a rep. */
export interface LiftedRep {
  readonly mcv_mps: number | null;
  readonly mcv_sigma_mps: number | null;
  readonly quality: Quality;
  readonly range: Verdict['range'];
  readonly hold: Verdict['hold'];
  readonly lowering: Verdict['lowering'];
}

/** What training looks at in a set of one athlete, lift, variation and side. */
export interface LiftedSet {
  readonly set_id: number;
  readonly session_id: number;
  readonly at_epoch_ms: number;
  readonly load_kg: number | null;
  readonly kind: 'work' | 'warm-up';
  /** Reps that were aimed at; null when none were. */
  readonly goal_reps: number | null;
  /** Attempts that did not reach lockout. */
  readonly failed: number;
  readonly reps: readonly LiftedRep[];
}
