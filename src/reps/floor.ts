import type { RepMotion } from './rep-motion.ts';
import type { MotionTrace } from './trace.ts';

/** Kink of the acceleration from one sample to the next that only an impact makes, m/s2. Ours. */
const IMPACT_MPS2 = 6;
const IMPACT_WITHIN_S = 0.12;
/** Stillness: velocity band, m/s, kept this long, s, this near the set's lowest height, m. Ours. */
const STILL_MPS = 0.03;
const STILL_S = 0.3;
const LOWEST_M = 0.025;
/** Below this rate an impact passes between two samples, Hz. */
const LEAST_RATE_HZ = 30;

/** Whether the bar met the floor after each rep; null when its landing was not seen. */
export function floorContacts(trace: MotionTrace, reps: readonly RepMotion[]): (boolean | null)[] {
  const { t_s } = trace;
  const rate = (t_s.length - 1) / Math.max(1e-6, t_s[t_s.length - 1] as number);
  const lowest = Math.min(...reps.map((rep) => trace.height_m[rep.rise.low] as number));
  return reps.map((rep) => {
    const end = rep.eccentric?.end;
    if (end === undefined) return null;
    if (rate >= LEAST_RATE_HZ && impactNear(trace, end.sample)) return true;
    return end.height_m - lowest < LOWEST_M && stillAfter(trace, end.sample);
  });
}

function impactNear(trace: MotionTrace, sample: number): boolean {
  const { t_s, accel_mps2: a } = trace;
  const t = t_s[sample] as number;
  for (let i = Math.max(1, sample - 60); i < Math.min(t_s.length - 1, sample + 60); i++) {
    if (Math.abs((t_s[i] as number) - t) > IMPACT_WITHIN_S) continue;
    const kink = Math.abs((a[i - 1] as number) - 2 * (a[i] as number) + (a[i + 1] as number));
    if (kink > IMPACT_MPS2) return true;
  }
  return false;
}

function stillAfter(trace: MotionTrace, sample: number): boolean {
  const { t_s, velocity_mps: v } = trace;
  let since = t_s[sample] as number;
  for (let i = sample; i < t_s.length && (t_s[i] as number) < (t_s[sample] as number) + 2 * STILL_S; i++) {
    if (Math.abs(v[i] as number) > STILL_MPS) since = t_s[i] as number;
    else if ((t_s[i] as number) - since >= STILL_S) return true;
  }
  return false;
}
