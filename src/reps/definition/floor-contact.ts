import type { RepMotion } from './lay-out.ts';
import type { MotionTrace } from './trace.ts';

/** Bend of the acceleration over three samples that only an impact makes, m/s2 (chosen here). */
const IMPACT_MPS2 = 6;
/** How far from the end of the descent that impact may be, s: the velocity finds the landing a little early or late. */
const IMPACT_WITHIN_S = 0.12;
/** A bar that lies moves no faster than this, m/s: what drift leaves so soon after a landing (chosen here). */
const STILL_MPS = 0.03;
/** It must lie for this long, s, before it is called lying (chosen here: a touch-and-go turn is shorter). */
const STILL_S = 0.3;
/** It lies no further than this above the set's lowest height, m: tops and bottoms agree to 2.5 cm. */
const LOWEST_M = 0.025;
/** How long after the landing the lying may begin, s: until the plates have stopped ringing (chosen here). */
const STILL_WITHIN_S = 0.3;
/** A lying bar's acceleration deviates by no more than this, m/s2: recorded bars in a rack by 0.034, held ones by 0.24. */
const LYING_MPS2 = 0.08;
/** Nor by more than this share of what the same bar did while it was held at lockout (chosen here). */
const LYING_SHARE = 0.5;
/** Below this rate, Hz, an impact passes between two samples. */
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
    return end.height_m - lowest < LOWEST_M && liesAfter(trace, end.sample, heldDeviation(trace, rep));
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

/** Deviation of the acceleration while the rep is held at lockout, m/s2; null when it is not held for long. */
function heldDeviation(trace: MotionTrace, rep: RepMotion): number | null {
  const until_s = rep.after?.start.t_s ?? rep.top.t_s;
  const from = rep.concentric.end.sample + 1;
  let to = from;
  while (to + 1 < trace.t_s.length && (trace.t_s[to + 1] as number) <= until_s) to++;
  return until_s - rep.concentric.end.t_s < STILL_S ? null : standardDeviation(trace.accel_mps2, from, to);
}

/** Whether the bar lies for a while soon after it came down: slow is not enough, a hover is slow too. */
function liesAfter(trace: MotionTrace, landed: number, held_mps2: number | null): boolean {
  const { t_s, velocity_mps: v, accel_mps2: a } = trace;
  const most = Math.min(LYING_MPS2, LYING_SHARE * (held_mps2 ?? Number.POSITIVE_INFINITY));
  const latest_s = (t_s[landed] as number) + STILL_WITHIN_S;
  let from = landed;
  for (let i = landed; i < t_s.length && (t_s[from] as number) <= latest_s; i++) {
    if (Math.abs(v[i] as number) > STILL_MPS) from = i + 1;
    if ((t_s[i] as number) - (t_s[from] as number) < STILL_S) continue;
    if (standardDeviation(a, from, i) <= most) return true;
    from++;
  }
  return false;
}

function standardDeviation(values: Float64Array, from: number, to: number): number {
  const n = to - from + 1;
  let mean = 0;
  for (let i = from; i <= to; i++) mean += (values[i] as number) / n;
  let squares = 0;
  for (let i = from; i <= to; i++) squares += ((values[i] as number) - mean) ** 2;
  return Math.sqrt(squares / n);
}
