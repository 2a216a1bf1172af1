import type { Frame } from '../../signal/frame.ts';
import type { Lever } from '../../signal/lever/lever.ts';
import type { Oddity } from '../../signal/plausibility/oddity.ts';
import type { RecordingFacts } from '../../signal/recording-facts.ts';
import type { Analysis, SetContext } from '../rep.ts';
import { analyzeSamples } from '../whole-set/analyze-set.ts';
import { createRecentFrames } from './recent-frames.ts';

/** What is known of the samples besides themselves. */
export interface AboutSamples {
  readonly facts: RecordingFacts;
  readonly oddities: readonly Oddity[];
  readonly lever: Lever | null;
  /** The angular rates mean something. */
  readonly hasGyro: boolean;
}

/**
 * The end-of-set result of a set that still runs. The causal path may not look back: a rise of five seconds is drift to
 * it. The same samples, with what came after them, tell.
 */
export interface LookAgain {
  add(frame: Frame): void;
  /** Another set begins: what was felt until now belongs to none. */
  clear(): void;
  /** null where it fails: the counting goes on, and the end of the set, which does the same, says what is wrong. */
  look(about: AboutSamples, context: SetContext): Analysis | null;
}

export function createLookAgain(): LookAgain {
  const frames = createRecentFrames();
  return {
    add: (frame) => frames.add(frame),
    clear: () => frames.clear(),
    look({ hasGyro, ...about }, context) {
      try {
        return analyzeSamples({ ...frames.samples(hasGyro), ...about }, context);
      } catch {
        return null;
      }
    },
  };
}
