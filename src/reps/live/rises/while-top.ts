import { END_MPS, START_MPS } from '../../definition/thresholds.ts';
import {
  DESCENT_DOUBT_MPS,
  DESCENT_M,
  DESCENT_MPS,
  DESCENT_START_MPS,
  LOCKED_OUT_S,
  NEW_RISE_M,
  RESUMED_M,
  STOPPED_S,
  UNPUSHED_SIGMAS,
  WALKED_M,
} from './live-thresholds.ts';
import { beginRise, type RiseWatch, setLow } from './rise-watch.ts';
import { isUnpushed } from './unpushed.ts';

/** The bar has stopped at its top: whether it rises on or comes down is looked for. */
export function whileTop(w: RiseWatch, t: number, h: number, v: number): void {
  const { attempt, motion, rules } = w;
  attempt.end_m += motion.jump_m;
  attempt.top_m = Math.max(attempt.top_m + motion.jump_m, h);
  w.low_m += motion.jump_m;
  if (v <= START_MPS) setLow(w, t, h);
  if (v >= -DESCENT_START_MPS) w.above_s = t;
  if (v > END_MPS && takeUpRise(w, t, h, v)) return;
  const told_m = rules.opening === 'eccentric-first' ? WALKED_M : DESCENT_M;
  if (v < -DESCENT_MPS && attempt.top_m - h > told_m && isFalling(w, v)) comeDown(w);
  else if (attempt.lockedOut) w.turning.correctHeld(t, w.counted);
}

/** Faster downwards than drift: of which there may be more when nothing need have pushed the bar. */
function isFalling({ motion }: RiseWatch, v: number): boolean {
  const sigma_mps = motion.filter.velocitySigma_mps;
  const drift_mps = isUnpushed(motion) ? UNPUSHED_SIGMAS * sigma_mps : Math.min(DESCENT_DOUBT_MPS, sigma_mps);
  return v < -DESCENT_MPS - drift_mps;
}

/** The bar rises again: the same rise after a sticking point, another after a longer stop; false while it is too low to tell. */
function takeUpRise(w: RiseWatch, t: number, h: number, v: number): boolean {
  const { attempt } = w;
  if (w.low_s - attempt.end_s > (attempt.lockedOut ? LOCKED_OUT_S : STOPPED_S)) {
    if (h - w.low_m < NEW_RISE_M) return false;
    // the bar had been brought somewhere and waited there (pick-up, rack): this is another rise
    w.from_m = w.low_m;
    w.down_start_s = w.down_end_s = Number.NaN;
    if (!w.counted) w.turning.forgetPlace();
    beginRise(w, t, v);
    return true;
  }
  if (h - attempt.end_m < RESUMED_M) return false;
  w.phase = 'rising';
  w.top.reset();
  w.listener.topCancelled(attempt);
  return true;
}

function comeDown(w: RiseWatch): void {
  const { attempt, motion } = w;
  attempt.descent_s = w.above_s;
  w.phase = 'down';
  w.from_m = attempt.top_m;
  w.down_start_s = w.above_s;
  w.down_end_s = Number.NaN;
  w.down_peak_mps = 0;
  setLow(w, motion.t_s, motion.filter.height_m);
  w.listener.descent(attempt);
}
