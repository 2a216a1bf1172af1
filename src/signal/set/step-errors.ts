import { FrameFlag } from '../frame.ts';
import { LOST_GAP_S } from '../gaps.ts';
import { FIELDS, Field, type Intervals } from './interval-fields.ts';
import {
  ACCEL_NOISE,
  CLIPPED_MPS2,
  CURVATURE_SHARE,
  DESPIKED_MPS2,
  DOUBTFUL_MPS2,
  GAP_CURVATURE_MPS4,
  IN_HAND_MPS2,
  LOST_TILT_RAD,
} from './model.ts';
import type { SetSamples } from './set-samples.ts';

/** What each interval's velocity is off by, variance, m2/s2, the sum over the steps between its samples, and its tilt for a long gap, rad2. */
export function setStepErrors(samples: SetSamples, knots: Int32Array, { data }: Intervals): void {
  const { t_s, count } = samples;
  const usual_s = (t_s[count - 1] as number) / Math.max(1, count - 1);
  for (let k = 0; k < knots.length - 1; k++) {
    const from = knots[k] as number;
    const to = knots[k + 1] as number;
    data[FIELDS * k + Field.varV] = stepErrors(samples, from, to, usual_s);
    data[FIELDS * k + Field.unseenTilt] = samples.rate_rads === null ? 0 : unseenTilt(samples, from, to);
  }
}

/** Curvature of the readings at either end of a step says how much its velocity is to be trusted. */
function stepErrors(
  { t_s, accel_mps2: a, flags, count }: SetSamples,
  from: number,
  to: number,
  usual_s: number,
): number {
  let sum = 0;
  let before = bendAt(a, from, count);
  for (let i = from; i < to; i++) {
    const after = bendAt(a, i + 1, count);
    const dt = (t_s[i + 1] as number) - (t_s[i] as number);
    const flag = (flags[i] as number) | (flags[i + 1] as number);
    sum += stepVariance(dt, dt > 2.5 * usual_s, Math.max(before, after), flag);
    before = after;
  }
  return sum;
}

function stepVariance(dt: number, gap: boolean, bend2: number, flag: number): number {
  let variance = ACCEL_NOISE * ACCEL_NOISE * dt + CURVATURE_SHARE * CURVATURE_SHARE * bend2 * dt * dt;
  if (gap) variance += ((GAP_CURVATURE_MPS4 * dt * dt * dt) / 12) ** 2;
  if (flag & FrameFlag.clipped) variance += (CLIPPED_MPS2 * dt) ** 2;
  if (flag & FrameFlag.despiked) variance += (DESPIKED_MPS2 * dt) ** 2;
  if (flag & FrameFlag.doubtful) variance += (DOUBTFUL_MPS2 * dt) ** 2;
  if (flag & FrameFlag.inHand) variance += (IN_HAND_MPS2 * dt) ** 2;
  return variance;
}

/** Across a long gap nothing that the gyroscope told counts. */
function unseenTilt({ t_s }: SetSamples, from: number, to: number): number {
  for (let i = from; i < to; i++)
    if ((t_s[i + 1] as number) - (t_s[i] as number) > LOST_GAP_S) return LOST_TILT_RAD ** 2;
  return 0;
}

/** Curvature of the readings at a sample, squared. */
function bendAt(a: Float64Array, i: number, count: number): number {
  if (i < 1 || i >= count - 1) return 0;
  const j = 3 * i;
  const x = (a[j - 3] as number) - 2 * (a[j] as number) + (a[j + 3] as number);
  const y = (a[j - 2] as number) - 2 * (a[j + 1] as number) + (a[j + 4] as number);
  const z = (a[j - 1] as number) - 2 * (a[j + 2] as number) + (a[j + 5] as number);
  return x * x + y * y + z * z;
}
