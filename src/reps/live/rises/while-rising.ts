import { END_MPS, FALL_BACK_M } from '../../definition/thresholds.ts';
import { createRepAttempt } from './rep-attempt.ts';
import { type RiseWatch, setLow } from './rise-watch.ts';

/** The bar is on its way up: its peak is kept and its top looked for. */
export function whileRising(w: RiseWatch, t: number, h: number, v: number): void {
  const { attempt, motion, top } = w;
  w.turning.noteRising(t);
  attempt.top_m = Math.max(attempt.top_m, h);
  if (v > attempt.peak_mps) {
    attempt.peak_mps = v;
    attempt.peak_sigma_mps = motion.filter.velocitySigma_mps;
    attempt.peak_s = t;
  }
  const risen_m = attempt.top_m - attempt.start_m;
  const fell = attempt.top_m - h >= FALL_BACK_M;
  if (risen_m < w.rules.min_rise_m) {
    if (fell) giveUp(w, t, h);
    return;
  }
  const found = top.lookForTop(attempt, h, v, w.expected_m);
  if (found || (fell && v < END_MPS)) reachTop(w, t, h);
}

/** It came down again before it was high enough for a rise. */
function giveUp(w: RiseWatch, t: number, h: number): void {
  w.phase = 'down';
  w.from_m = Math.max(w.attempt.top_m, w.from_m);
  w.listener.givenUp(w.attempt, 'too-small');
  w.attempt = createRepAttempt();
  setLow(w, t, h);
}

function reachTop(w: RiseWatch, t: number, h: number): void {
  const { attempt, motion, top } = w;
  attempt.end_s = top.stop_s;
  attempt.end_m = top.stop_m;
  w.phase = 'top';
  motion.centre_m = (attempt.start_m + attempt.top_m) / 2;
  w.above_s = top.stop_s;
  w.turning.noteStop(top.stop_s);
  setLow(w, t, h);
  w.listener.top(attempt);
}
