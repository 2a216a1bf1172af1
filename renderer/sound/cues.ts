import type { SoundName } from '../../src/contract/cue.ts';

/** One tone of one oscillator. Times in s from the cue's moment. */
export interface Note {
  readonly at_s: number;
  readonly for_s: number;
  readonly from_hz: number;
  /** Glides here; the same for a steady tone. */
  readonly to_hz: number;
  readonly wave: 'sine' | 'triangle' | 'square' | 'sawtooth';
  /** Of full scale, before the volume. At most three notes sound at once: together they stay below 1. */
  readonly gain: number;
}

// Heard through a phone-sized loudspeaker over gym noise: energy between 400 Hz and 4 kHz, told apart by
// direction (up is good, down is not), number of notes and timbre, not by pitch alone. Low tones are
// sawtooth so that their harmonics reach that band. Pitches are equal-tempered, A = 440 Hz.
const F3 = 174.61;
const G3 = 196;
const C2 = 65.41;
const C4 = 261.63;
const G4 = 392;
const A4 = 440;
const C5 = 523.25;
const E5 = 659.26;
const G5 = 783.99;
const A5 = 880;
const E6 = 1318.51;
const A6 = 1760;

const steady = (at_s: number, for_s: number, hz: number, gain: number, wave: Note['wave']): Note => ({
  at_s,
  for_s,
  from_hz: hz,
  to_hz: hz,
  wave,
  gain,
});

/** The tick rises by an octave from the first to the last, so that the ear knows how much is left. */
const TICK_LOW_HZ = E5;

/** What a cue sounds like. `progress`: for ticks, how far the hold is, 0..1. */
export function notesOf(cue: SoundName, progress: number | null = null): readonly Note[] {
  switch (cue) {
    case 'lockout':
      return [steady(0, 0.16, A5, 0.34, 'triangle'), steady(0, 0.16, A5 * 2, 0.1, 'sine')];
    case 'tick':
      return [steady(0, 0.045, TICK_LOW_HZ * 2 ** (progress ?? 0), 0.26, 'square')];
    case 'met':
      return [
        steady(0, 0.12, E6, 0.36, 'triangle'),
        steady(0.09, 0.34, A6, 0.36, 'triangle'),
        steady(0.09, 0.34, A6 * 2, 0.08, 'sine'),
      ];
    case 'higher':
      return [{ at_s: 0, for_s: 0.22, from_hz: A4, to_hz: G5, wave: 'sawtooth', gain: 0.34 }];
    case 'partial':
      return [steady(0, 0.42, F3, 0.34, 'sawtooth')];
    case 'missed':
      return [steady(0, 0.14, G4, 0.34, 'square'), steady(0.2, 0.14, G4, 0.34, 'square')];
    case 'dropped':
      return [steady(0, 0.03, 2400, 0.5, 'square'), steady(0.11, 0.03, 2400, 0.5, 'square')];
    case 'velocity-loss':
      return [
        steady(0, 0.2, A5, 0.4, 'square'),
        steady(0.22, 0.2, E5, 0.4, 'square'),
        steady(0.44, 0.5, A4, 0.4, 'square'),
      ];
    case 'failed':
      return [{ at_s: 0, for_s: 0.7, from_hz: G3, to_hz: C2, wave: 'sawtooth', gain: 0.4 }];
    case 'last-rep':
      return [steady(0, 0.07, A6, 0.34, 'square'), steady(0.13, 0.07, A6, 0.34, 'square')];
    case 'goal':
      return [C5, E5, G5].map((hz, i) => steady(i * 0.12, 0.12 + i * 0.1, hz, 0.3, 'square'));
    case 'set-start':
      return [steady(0, 0.14, C5, 0.26, 'sine'), steady(0.12, 0.22, G5, 0.26, 'sine')];
    case 'set-end':
      return [steady(0, 0.18, G5, 0.3, 'triangle'), steady(0.17, 0.32, C5, 0.3, 'triangle')];
    case 'not-counted':
      return [0, 0.22, 0.44].map((at_s) => steady(at_s, 0.12, C4, 0.34, 'sawtooth'));
    case 'rest-soon':
      return [steady(0, 0.6, A4, 0.34, 'sine')];
    case 'rest-over':
      return [E5, A5, E6].map((hz, i) => steady(i * 0.18, 0.18 + i * 0.1, hz, 0.3, 'sine'));
  }
}

/** How long a cue sounds, s. */
export const lengthOf = (notes: readonly Note[]): number =>
  Math.max(...notes.map(({ at_s, for_s }) => at_s + for_s));
