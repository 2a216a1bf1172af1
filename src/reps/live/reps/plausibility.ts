import type { LiftProfile } from '../../../lifts/profile.ts';
import { FIGHT_SHARE } from '../../definition/thresholds.ts';
import type { WhyNot } from '../../movement.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import type { MotionHistory } from '../motion/motion-history.ts';
import { BRAKED_SHARE, LOCKOUT_SHARE } from '../rises/live-thresholds.ts';
import type { RepAttempt } from '../rises/rep-attempt.ts';
import type { UsualRep } from './usual-rep.ts';

/** What looks like lockout and is seldom one. */
export type Doubt = 'pick-up' | 'fight';

/** Is a rise a rep? Judged at its top, and again when it is over. */
export interface Plausibility {
  /**
   * When the attempt's own rise began, s: for drift, the first rise of a bar that lay still may seem to go on from the
   * pick-up into the first rep.
   */
  ownStart_s(attempt: RepAttempt, first: boolean): number;
  /** Why this rise can be no rep, judged at its top; null when it can. */
  whyNotAtTop(attempt: RepAttempt): WhyNot | null;
  /**
   * Why it should not be told before the bar has come down again: the first rise of a bar that lay still, in a lift
   * that hangs from the arms, is a pick-up; a slow rise that stops short is a lost fight.
   */
  doubtOf(attempt: RepAttempt, first: boolean): Doubt | null;
  /** Why it was none, judged when it is over; null when it was one. `told_m`: its range as told at its top; null when it was not. */
  whyNotInTheEnd(attempt: RepAttempt, told_m: number | null): WhyNot | null;
}

/** A rise with no lowering before it opens an eccentric-first set only when it is this many least rises high (chosen here). */
const OPENING_RISES = 2;
/** A rise has a lowering of its own when that is at least this share of it (chosen here; more than at the end of the set, which knows all of it). */
const LOWERED_SHARE = 0.5;
/** A rise must be higher than this many sigmas of what the filter's height may have drifted (chosen here). */
const SURE_SIGMAS = 0.75;
/**
 * Struck on its way up, its peak velocity must be more than this many sigmas of drift (chosen here): what plates and heels
 * do to a bar that lies is no rise.
 */
const SURE_PEAK_SIGMAS = 3;
/** Below this share of the usual range a rise is a bump: half reps have 0.35 and more, and live ranges are a little less sure than the set's. */
const LIVE_BUMP_SHARE = 0.28;
/** A rise that begins within this time after the bar lay still begins where it lay, s (chosen here). */
const PICKED_UP_S = 0.5;

/** The bar is picked up and hangs from the arms before the first rep. */
export const hangsFromArms = ({ opening, from_floor, id }: LiftProfile): boolean =>
  opening === 'concentric-first' && !from_floor && id !== 'other';

export function createPlausibility(
  lift: LiftProfile,
  motion: BarMotion,
  history: MotionHistory,
  usual: UsualRep,
): Plausibility {
  const eccentricFirst = lift.opening === 'eccentric-first';
  const hangs = hangsFromArms(lift);

  const picksUp = (attempt: RepAttempt, first: boolean) =>
    first && hangs && attempt.start_s - motion.standing.lay_s < PICKED_UP_S;

  /**
   * Nothing rises on from a lockout: where another rise begins there, the bar has come down in between, more slowly than
   * drift, or only seems to rise.
   */
  const hasGivenBack = (told_m: number | null): boolean => {
    const usual_m = usual.rom_m();
    return !eccentricFirst && usual_m !== null && told_m !== null && told_m >= LOCKOUT_SHARE * usual_m;
  };

  return {
    ownStart_s(attempt, first) {
      if (!picksUp(attempt, first)) return attempt.start_s;
      const pushed_s = history.lastBelow(BRAKED_SHARE * attempt.peak_mps, attempt.peak_s);
      return pushed_s - attempt.start_s > PICKED_UP_S ? pushed_s : attempt.start_s;
    },
    whyNotAtTop(attempt) {
      const risen_m = attempt.end_m - attempt.start_m;
      if (risen_m > lift.max_rise_m.value) return 'too-high';
      if (risen_m < SURE_SIGMAS * motion.filter.heightSigma_m) return 'drift';
      const struck = motion.knocks.struck_s > attempt.start_s;
      if (struck && attempt.peak_mps < SURE_PEAK_SIGMAS * attempt.peak_sigma_mps) return 'struck';
      const usual_m = usual.rom_m();
      if (usual_m !== null && risen_m < LIVE_BUMP_SHARE * usual_m) return 'bump';
      if (!eccentricFirst) return null;
      const least_m = lift.variations[0].min_rise_m;
      if (attempt.descended_m >= LOWERED_SHARE * risen_m) return null;
      // without a rest before it nobody knows how the bar came down
      const mayOpen = lift.opens_from_bottom || !motion.standing.rested;
      return mayOpen && risen_m >= OPENING_RISES * least_m ? null : 'not-lowered-before';
    },
    doubtOf(attempt, first) {
      if (picksUp(attempt, first)) return 'pick-up';
      if (attempt.lockedOut) return null;
      const usual_mps = usual.rep()?.mcv_mps;
      if (usual_mps === undefined) return null;
      const mean_mps = (attempt.end_m - attempt.start_m) / (attempt.end_s - attempt.start_s);
      return mean_mps < FIGHT_SHARE * usual_mps ? 'fight' : null;
    },
    whyNotInTheEnd(attempt, told_m) {
      const risen_m = attempt.end_m - attempt.start_m;
      if (eccentricFirst && attempt.descended_m >= LOWERED_SHARE * risen_m) return null;
      return Number.isNaN(attempt.descent_s) && !hasGivenBack(told_m) ? 'not-lowered' : null;
    },
  };
}
