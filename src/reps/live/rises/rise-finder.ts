import { HEIGHT, VELOCITY } from '../../../signal/vertical-filter.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import type { MotionHistory } from '../motion/motion-history.ts';
import type { RiseListener } from './rise-listener.ts';
import { createRiseWatch, isLowering, loseTrack, type RisePhase, type RiseRules } from './rise-watch.ts';
import { createTopFinder } from './top-finder.ts';
import { createTurningPoints } from './turning-points.ts';
import { whileDown } from './while-down.ts';
import { whileRising } from './while-rising.ts';
import { whileTop } from './while-top.ts';

export interface RiseFinder {
  /** The motion has taken in a sample. */
  update(): void;
  readonly phase: RisePhase;
  /** The bar is on its way down. */
  readonly lowering: boolean;
  /** Range the reps are expected to have, m; null when unknown. */
  prepare(rom_m: number | null): void;
  /** The sensor has left the bar: what was under way is over, and the bar is wherever it is found again. */
  leaveBar(): void;
  /** A rep was counted; the next is expected to have this range, m. */
  expect(rom_m: number | null): void;
}

/** Watches height and velocity, sample by sample, for rises by the definitions. */
export function createRiseFinder(
  motion: BarMotion,
  history: MotionHistory,
  rules: RiseRules,
  listener: RiseListener,
): RiseFinder {
  const { filter } = motion;
  const turning = createTurningPoints(motion, rules.opening);
  const top = createTopFinder(motion, history, turning);
  const w = createRiseWatch({ motion, turning, top, rules, listener });
  let began = false;

  return {
    update() {
      const t = motion.t_s;
      const h = filter.x[HEIGHT] as number;
      const v = filter.x[VELOCITY] as number;
      if (!began || motion.lost) {
        began = true;
        loseTrack(w);
      }
      if (w.phase === 'down') whileDown(w, t, h, v);
      else if (w.phase === 'rising') whileRising(w, t, h, v);
      else whileTop(w, t, h, v);
      w.last_s = t;
      // after what was corrected on the way
      w.last_mps = filter.x[VELOCITY] as number;
    },
    get phase() {
      return w.phase;
    },
    get lowering() {
      return isLowering(w);
    },
    leaveBar() {
      began = false;
    },
    prepare(rom_m) {
      w.expected_m = rom_m;
    },
    expect(rom_m) {
      w.expected_m = rom_m;
      w.counted = true;
    },
  };
}
