import type { Opening } from '../../../lifts/profile.ts';
import { HEIGHT, VELOCITY } from '../../../signal/vertical-filter.ts';
import {
  END_MPS,
  FALL_BACK_M,
  LANDED_MPS,
  LOWERED_M,
  LOWERING_SHARE,
  MIN_PEAK_MPS,
  START_MPS,
} from '../../definition/thresholds.ts';
import type { BarMotion } from '../motion/bar-motion.ts';
import type { MotionHistory } from '../motion/motion-history.ts';
import { crossingTime } from './crossing-time.ts';
import {
  CAME_DOWN_SHARE,
  DESCENT_DOUBT_MPS,
  DESCENT_M,
  DESCENT_MPS,
  DESCENT_START_MPS,
  KICK_MPS,
  KICK_S,
  LANDING_S,
  LOCKED_OUT_S,
  NEW_RISE_M,
  RESUMED_M,
  RISE_TOLD_M,
  STOPPED_S,
  UNPUSHED_SIGMAS,
  WALKED_M,
} from './live-thresholds.ts';
import { createRepAttempt } from './rep-attempt.ts';
import type { RiseListener } from './rise-listener.ts';
import { createTopFinder } from './top-finder.ts';
import { createTurningPoints } from './turning-points.ts';

export interface RiseRules {
  readonly opening: Opening;
  readonly min_rise_m: number;
}

export type RisePhase = 'down' | 'rising' | 'top';

export interface RiseFinder {
  update(): void;
  readonly phase: RisePhase;
  /** The bar is on its way down. */
  readonly lowering: boolean;
  /** Range the reps are expected to have, m; null when unknown. */
  prepare(rom_m: number | null): void;
  /** A rep was counted; the next is expected to have this range, m. */
  expect(rom_m: number | null): void;
}

/** Watches height and velocity, sample by sample, for rises by the definitions. */
export function createRiseFinder(
  motion: BarMotion,
  history: MotionHistory,
  rules: RiseRules,
  sink: RiseListener,
): RiseFinder {
  const { filter } = motion;
  const turning = createTurningPoints(motion, rules.opening);
  const stop = createTopFinder(motion, history, turning);
  let attempt = createRepAttempt();
  const s = {
    phase: 'down' as RisePhase,
    began: false,
    last_s: 0,
    last_mps: 0,
    // last moment without upward motion, and the highest point before coming down to it
    low_s: 0,
    low_m: 0,
    from_m: 0,
    // the lowering in progress or just done
    down_start_s: Number.NaN,
    down_end_s: Number.NaN,
    down_peak_mps: 0,
    aboveSince_s: 0,
    above_m: 0,
    counted: false,
    expected_m: null as number | null,
  };

  const told_m = rules.opening === 'eccentric-first' ? WALKED_M : DESCENT_M;
  const lowering = () => s.phase === 'down' && s.down_peak_mps > 0 && Number.isNaN(s.down_end_s);
  const crossing = (level: number, t: number, v: number) => crossingTime(level, s.last_s, s.last_mps, t, v);

  function standAt(t: number, h: number): void {
    s.low_s = t;
    s.low_m = h;
  }

  /** The bar's motion was not seen for a while: whatever was going on is given up. */
  function loseTrack(): void {
    attempt = createRepAttempt();
    s.phase = 'down';
    s.from_m = filter.height_m;
    s.down_start_s = s.down_end_s = Number.NaN;
    s.down_peak_mps = 0;
    turning.forgetPlace();
    standAt(motion.t_s, filter.height_m);
  }

  function whileDown(t: number, h: number, v: number): void {
    s.from_m = Math.max(s.from_m + motion.jump_m, h);
    if (v <= START_MPS) standAt(t, h);
    else if (s.last_mps <= START_MPS) s.low_s = crossing(START_MPS, t, v);
    if (v > -LANDED_MPS && stillAtTop(h)) {
      s.phase = 'top';
      attempt.descent_s = Number.NaN;
      sink.descentCancelled(attempt);
      return;
    }
    if (v >= -DESCENT_START_MPS) {
      s.aboveSince_s = t;
      s.above_m = h;
    } else if (Number.isNaN(s.down_start_s) && v < -DESCENT_MPS && s.above_m - h > rules.min_rise_m) {
      // the first lowering of a set, before any rise: as deep as a rise must be high, for bars are walked out too
      s.down_start_s = s.aboveSince_s;
      s.from_m = s.above_m;
      s.down_end_s = Number.NaN;
      s.down_peak_mps = 0;
    }
    const landing = t - s.down_end_s < LANDING_S;
    if (!landing && v < -DESCENT_MPS && h <= attempt.bottom_m - FALL_BACK_M) s.down_end_s = Number.NaN;
    if (v < -LANDED_MPS) s.down_peak_mps = Math.max(s.down_peak_mps, -v);
    else if (lowering() && s.down_peak_mps > DESCENT_MPS && !turning.ringing(t, s.down_start_s)) {
      land(t, h, crossing(-LANDED_MPS, t, v));
    }
    if (lowering()) {
      if (turning.struckFloor(t, s.down_start_s)) land(t, h, motion.struck_s);
    } else if (turning.lying(t)) standAt(t, filter.height_m);
    const kicked = motion.struck_mps > KICK_MPS && t - motion.knock_s < KICK_S;
    const risen_m = (filter.x[HEIGHT] as number) - s.low_m;
    if (risen_m >= RISE_TOLD_M && v >= MIN_PEAK_MPS && !kicked) begin(t, v);
  }

  function stillAtTop(h: number): boolean {
    if (Number.isNaN(attempt.descent_s) || !Number.isNaN(attempt.bottom_s)) return false;
    const near_m = Math.min(LOWERED_M, LOWERING_SHARE * (attempt.top_m - attempt.start_m));
    return attempt.top_m - h < near_m;
  }

  function land(t: number, h: number, end_s: number): void {
    const top_m = Number.isNaN(attempt.top_m) ? s.from_m : attempt.top_m;
    const rise_m = Number.isNaN(attempt.start_m) ? rules.min_rise_m : top_m - attempt.start_m;
    if (top_m - h < CAME_DOWN_SHARE * rise_m) return;
    s.down_end_s = end_s;
    turning.landed(end_s, s.counted);
    standAt(t, filter.height_m);
    if (Number.isNaN(attempt.descent_s)) return;
    attempt.bottom_s = end_s;
    attempt.bottom_m = filter.height_m;
    attempt.descent_peak_mps = s.down_peak_mps;
    attempt.struck_s = motion.struck_s > attempt.descent_s ? motion.struck_s : Number.NaN;
    sink.bottom(attempt);
  }

  function begin(t: number, v: number): void {
    if (!Number.isNaN(attempt.start_s)) sink.over(attempt, s.low_s);
    attempt = createRepAttempt();
    attempt.start_s = s.low_s;
    attempt.start_m = s.low_m;
    attempt.descended_m = Math.max(0, s.from_m - s.low_m);
    attempt.before_start_s = s.down_start_s;
    attempt.before_end_s = s.down_end_s;
    attempt.before_peak_mps = s.down_peak_mps;
    attempt.peak_s = t;
    attempt.peak_mps = v;
    attempt.peak_sigma_mps = filter.velocitySigma_mps;
    attempt.top_m = filter.height_m;
    turning.startsAt(s.low_m);
    s.phase = 'rising';
    stop.reset();
    sink.rise(attempt);
  }

  function whileRising(t: number, h: number, v: number): void {
    turning.rising(t);
    attempt.top_m = Math.max(attempt.top_m, h);
    if (v > attempt.peak_mps) {
      attempt.peak_mps = v;
      attempt.peak_sigma_mps = filter.velocitySigma_mps;
      attempt.peak_s = t;
    }
    const risen_m = attempt.top_m - attempt.start_m;
    const fell = attempt.top_m - h >= FALL_BACK_M;
    if (risen_m < rules.min_rise_m) {
      if (fell) giveUp(t, h);
      return;
    }
    const stopped = stop.stopped(attempt, h, v, s.expected_m);
    if (stopped || (fell && v < END_MPS)) reachTop(t, h);
  }

  function giveUp(t: number, h: number): void {
    s.phase = 'down';
    s.from_m = Math.max(attempt.top_m, s.from_m);
    attempt = createRepAttempt();
    standAt(t, h);
  }

  function reachTop(t: number, h: number): void {
    attempt.end_s = stop.stop_s;
    attempt.end_m = stop.stop_m;
    s.phase = 'top';
    motion.centre_m = (attempt.start_m + attempt.top_m) / 2;
    s.aboveSince_s = stop.stop_s;
    turning.stopped(stop.stop_s);
    standAt(t, h);
    sink.top(attempt);
  }

  function whileTop(t: number, h: number, v: number): void {
    attempt.end_m += motion.jump_m;
    attempt.top_m = Math.max(attempt.top_m + motion.jump_m, h);
    s.low_m += motion.jump_m;
    if (v <= START_MPS) standAt(t, h);
    if (v >= -DESCENT_START_MPS) s.aboveSince_s = t;
    if (v > END_MPS && risesOn(t, h, v)) return;
    if (v < -DESCENT_MPS && attempt.top_m - h > told_m && falls(v)) comeDown();
    else if (attempt.lockedOut) turning.held(t, s.counted);
  }

  /** Faster downwards than drift: of which there may be more when nothing need have pushed the bar. */
  function falls(v: number): boolean {
    const sigma_mps = filter.velocitySigma_mps;
    const drift_mps = turning.unpushed()
      ? UNPUSHED_SIGMAS * sigma_mps
      : Math.min(DESCENT_DOUBT_MPS, sigma_mps);
    return v < -DESCENT_MPS - drift_mps;
  }

  function risesOn(t: number, h: number, v: number): boolean {
    if (s.low_s - attempt.end_s > (attempt.lockedOut ? LOCKED_OUT_S : STOPPED_S)) {
      if (h - s.low_m < NEW_RISE_M) return false;
      // the bar had been brought somewhere and waited there (pick-up, rack): this is another rise
      s.from_m = s.low_m;
      s.down_start_s = s.down_end_s = Number.NaN;
      if (!s.counted) turning.forgetPlace();
      begin(t, v);
      return true;
    }
    if (h - attempt.end_m < RESUMED_M) return false;
    s.phase = 'rising';
    stop.reset();
    sink.topCancelled(attempt);
    return true;
  }

  function comeDown(): void {
    attempt.descent_s = s.aboveSince_s;
    s.phase = 'down';
    s.from_m = attempt.top_m;
    s.down_start_s = s.aboveSince_s;
    s.down_end_s = Number.NaN;
    s.down_peak_mps = 0;
    standAt(motion.t_s, filter.height_m);
    sink.descent(attempt);
  }

  return {
    update() {
      const t = motion.t_s;
      const h = filter.x[HEIGHT] as number;
      const v = filter.x[VELOCITY] as number;
      if (!s.began || motion.lost) {
        s.began = true;
        loseTrack();
      }
      if (s.phase === 'down') whileDown(t, h, v);
      else if (s.phase === 'rising') whileRising(t, h, v);
      else whileTop(t, h, v);
      s.last_s = t;
      s.last_mps = filter.x[VELOCITY] as number;
    },
    get phase() {
      return s.phase;
    },
    get lowering() {
      return lowering();
    },
    prepare(rom_m) {
      s.expected_m = rom_m;
    },
    expect(rom_m) {
      s.expected_m = rom_m;
      s.counted = true;
    },
  };
}
