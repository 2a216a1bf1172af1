import { createLiveTracker } from '../../src/reps/live/tracker.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { contextFor } from './context.ts';
import { play, scoreLive } from './live-score.ts';
import type { Rung } from './rung.ts';
import { scoreReps } from './score.ts';
import { yardstick } from './strapdown.ts';
import type { ScoredSet } from './totals.ts';

/** One set of a rung, through both paths. A crash is a result too. */
export function runSet(rung: Rung, seed: number): ScoredSet {
  const { lift, recording, truth, unknownRange, mount = null } = rung.make(seed);
  const context = { ...contextFor(lift, unknownRange === true ? null : truth), mount };
  try {
    const analysis = analyzeSet(recording, context);
    const tracker = createLiveTracker(recording.sensor, context);
    return {
      final: scoreReps(seed, truth, analysis.reps, analysis.failed),
      live: scoreLive(truth, play(recording, tracker)),
      yardstick: yardstick(recording, truth),
      error: null,
    };
  } catch (thrown) {
    return {
      final: null,
      live: null,
      yardstick: null,
      error: `seed ${seed}: ${thrown instanceof Error ? thrown.stack : thrown}`,
    };
  }
}
