import { Reason, type RecordingFacts } from '../../signal/recording-facts.ts';

/** Three axes or few readings: the whole set knows little more of such samples than the causal path did. */
export const isRough = ({ reasons }: RecordingFacts): boolean =>
  reasons.some((reason) => reason === Reason.threeAxis || reason === Reason.lowRate);
