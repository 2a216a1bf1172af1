import type { Opening } from '../../lifts/profile.ts';
import { createDownSince } from './down-since.ts';
import type { BarMotion } from './motion/bar-motion.ts';
import type { Announcer } from './reps/announcer.ts';
import type { RiseFinder } from './rises/rise-finder.ts';

/**
 * The rule that ends a set nobody ends by hand: a bar that has reps behind it and stays at its bottom, or lies in
 * the rack, for `set_end_s`. A lockout never ends a set, however long it is held.
 */
export interface SetEnd {
  /** Takes note of one sample; true once, when the set is over. */
  update(): boolean;
  /** Since when the bar has rested, s; meaningful once the set is over. */
  readonly since_s: number;
}

export interface SetEndRules {
  readonly opening: Opening;
  /** Rest that ends a set, s. */
  readonly set_end_s: number;
}

export function createSetEnd(
  motion: BarMotion,
  finder: RiseFinder,
  announcer: Announcer,
  rules: SetEndRules,
): SetEnd {
  const down = createDownSince(motion);
  // these lifts begin and end high up, in a rack
  const canRack = rules.opening === 'eccentric-first';
  const s = { over: false, since_s: 0 };

  function restingSince(): number {
    const untouched_s = motion.t_s - motion.stillness.rest_s;
    if (finder.phase === 'down') return Math.min(down.since_s, untouched_s);
    // a rise that was no rep leads to no lockout: a bar that stays there rests
    const mayRest = canRack || announcer.holdSince_s === null;
    return mayRest && finder.phase === 'top' ? untouched_s : motion.t_s;
  }

  return {
    update() {
      down.update(finder.phase === 'down');
      if (s.over || announcer.count === 0) return false;
      s.since_s = restingSince();
      s.over = motion.t_s - s.since_s >= rules.set_end_s;
      return s.over;
    },
    get since_s() {
      return s.since_s;
    },
  };
}
