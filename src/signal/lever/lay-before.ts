import { RAD_PER_DEG } from '../../recording/units.ts';
import { deviation } from '../deviation.ts';
import type { LeverSamples } from './lever-samples.ts';

// A bar on the floor or in the hooks turns about its own axis when it is twisted; in the hands it turns about the wrists and
// tells no lever. One that lies was quite still at some time before; in the hands it never is (median 24 mg and 5 deg/s).

/** Length of the stillness asked for, s; chosen here as five samples of the slowest sensor that can tell a lever. */
const LAY_S = 0.25;
/** How long before the twist it may have been, s; chosen here as the time a lifter takes to grip the bar. */
const WITHIN_S = 4;
/** Spread of the acceleration of a bar that lies, m/s2; chosen here between a racked bar's 3.5 mg and a held one's 24. */
const STILL_MPS2 = 0.1;
/** Spread of the angular rate of a bar that lies, rad/s; chosen here between a racked bar's 0.2 deg/s and a held one's 5. */
const STILL_RADS = 1 * RAD_PER_DEG;

/** Whether the bar lay before sample `from`. Takes time in the order of the samples looked at. */
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
