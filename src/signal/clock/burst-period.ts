import type { FrameQueue } from '../frame-queue.ts';

/** Least squares through the bursts' ends, s per frame; null when all came at once. */
export function burstPeriod(frames: FrameQueue): number | null {
  const first_s = frames.at(0).t_s;
  let n = 0;
  let si = 0;
  let st = 0;
  let sii = 0;
  let sit = 0;
  for (let i = 0; i < frames.length; i += 1) {
    const t = frames.at(i).t_s;
    if (i + 1 < frames.length && frames.at(i + 1).t_s === t) continue;
    n += 1;
    si += i;
    st += t - first_s;
    sii += i * i;
    sit += i * (t - first_s);
  }
  const determinant = n * sii - si * si;
  const slope = determinant > 0 ? (n * sit - si * st) / determinant : 0;
  return slope > 0 ? slope : null;
}
