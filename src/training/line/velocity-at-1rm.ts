import type { VelocityAt1rm } from '../../lifts/profile.ts';
import type { SetInShort } from '../set-in-short.ts';
import { oneRepMax } from './one-rep-max.ts';
import type { SpeedLine } from './speed-line.ts';

/** The velocity of 1RM in use: the lift's, or the athlete's own. */
export interface VelocityInUse extends VelocityAt1rm {
  readonly own: boolean;
}

/** A load this near to the estimated 1RM says what the athlete's own 1RM is like. */
const NEAR_1RM = 0.95;
/** How much the velocity of one 1RM differs from the same athlete's next, m/s (1 sd); chosen here below the 0.03 m/s between people (de Hoyo 2021). */
const OWN_SD_MPS = 0.02;

/**
 * Somebody who finishes a heavy rep more slowly than the lift's velocity of 1RM has a lower one; somebody who
 * fails at a load after a faster one has a higher one. A heavy rep that was neither says only that it was not
 * the maximum, and changes nothing.
 */
export function velocityInUse(
  line: SpeedLine,
  sets: readonly SetInShort[],
  usual: VelocityAt1rm,
): VelocityInUse {
  const estimate = oneRepMax(line, usual);
  const theirs = { ...usual, own: false };
  if (estimate === null) return theirs;
  const heavy = sets.filter(({ load_kg }) => (load_kg ?? 0) >= NEAR_1RM * estimate.middle_kg);
  const speeds = heavy.flatMap(({ slowest_mps }) => slowest_mps ?? []);
  const slowest = Math.min(...speeds);
  if (speeds.length === 0) return theirs;
  const failed = heavy.some((set) => set.failed > 0);
  if (!failed && slowest >= usual.value) return theirs;
  return { value: slowest, sd: OWN_SD_MPS, evidence: usual.evidence, own: true };
}
