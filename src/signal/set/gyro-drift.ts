import type { Rest } from './rests.ts';
import type { SetSamples } from './set-samples.ts';

// A gyroscope that warms up changes its bias within a set. The smoother knows one bias for the set; what the rests show to
// change is taken off the readings before.

/** Change of the bias in a minute, one sigma, rad/s (chosen here): 0.5 deg/s, a consumer gyro that has just been switched on. */
const WANDER_RADS = 0.0087;
const WANDER_S = 60;
/** What a rest tells of the bias is off by so much however long it is, rad/s: 0.05 deg/s, as in model.ts. */
const REST_RADS = 0.0009;
/** ... and by so much over its length, rad: a bar that is held as if at rest has turned by 0.3 degrees (chosen here). */
const TURNED_RAD = 0.005;
/** Of two rests alone neither may be shorter, s (chosen here), for no third contradicts: a racked bar was seen to swing about the vertical for 2.4 s. */
const LONE_PAIR_S = 2.5;
/** A smaller change, rad/s, is left to the smoother's one bias (chosen here): at 0.2 deg/s it costs less than its prior allows. */
const LEAST_RADS = 0.0035;

/** The samples less what their gyro's bias changes by, from rest to rest; the same samples where it hardly does. */
export function withSteadyBias<Samples extends SetSamples>(
  samples: Samples,
  rests: readonly Rest[],
): Samples {
  const { rate_rads, t_s, count } = samples;
  if (rate_rads === null) return samples;
  const short = ({ from, to }: Rest): boolean => (t_s[to] as number) - (t_s[from] as number) < LONE_PAIR_S;
  if (rests.length < 2 || (rests.length === 2 && rests.some(short))) return samples;
  const at_s = rests.map(({ from, to }) => ((t_s[from] as number) + (t_s[to] as number)) / 2);
  const sure = rests.map(({ from, to }) => {
    const length_s = (t_s[to] as number) - (t_s[from] as number);
    return 1 / (REST_RADS ** 2 + (TURNED_RAD / length_s) ** 2);
  });
  const biases = [0, 1, 2].map((axis) => wandering(at_s, sure, meansOf(rate_rads, rests, axis)));
  const change = Math.max(...biases.map((bias) => Math.max(...bias) - Math.min(...bias)));
  if (change < LEAST_RADS) return samples;
  const steady = rate_rads.slice();
  biases.forEach((bias, axis) => {
    const mean = bias.reduce((sum, b) => sum + b, 0) / bias.length;
    let next = 0;
    for (let i = 0; i < count; i++) {
      const t = t_s[i] as number;
      while (next < at_s.length && (at_s[next] as number) < t) next++;
      steady[3 * i + axis] = (steady[3 * i + axis] as number) - (between(at_s, bias, next, t) - mean);
    }
  });
  return { ...samples, rate_rads: steady };
}

function meansOf(rate_rads: Float64Array, rests: readonly Rest[], axis: number): number[] {
  return rests.map(({ from, to }) => {
    let sum = 0;
    for (let i = from; i <= to; i++) sum += rate_rads[3 * i + axis] as number;
    return sum / (to - from + 1);
  });
}

/** A random walk through what the rests say, each as far as it is sure: a tridiagonal least-squares problem. */
function wandering(at_s: readonly number[], sure: readonly number[], seen: readonly number[]): number[] {
  const n = at_s.length;
  const tie = (k: number): number =>
    WANDER_S / (WANDER_RADS ** 2 * ((at_s[k + 1] as number) - (at_s[k] as number)));
  const diagonal: number[] = [];
  const right: number[] = [];
  for (let k = 0; k < n; k++) {
    const before = k > 0 ? tie(k - 1) : 0;
    const share = k > 0 ? before / (diagonal[k - 1] as number) : 0;
    diagonal.push((sure[k] as number) + before + (k < n - 1 ? tie(k) : 0) - share * before);
    right.push((sure[k] as number) * (seen[k] as number) + share * (right[k - 1] ?? 0));
  }
  const bias = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    const after = k < n - 1 ? tie(k) * (bias[k + 1] as number) : 0;
    bias[k] = ((right[k] as number) + after) / (diagonal[k] as number);
  }
  return bias;
}

/** On the line between the rests around a moment; as at the first before it, as at the last after it. */
function between(at_s: readonly number[], bias: readonly number[], next: number, t_s: number): number {
  if (next === 0) return bias[0] as number;
  if (next === at_s.length) return bias[next - 1] as number;
  const from_s = at_s[next - 1] as number;
  const share = (t_s - from_s) / ((at_s[next] as number) - from_s);
  return (1 - share) * (bias[next - 1] as number) + share * (bias[next] as number);
}
