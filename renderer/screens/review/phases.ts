import type { Rep } from '../../../src/contract/live-set.ts';

export type Phase = 'concentric' | 'lockout' | 'eccentric' | 'bottom';
export interface PhaseSpan {
  readonly phase: Phase;
  readonly start_s: number;
  readonly end_s: number;
}

/** The phases of a rep that were seen, in the order of time. */
export function phasesOf(rep: Rep): readonly PhaseSpan[] {
  const { concentric, lockout, eccentric, bottom } = rep;
  const spans: PhaseSpan[] = [{ phase: 'concentric', start_s: concentric.start_s, end_s: concentric.end_s }];
  if (lockout.end_s !== null)
    spans.push({ phase: 'lockout', start_s: lockout.start_s, end_s: lockout.end_s });
  if (eccentric) {
    spans.push({ phase: 'eccentric', start_s: eccentric.start_s, end_s: eccentric.end_s });
    if (bottom.duration_s !== null)
      spans.push({ phase: 'bottom', start_s: eccentric.end_s, end_s: eccentric.end_s + bottom.duration_s });
  }
  return spans.toSorted((a, b) => a.start_s - b.start_s);
}

/** From the rep's first movement to its last, the rest at the bottom left out. */
export function spanOf(rep: Rep): { readonly start_s: number; readonly end_s: number } {
  const moving = phasesOf(rep).filter(({ phase }) => phase !== 'bottom');
  return {
    start_s: Math.min(...moving.map(({ start_s }) => start_s)),
    end_s: Math.max(...moving.map(({ end_s }) => end_s)),
  };
}

/** Room left of the first and right of the last rep, s. */
const MARGIN_S = 1.5;

/** The stretch worth looking at: the recording also holds the rest before the set. */
export function stretchOf(reps: readonly Rep[], duration_s: number): readonly [number, number] {
  if (reps.length === 0) return [0, duration_s];
  const spans = reps.map(spanOf);
  return [
    Math.max(0, Math.min(...spans.map(({ start_s }) => start_s)) - MARGIN_S),
    Math.min(duration_s, Math.max(...spans.map(({ end_s }) => end_s)) + MARGIN_S),
  ];
}
