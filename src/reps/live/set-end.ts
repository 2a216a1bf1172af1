import type { Opening } from '../../lifts/profile.ts';
import { createDownSince, type DownSince } from './down-since.ts';
import type { BarMotion } from './motion/bar-motion.ts';
import type { Announcer } from './reps/announcer.ts';
import type { RiseFinder } from './rises/rise-finder.ts';
import type { RisePhase } from './rises/rise-watch.ts';

/**
 * The rule that ends a set nobody ends by hand: a bar that has reps behind it and stays at its bottom, or lies in
 * the rack, for `set_end_s`. A lockout never ends a set, however long it is held.
 */
export interface SetEnd {
  /** Takes note of one sample; true once, when the set is over. */
  update(): boolean;
  /** Since when the bar has rested, s; meaningful once the set is over. */
  readonly since_s: number;
  /** It was not over: the bar was still on its way at `t_s`. */
  goOn(t_s: number): void;
}

export interface SetEndRules {
  readonly opening: Opening;
  /** Rest that ends a set, s. */
  readonly set_end_s: number;
}

/** A class, because it runs for every sample: see src/signal/frame.ts. */
class RestEndsSet implements SetEnd {
  since_s = 0.5;
  private over = false;
  private movedUntil_s = Number.NEGATIVE_INFINITY;
  private readonly motion: BarMotion;
  private readonly finder: RiseFinder;
  private readonly announcer: Announcer;
  private readonly down: DownSince;
  private readonly set_end_s: number;
  /** These lifts begin and end high up, in a rack. */
  private readonly canRack: boolean;

  constructor(motion: BarMotion, finder: RiseFinder, announcer: Announcer, rules: SetEndRules) {
    this.motion = motion;
    this.finder = finder;
    this.announcer = announcer;
    this.down = createDownSince(motion);
    this.set_end_s = rules.set_end_s;
    this.canRack = rules.opening === 'eccentric-first';
    this.since_s = 0;
  }

  update(): boolean {
    const { phase } = this.finder;
    this.down.update(phase === 'down');
    if (this.over || this.announcer.count === 0) return false;
    this.since_s = Math.max(this.restingSince(phase), this.movedUntil_s);
    this.over = this.motion.t_s - this.since_s >= this.set_end_s;
    return this.over;
  }

  goOn(t_s: number): void {
    this.over = false;
    this.movedUntil_s = t_s;
  }

  private restingSince(phase: RisePhase): number {
    const { motion } = this;
    const untouched_s = motion.t_s - motion.stillness.rest_s;
    if (phase === 'down') return Math.min(this.down.since_s, untouched_s);
    // a rise that was no rep leads to no lockout: a bar that stays there rests
    const mayRest = this.canRack || this.announcer.holdSince_s === null;
    return mayRest && phase === 'top' ? untouched_s : motion.t_s;
  }
}

export function createSetEnd(
  motion: BarMotion,
  finder: RiseFinder,
  announcer: Announcer,
  rules: SetEndRules,
): SetEnd {
  return new RestEndsSet(motion, finder, announcer, rules);
}
