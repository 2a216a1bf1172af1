import type { Recording } from '../../../src/recording/samples.ts';
import { replayLive } from '../../../src/reps/live/replay.ts';
import type { Analysis, SetContext } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';

export type Analyse = (recording: Recording, context: SetContext) => Analysis;

/** The analyses of a whole recording, guarded: a fault in the numbers costs them, never the set or the station. */
export interface Analyst {
  /** null: it failed, and the log says how. */
  whole(recording: Recording, context: SetContext): Analysis | null;
  /** What would have been counted while it ran. */
  causal(recording: Recording, context: SetContext): Analysis | null;
}

/** `analyse` is the core's own unless a test wants one that fails. */
export function createAnalyst(log: (line: string) => void, analyse: Analyse = analyzeSet): Analyst {
  const guarded =
    (how: Analyse): Analyst['whole'] =>
    (recording, context) => {
      try {
        return how(recording, context);
      } catch (error) {
        log(`analysis: ${error instanceof Error ? error.stack : error}`);
        return null;
      }
    };
  return {
    whole: guarded(analyse),
    causal: guarded((recording, context) => replayLive(recording, context).analysis),
  };
}
