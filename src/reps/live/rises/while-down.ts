import { HEIGHT } from '../../../signal/vertical-filter.ts';
import {
  FALL_BACK_M,
  LANDED_MPS,
  LOWERED_M,
  LOWERING_SHARE,
  MIN_PEAK_COARSE_MPS,
  START_MPS,
} from '../../definition/thresholds.ts';
import { hasStruckFloor, isRinging } from './landing.ts';
import {
  CAME_DOWN_SHARE,
  DESCENT_MPS,
  DESCENT_START_MPS,
  KICK_MPS,
  KICK_S,
  KICKED_M,
  KICKED_SHARE,
  LANDING_S,
  RISE_TOLD_M,
} from './live-thresholds.ts';
import { beginRise, isLowering, passedAt, type RiseWatch, setLow } from './rise-watch.ts';

/** A knock this near to the end of a descent, s, was the landing; one before it was the lifter's or the rack's (chosen here). */
const STRUCK_WITHIN_S = 0.15;

/** The bar comes down or lies at the bottom: its landing and the next rise are looked for. */
export function whileDown(w: RiseWatch, t: number, h: number, v: number): void {
  w.from_m = Math.max(w.from_m + w.motion.jump_m, h);
  if (v <= START_MPS) setLow(w, t, h);
  else if (w.last_mps <= START_MPS) w.low_s = passedAt(w, START_MPS, t, v);
  if (v > -LANDED_MPS && isStillAtTop(w, h)) {
    w.phase = 'top';
    w.attempt.descent_s = Number.NaN;
    w.listener.descentCancelled(w.attempt);
    return;
  }
  watchLowering(w, t, h, v);
  watchLanding(w, t, h, v);
  if (mayRise(w, t, v)) beginRise(w, t, v);
}

/** The descent that was told stopped near the top: it was none. */
function isStillAtTop({ attempt }: RiseWatch, h: number): boolean {
  if (Number.isNaN(attempt.descent_s) || !Number.isNaN(attempt.bottom_s)) return false;
  const near_m = Math.min(LOWERED_M, LOWERING_SHARE * (attempt.top_m - attempt.start_m));
  return attempt.top_m - h < near_m;
}

/** When the first lowering of a set began, and whether a bar that had landed goes on down. */
function watchLowering(w: RiseWatch, t: number, h: number, v: number): void {
  if (v >= -DESCENT_START_MPS) {
    w.above_s = t;
    w.above_m = h;
  } else if (Number.isNaN(w.down_start_s) && v < -DESCENT_MPS && w.above_m - h > w.rules.min_rise_m) {
    // the first lowering of a set, before any rise: as deep as a rise must be high, for bars are walked out too
    w.down_start_s = w.above_s;
    w.from_m = w.above_m;
    w.down_end_s = Number.NaN;
    w.down_peak_mps = 0;
  }
  const landing = t - w.down_end_s < LANDING_S;
  if (!landing && v < -DESCENT_MPS && h <= w.landed_m - FALL_BACK_M) w.down_end_s = Number.NaN;
}

function watchLanding(w: RiseWatch, t: number, h: number, v: number): void {
  const { motion, turning } = w;
  if (v < -LANDED_MPS) w.down_peak_mps = Math.max(w.down_peak_mps, -v);
  else if (isLowering(w) && w.down_peak_mps > DESCENT_MPS && !isRinging(motion, t, w.down_start_s)) {
    land(w, t, h, passedAt(w, -LANDED_MPS, t, v));
  }
  if (isLowering(w)) {
    if (hasStruckFloor(motion, t, w.down_start_s)) land(w, t, h, motion.knocks.struck_s);
  } else if (turning.correctLying(t)) setLow(w, t, motion.filter.height_m);
}

function land(w: RiseWatch, t: number, h: number, end_s: number): void {
  const { attempt, motion } = w;
  const top_m = Number.isNaN(attempt.top_m) ? w.from_m : attempt.top_m;
  const rise_m = Number.isNaN(attempt.start_m) ? w.rules.min_rise_m : top_m - attempt.start_m;
  if (top_m - h < CAME_DOWN_SHARE * rise_m) return;
  w.down_end_s = end_s;
  w.turning.correctLanded(end_s, w.counted);
  w.landed_m = motion.filter.height_m;
  setLow(w, t, w.landed_m);
  if (Number.isNaN(attempt.descent_s)) return;
  attempt.bottom_s = end_s;
  attempt.bottom_m = w.landed_m;
  attempt.descent_peak_mps = w.down_peak_mps;
  const { struck_s } = motion.knocks;
  const landed = struck_s > attempt.descent_s && Math.abs(struck_s - end_s) < STRUCK_WITHIN_S;
  attempt.struck_s = landed ? struck_s : Number.NaN;
  w.listener.bottom(attempt);
}

/** High and fast enough for a rise, and not the kick of plates that struck the floor. */
function mayRise({ motion, low_m }: RiseWatch, t: number, v: number): boolean {
  const kicked = motion.knocks.struck_mps > KICK_MPS && t - motion.knocks.heard_s < KICK_S;
  const risen_m = (motion.filter.x[HEIGHT] as number) - low_m;
  if (kicked && (risen_m < KICKED_M || v < KICKED_SHARE * motion.knocks.struck_mps)) return false;
  return risen_m >= RISE_TOLD_M && v >= MIN_PEAK_COARSE_MPS;
}
