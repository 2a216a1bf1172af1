import type { RecordingFacts } from '../../signal/recording-facts.ts';
import { summarise } from '../measure/set-summary.ts';
import type { Analysis, Rep } from '../rep.ts';

/** One set of a session, with the times of its own recording. */
export interface AnalysedPart {
  readonly start_s: number;
  readonly analysis: Analysis;
}

/** The sets of a session told as one: times from the session's first sample, reps counted through. */
export function joinSets(parts: readonly AnalysedPart[], recording: RecordingFacts): Analysis {
  const [{ analysis: first }] = parts as [AnalysedPart];
  const all = (which: 'reps' | 'failed'): Rep[] =>
    parts
      .flatMap(({ start_s, analysis }) => analysis[which].map((rep) => laterRep(rep, start_s)))
      .map((rep, k) => ({ ...rep, index: k + 1 }));
  const reps = all('reps');
  const failed = all('failed');
  const set = summarise(reps, failed.length, first.set.reference_rom_m);
  return {
    ...first,
    recording,
    reps,
    failed,
    // from one set to the next the load may change, and the lifter rests
    set: { ...set, velocity_loss_pct: null },
  };
}

/** A rep on a clock that began earlier. */
export function laterRep(rep: Rep, by_s: number): Rep {
  const later = (t_s: number): number => t_s + by_s;
  const laterOrNull = (t_s: number | null): number | null => (t_s === null ? null : later(t_s));
  const { concentric, lockout, eccentric } = rep;
  return {
    ...rep,
    start_s: later(rep.start_s),
    announced_s: laterOrNull(rep.announced_s),
    concentric: { ...concentric, start_s: later(concentric.start_s), end_s: later(concentric.end_s) },
    lockout: {
      ...lockout,
      start_s: later(lockout.start_s),
      end_s: laterOrNull(lockout.end_s),
      announced_s: laterOrNull(lockout.announced_s),
    },
    eccentric:
      eccentric === null
        ? null
        : { ...eccentric, start_s: later(eccentric.start_s), end_s: later(eccentric.end_s) },
  };
}
