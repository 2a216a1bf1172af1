import type { BorderedChain } from './bordered-chain.ts';
import type { Shape } from './equations.ts';
import { FIELDS, Field, type Intervals } from './intervals.ts';
import type { SetSamples } from './set-samples.ts';

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
  const { t_s } = samples;
  const { x } = chain;
  const m = shape.local;
  for (let k = 0; k < knots.length - 1; k++) {
    const i0 = knots[k] as number;
    const i1 = knots[k + 1] as number;
    const at = FIELDS * k;
    const span = intervals.data[at + Field.dt] as number;
    const p0 = x[k * m] as number;
    const v0 = x[k * m + 1] as number;
    const extra = x[k * m + 2] as number;
    const dv = (x[(k + 1) * m + 1] as number) - v0;
    const missV = (dv - (intervals.data[at + Field.dv] as number)) / span;
    const dp = (x[(k + 1) * m] as number) - p0;
    const missP = dp - (v0 * span + (intervals.data[at + Field.dp] as number) + (missV * span * span) / 2);
    let v = 0;
    let p = 0;
    for (let i = i0; i <= i1; i++) {
      const now = intervals.vertical[i] as number;
      const t = (t_s[i] as number) - (t_s[i0] as number);
      if (i > i0) {
        const dt = (t_s[i] as number) - (t_s[i - 1] as number);
        const before = intervals.vertical[i - 1] as number;
        p += v * dt + ((2 * before + now) / 6) * dt * dt;
        v += ((before + now) / 2) * dt;
      }
      into.height_m[i] = p0 + v0 * t + p + (missV * t * t) / 2 + (missP * t) / span;
      into.velocity_mps[i] = v0 + v + missV * t;
      into.accel_mps2[i] = now + extra;
    }
  }
}
