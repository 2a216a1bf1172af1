import type { Recording } from '../../recording/samples.ts';
import { conditionRecording } from '../condition-recording.ts';
import { type Finding, isHopeless } from './finding.ts';
import { sayFinding } from './say-finding.ts';

export interface PlausibilityReport {
  readonly findings: readonly Finding[];
  /** One sentence for each finding. */
  readonly sentences: readonly string[];
  /** No number can be told from this recording: a reader may refuse it. */
  readonly hopeless: boolean;
}

/** What a recording cannot be, and what an analysis of it would put right. Never throws; order n. */
export function plausibilityOf(recording: Recording): PlausibilityReport {
  const { findings } = conditionRecording(recording, null);
  return { findings, sentences: findings.map(sayFinding), hopeless: findings.some(isHopeless) };
}
