import { deviation } from '../deviation.ts';
import { RAD_PER_DEG } from '../units.ts';
import type { LeverSamples } from './lever-samples.ts';

/**
 * A bar on floor or hooks lies quite still at some time before it is twisted: for so long, s, within this time, s. In the
 * hands it never does (median 24 mg and 5 deg/s, signal-notes 1.9), and there it turns about wrists, not about its axis.
 */
const LAY_S = 0.25;
const WITHIN_S = 4;
const STILL_MPS2 = 0.1;
const STILL_RADS = 1 * RAD_PER_DEG;

/** Whether the bar lay before sample `from`. Order of the samples within that time. */
export function layBefore({ t_s, accel_mps2, rate_rads }: LeverSamples, from: number): boolean {
  const begin_s = (t_s[from] as number) - WITHIN_S;
  for (let to = from; to > 0 && (t_s[to] as number) > begin_s; ) {
    let start = to;
    while (start > 0 && (t_s[to] as number) - (t_s[start] as number) < LAY_S) start--;
    if ((t_s[to] as number) - (t_s[start] as number) < LAY_S) return false;
    if (deviation(accel_mps2, start, to) < STILL_MPS2 && deviation(rate_rads, start, to) < STILL_RADS)
      return true;
    to = start;
  }
  return false;
}
