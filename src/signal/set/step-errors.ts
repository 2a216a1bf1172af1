import { FrameFlag } from '../frame.ts';
import { ACCEL_NOISE, CLIPPED_MPS2, CURVATURE_SHARE, DESPIKED_MPS2, GAP_CURVATURE_MPS4 } from './model.ts';
import type { SetSamples } from './set-samples.ts';

/** Curvature of the readings above which a step's velocity is trusted less; per sample, m/s. */
export function stepErrors(samples: SetSamples): Float64Array {
  const { t_s, accel_mps2: a, flags, count } = samples;
  const usual = (t_s[count - 1] as number) / Math.max(1, count - 1);
  const out = new Float64Array(count);
  for (let i = 0; i < count - 1; i++) {
    const dt = (t_s[i + 1] as number) - (t_s[i] as number);
    const bend = Math.max(bendAt(a, i, count), bendAt(a, i + 1, count));
    let variance = ACCEL_NOISE * ACCEL_NOISE * dt + (CURVATURE_SHARE * bend * dt) ** 2;
    if (dt > 2.5 * usual) variance += ((GAP_CURVATURE_MPS4 * dt * dt * dt) / 12) ** 2;
    const flag = (flags[i] as number) | (flags[i + 1] as number);
    if (flag & FrameFlag.clipped) variance += (CLIPPED_MPS2 * dt) ** 2;
    if (flag & FrameFlag.despiked) variance += (DESPIKED_MPS2 * dt) ** 2;
    out[i] = variance;
  }
  return out;
}

function bendAt(a: Float64Array, i: number, count: number): number {
  if (i < 1 || i >= count - 1) return 0;
  let sum = 0;
  for (let axis = 0; axis < 3; axis++) {
    const at = 3 * i + axis;
    sum += ((a[at - 3] as number) - 2 * (a[at] as number) + (a[at + 3] as number)) ** 2;
  }
  return Math.sqrt(sum);
}
