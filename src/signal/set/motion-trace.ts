import type { Shape } from './equations.ts';
import { FIELDS, Field, type Intervals } from './interval-fields.ts';
import type { SetSamples } from './set-samples.ts';
import type { BorderedChain } from './solver/bordered-chain.ts';

/** Vertical motion of every sample, m, m/s, m/s2. Arrays are the smoother's own and change with `solve`. */
export interface SetMotion {
  readonly t_s: Float64Array;
  readonly height_m: Float64Array;
  readonly velocity_mps: Float64Array;
  readonly accel_mps2: Float64Array;
}

/** Heights and velocities of the samples between knots; what the knots disagree with is spread evenly. */
export function traceMotion(
  chain: BorderedChain,
  shape: Shape,
  samples: SetSamples,
  knots: Int32Array,
  intervals: Intervals,
  into: SetMotion,
): void {
  for (let k = 0; k < knots.length - 1; k++)
    traceInterval(chain.x, shape.local, samples.t_s, knots, k, intervals, into);
}

/** A function of its own, as `integrateInterval` is. */
function traceInterval(
  x: Float64Array,
  m: number,
  t_s: Float64Array,
  knots: Int32Array,
  k: number,
  { data, vertical }: Intervals,
  { height_m, velocity_mps, accel_mps2 }: SetMotion,
): void {
  const i0 = knots[k] as number;
  const i1 = knots[k + 1] as number;
  const at = FIELDS * k;
  const span = data[at + Field.dt] as number;
  const p0 = x[k * m] as number;
  const v0 = x[k * m + 1] as number;
  const extra = x[k * m + 2] as number;
  const dv = (x[(k + 1) * m + 1] as number) - v0;
  const missV = (dv - (data[at + Field.dv] as number)) / span;
  const dp = (x[(k + 1) * m] as number) - p0;
  const missP = (dp - (data[at + Field.dp] as number)) / span - v0 - (missV * span) / 2;
  const t0 = t_s[i0] as number;
  let v = 0;
  let p = 0;
  let before = 0;
  let last = t0;
  for (let i = i0; i <= i1; i++) {
    const now = vertical[i] as number;
    const t = t_s[i] as number;
    const dt = t - last;
    p += v * dt + (2 * before + now) * (1 / 6) * dt * dt;
    v += ((before + now) / 2) * dt;
    const since = t - t0;
    height_m[i] = p0 + p + since * (v0 + missP + (missV * since) / 2);
    velocity_mps[i] = v0 + v + missV * since;
    accel_mps2[i] = now + extra;
    before = now;
    last = t;
  }
}
