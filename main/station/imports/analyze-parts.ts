import type { Recording } from '../../../src/recording/samples.ts';
import type { Analysis } from '../../../src/reps/rep.ts';
import { splitSession } from '../../../src/reps/whole-set/split-session.ts';

/** One set of a recording. */
export interface RecordedSet {
  /** From the recording's first sample, s. */
  readonly start_s: number;
  readonly recording: Recording;
  readonly analysis: Analysis;
}

/** The sets of a recording in which somebody lifted; none or one when it holds no more, and then it is better taken whole. */
export function analyzeParts(
  recording: Recording,
  analyze: (part: Recording) => Analysis,
  tell: (done: number, of: number) => void = () => {},
): RecordedSet[] {
  const parts = splitSession(recording);
  tell(0, parts.length);
  if (parts.length < 2) return [];
  return parts
    .map((part, i) => {
      const analysis = analyze(part.recording);
      tell(i + 1, parts.length);
      return { ...part, analysis };
    })
    .filter(({ analysis }) => analysis.reps.length + analysis.failed.length > 0);
}
