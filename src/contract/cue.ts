/**
 * Every sound there is, and whether it is on before anybody has changed it. Types, settings and defaults derive from
 * this list; the screens that name a sound (src/words/en/sounds.ts) and the notes of it (renderer/sound/cues.ts) do
 * not compile while it has no words or no notes.
 */
export const SOUNDS = {
  lockout: { on: true },
  tick: { on: true },
  met: { on: true },
  higher: { on: true },
  partial: { on: true },
  missed: { on: true },
  dropped: { on: true },
  'velocity-loss': { on: true },
  failed: { on: true },
  'last-rep': { on: true },
  goal: { on: true },
  'set-start': { on: false },
  'set-end': { on: true },
  'not-counted': { on: true },
  'rest-soon': { on: true },
  'rest-over': { on: true },
} as const;

export type SoundName = keyof typeof SOUNDS;
/** A sound, or the voice. */
export type CueName = SoundName | 'speak';

/**
 * A sound to make. `at_epoch_ms` is the moment on the station's steady clock at which it should sound
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
