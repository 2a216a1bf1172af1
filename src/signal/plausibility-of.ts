import type { Recording } from '../recording/samples.ts';
import { conditionRecording } from './condition-recording.ts';
import { isHopeless, type Oddity } from './plausibility/oddity.ts';
import { sayOddity } from './plausibility/say-oddity.ts';

export interface PlausibilityReport {
  readonly oddities: readonly Oddity[];
  /** One sentence for each oddity. */
  readonly sentences: readonly string[];
  /** No number can be told from this recording: a reader may refuse it. */
  readonly hopeless: boolean;
}

/** What a recording cannot be, and what an analysis of it would put right. Never throws; order n. */
export function plausibilityOf(recording: Recording): PlausibilityReport {
  const { oddities } = conditionRecording(recording, null);
  return { oddities, sentences: oddities.map(sayOddity), hopeless: oddities.some(isHopeless) };
}
