import type { Recording } from '../../../src/recording/samples.ts';
import { replayLive } from '../../../src/reps/live/replay.ts';
import type { Analysis, SetContext } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import type { Soon } from '../soon.ts';

export type Analyse = (recording: Recording, context: SetContext) => Soon<Analysis>;

export interface AnalysisWork {
  /** A set has begun, and will end. */
  readonly ready: () => void;
  /** The analysis at the end of a set, which waits behind no other work. */
  readonly finish: Analyse;
  /** The same of a set that is stored, or comes from elsewhere. */
  readonly whole: Analyse;
  /** What would have been counted while it ran. */
  readonly causal: Analyse;
}

/** In this thread. */
export const analysisHere: AnalysisWork = {
  ready() {},
  finish: analyzeSet,
  whole: analyzeSet,
  causal: (recording, context) => replayLive(recording, context).analysis,
};

/** null: it failed, and the log says how. */
type Guarded = (recording: Recording, context: SetContext) => Soon<Analysis | null>;

/** The analyses of a whole recording, guarded: a fault in the numbers costs them, never the set or the station. */
export type Analyst = Pick<AnalysisWork, 'ready'> & Readonly<Record<'finish' | 'whole' | 'causal', Guarded>>;

/** In this thread unless another one does the work. */
export function createAnalyst(log: (line: string) => void, work: AnalysisWork = analysisHere): Analyst {
  const guarded =
    (how: Analyse): Guarded =>
    (recording, context) => {
      const failed = (error: unknown): null => {
        log(`analysis: ${error instanceof Error ? error.stack : error}`);
        return null;
      };
      try {
        const answer = how(recording, context);
        return answer instanceof Promise ? answer.catch(failed) : answer;
      } catch (error) {
        return failed(error);
      }
    };
  return {
    ready() {
      try {
        work.ready();
      } catch (error) {
        log(`analysis: ${error}`);
      }
    },
    finish: guarded(work.finish),
    whole: guarded(work.whole),
    causal: guarded(work.causal),
  };
}
