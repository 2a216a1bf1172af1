import { deviation } from '../deviation.ts';
import type { SetSamples } from './set-samples.ts';

/** A stretch in which the sensor did not move at all: sample indices, both inside. */
export interface Rest {
  readonly from: number;
  readonly to: number;
}

/** Length of a window that must be still, s: long enough that a slow grind (15 mg over 1.2 s) fails it. */
const WINDOW_S = 1.2;
/** Spread allowed in a still window, as a multiple of the recording's quietest twentieth; chosen here. */
const ACCEL_FLOOR_FACTOR = 2.5;
/** Spread of the acceleration always allowed in a still window, m/s2: a racked bar shows 3.5 mg (median of real sets). */
const ACCEL_LEAST_MPS2 = 0.05;
/** Spread of the acceleration never allowed in a still window, m/s2: half of a held bar's 24 mg (median of real sets). */
const ACCEL_MOST_MPS2 = 0.12;
/** Stretches of a still window whose means are compared, s; chosen here below the length of a push. */
const EVEN_S = 0.2;
/** Difference of their lengths above which one of them was a push, m/s2; chosen here above the noise of such a mean. */
const EVEN_MPS2 = 0.03;
/** Least length of a rest, as a share of a window. */
const LEAST_SHARE = 0.8;
/** Spread of the angular rate allowed in a still window, rad/s: 1 deg/s, half of the rest threshold of VQF. */
const RATE_MOST_RADS = 0.0175;

/** Finds the rests of a set: used to learn gyro bias and to pin the velocity to zero. */
export function findRests(samples: SetSamples): Rest[] {
  const { t_s, rate_rads, count } = samples;
  if (count < 3) return [];
  const windows = windowDeviations(samples);
  const quiet = windows.accel.slice().sort();
  const floor = quiet[Math.floor(quiet.length * 0.05)] ?? 0;
  const limit = Math.min(ACCEL_MOST_MPS2, Math.max(ACCEL_LEAST_MPS2, ACCEL_FLOOR_FACTOR * floor));
  const rests: Rest[] = [];
  let from = -1;
  let to = -1;
  for (let w = 0; w < windows.accel.length; w++) {
    const a = windows.first[w] as number;
    const b = windows.last[w] as number;
    if ((windows.accel[w] as number) > limit) continue;
    if (rate_rads !== null && deviation(rate_rads, a, b) > RATE_MOST_RADS) continue;
    if (from >= 0 && a <= to) {
      to = b;
      continue;
    }
    if (from >= 0) rests.push({ from, to });
    from = a;
    to = b;
  }
  if (from >= 0) rests.push({ from, to });
  const least_s = WINDOW_S * LEAST_SHARE;
  return rests
    .flatMap((rest) => evenParts(samples, rest))
    .filter((rest) => (t_s[rest.to] as number) - (t_s[rest.from] as number) >= least_s);
}

/**
 * Of a still stretch the parts in which what is felt has the same length as in its longest: steady hands lift without a
 * tremor, but not without a push.
 */
function evenParts({ t_s, accel_mps2 }: SetSamples, { from, to }: Rest): Rest[] {
  const parts: { from: number; to: number; readonly mean: number }[] = [];
  let begin = from;
  let sum = 0;
  const end = (next: number): void => {
    parts.push({ from: begin, to: next - 1, mean: sum / (next - begin) });
    begin = next;
    sum = 0;
  };
  for (let a = from; a <= to; ) {
    let b = a;
    let part = 0;
    while (b <= to && (t_s[b] as number) - (t_s[a] as number) < EVEN_S) part += lengthAt(accel_mps2, b++);
    if (a > begin && Math.abs(part / (b - a) - sum / (a - begin)) > EVEN_MPS2) end(a);
    sum += part;
    a = b;
  }
  end(to + 1);
  const longest = parts.reduce((most, part) => (part.to - part.from > most.to - most.from ? part : most));
  return parts.filter((part) => Math.abs(part.mean - longest.mean) <= EVEN_MPS2);
}

const lengthAt = (v: Float64Array, i: number): number =>
  Math.hypot(v[3 * i] as number, v[3 * i + 1] as number, v[3 * i + 2] as number);

interface Windows {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly accel: Float64Array;
}

/** Deviation of the acceleration in windows that overlap by three quarters. */
function windowDeviations(samples: SetSamples): Windows {
  const { t_s, accel_mps2, count } = samples;
  const span = (t_s[count - 1] as number) - (t_s[0] as number);
  const hop = WINDOW_S / 4;
  const number = Math.max(0, Math.floor((span - WINDOW_S) / hop) + 1);
  const first = new Int32Array(number);
  const last = new Int32Array(number);
  const accel = new Float64Array(number);
  let a = 0;
  let b = 0;
  for (let w = 0; w < number; w++) {
    const start = (t_s[0] as number) + w * hop;
    while (a < count - 1 && (t_s[a] as number) < start) a++;
    if (b < a) b = a;
    while (b < count - 1 && (t_s[b + 1] as number) <= start + WINDOW_S) b++;
    first[w] = a;
    last[w] = b;
    const empty = b - a < 4 || (t_s[b] as number) - (t_s[a] as number) < WINDOW_S / 2;
    accel[w] = empty ? Number.POSITIVE_INFINITY : deviation(accel_mps2, a, b);
  }
  return { first, last, accel };
}

/** Mean angular rate over the rests, rad/s; null without any. */
export function gyroBiasOf(samples: SetSamples, rests: readonly Rest[]): [number, number, number] | null {
  const rate = samples.rate_rads;
  if (rate === null) return null;
  const sum: [number, number, number] = [0, 0, 0];
  let n = 0;
  for (const rest of rests) {
    for (let i = rest.from; i <= rest.to; i++) {
      sum[0] += rate[3 * i] as number;
      sum[1] += rate[3 * i + 1] as number;
      sum[2] += rate[3 * i + 2] as number;
    }
    n += rest.to - rest.from + 1;
  }
  return n === 0 ? null : [sum[0] / n, sum[1] / n, sum[2] / n];
}
