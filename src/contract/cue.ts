export type CueName =
  | 'lockout'
  | 'tick'
  | 'met'
  | 'partial'
  | 'dropped'
  | 'velocity-loss'
  | 'failed'
  | 'set-start'
  | 'set-end'
  | 'speak';

/**
 * A sound to make. `at_epoch_ms` is the wall-clock moment on this computer at which it should sound
 * (now or in the future); a cue with an `id` can be cancelled before it sounds.
 */
export interface Cue {
  readonly cue: CueName;
  readonly id: number;
  readonly at_epoch_ms: number;
  /** For `speak`: what to say. For `tick`: how far the hold is, 0..1. */
  readonly text: string | null;
  readonly progress: number | null;
  /** The moment it stands for, on the sample clock, s. */
  readonly sample_s: number;
}
