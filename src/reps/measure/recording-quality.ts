import { Reason, type RecordingFacts } from '../../signal/recording-facts.ts';
import { words } from '../../words/index.ts';
import type { Analysis } from '../rep.ts';

/** A bar that was never faster than this did not move, m/s: four times the slowest rep, so that no drift passes for movement. */
const MOVED_MPS = 0.2;

/** A recording is no better than what could be told from it: never `good` where it gave no rep though the bar moved. */
export function withWhatReps(analysis: Analysis): Analysis {
  const { recording, reps, failed } = analysis;
  if (reps.length > 0) {
    if (reps.some((rep) => rep.reasons.includes(Reason.place)))
      return {
        ...analysis,
        recording: doubted(recording, atMostFair(recording), words.plausibility.placeUnsure),
      };
    if (reps.some((rep) => rep.quality !== 'unusable')) return analysis;
    return { ...analysis, recording: doubted(recording, 'unusable', words.plausibility.noneMeasured) };
  }
  if (failed.length > 0 || !analysis.trace.velocity_mps.some((v) => Math.abs(v) > MOVED_MPS)) return analysis;
  return {
    ...analysis,
    recording: doubted(recording, atMostFair(recording), words.plausibility.movedWithoutRep),
  };
}

const atMostFair = ({ quality }: RecordingFacts): RecordingFacts['quality'] =>
  quality === 'unusable' ? 'unusable' : 'fair';

const doubted = (
  recording: RecordingFacts,
  quality: RecordingFacts['quality'],
  reason: string,
): RecordingFacts => ({ ...recording, quality, reasons: [...recording.reasons, reason] });
