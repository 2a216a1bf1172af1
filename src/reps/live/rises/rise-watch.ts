import type { Opening } from '../../../lifts/profile.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import { crossingTime } from './crossing-time.ts';
import { createRepAttempt, type RepAttempt } from './rep-attempt.ts';
import type { RiseListener } from './rise-listener.ts';
import type { TopFinder } from './top-finder.ts';
import type { TurningPoints } from './turning-points.ts';

export type RisePhase = 'down' | 'rising' | 'top';

export interface RiseRules {
  readonly opening: Opening;
  readonly min_rise_m: number;
}

/** What the rise finder's three phases share. Times s, heights m. */
export interface RiseWatch {
  readonly motion: BarMotion;
  readonly turning: TurningPoints;
  readonly top: TopFinder;
  readonly rules: RiseRules;
  readonly listener: RiseListener;
  phase: RisePhase;
  attempt: RepAttempt;
  /** The sample before this one. */
  last_s: number;
  last_mps: number;
  /** Last moment without upward motion, and the highest point before the bar came down to it. */
  low_s: number;
  low_m: number;
  from_m: number;
  /** The lowering in progress or just done; NaN where there is none. */
  down_start_s: number;
  down_end_s: number;
  down_peak_mps: number;
  /** Where the bar last landed, m; NaN while it has not. */
  landed_m: number;
  /** Last moment at which the bar was not on its way down. */
  above_s: number;
  above_m: number;
  /** A rep of this set has been counted. */
  counted: boolean;
  /** Range the next rep is expected to have, m; null when unknown. */
  expected_m: number | null;
}

export function createRiseWatch(
  parts: Pick<RiseWatch, 'motion' | 'turning' | 'top' | 'rules' | 'listener'>,
): RiseWatch {
  return {
    ...parts,
    phase: 'down',
    attempt: createRepAttempt(),
    last_s: 0,
    last_mps: 0,
    low_s: 0,
    low_m: 0,
    from_m: 0,
    down_start_s: Number.NaN,
    down_end_s: Number.NaN,
    down_peak_mps: 0,
    landed_m: Number.NaN,
    above_s: 0,
    above_m: 0,
    counted: false,
    expected_m: null,
  };
}

/** The bar is on its way down. */
export function isLowering(w: RiseWatch): boolean {
  return w.phase === 'down' && w.down_peak_mps > 0 && Number.isNaN(w.down_end_s);
}

/** When the velocity passed `level_mps` since the sample before, s. */
export function passedAt(w: RiseWatch, level_mps: number, t: number, v: number): number {
  return crossingTime(level_mps, w.last_s, w.last_mps, t, v);
}

/** The bar does not rise: what rises from here on begins here. */
export function setLow(w: RiseWatch, t: number, h: number): void {
  w.low_s = t;
  w.low_m = h;
}

/** The bar's motion was not seen for a while: whatever was going on is given up. */
export function loseTrack(w: RiseWatch): void {
  const { height_m } = w.motion.filter;
  if (!Number.isNaN(w.attempt.start_s)) w.listener.lostSight(w.attempt, w.last_s);
  w.attempt = createRepAttempt();
  w.phase = 'down';
  w.from_m = height_m;
  w.down_start_s = w.down_end_s = Number.NaN;
  w.down_peak_mps = 0;
  w.landed_m = Number.NaN;
  w.turning.forgetPlace();
  setLow(w, w.motion.t_s, height_m);
}

/** A rise is told: the attempt before it is over. */
export function beginRise(w: RiseWatch, t: number, v: number): void {
  const { filter } = w.motion;
  if (!Number.isNaN(w.attempt.start_s)) w.listener.over(w.attempt, w.low_s);
  const attempt = createRepAttempt();
  w.attempt = attempt;
  attempt.start_s = w.low_s;
  attempt.start_m = w.low_m;
  attempt.descended_m = Math.max(0, w.from_m - w.low_m);
  attempt.before_start_s = w.down_start_s;
  attempt.before_end_s = w.down_end_s;
  attempt.before_peak_mps = w.down_peak_mps;
  attempt.peak_s = t;
  attempt.peak_mps = v;
  attempt.peak_sigma_mps = filter.velocitySigma_mps;
  attempt.top_m = filter.height_m;
  w.turning.noteStart(w.low_m);
  w.phase = 'rising';
  w.top.reset();
  w.listener.rise(attempt);
}
