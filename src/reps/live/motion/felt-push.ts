/**
 * The vertical push the bar feels, smoothed. Its numbers are born as 0.5 and set to 0 afterwards: V8 then keeps them as
 * floating-point numbers in place and allocates nothing when they change with every sample. They are read as fields,
 * not through calls, for the same reason.
 */
export interface FeltPush {
  /** Vertical acceleration smoothed over 60 ms, m/s2. */
  smooth_mps2: number;
  /** The same with the sensor's error taken off, m/s2. */
  accel_mps2: number;
  /** How long nothing has pushed the bar, s. */
  calm_s: number;
  /** How long what is felt has been alike, s: a push, its end or a stop would have shown. */
  even_s: number;
  /** What was felt when it began to be alike, m/s2. */
  level_mps2: number;
}

/** Time over which the vertical acceleration is smoothed, s: a held bar's tremor averages out, a push does not. */
const SMOOTHING_S = 0.06;
/** A vertical acceleration below this is no push, m/s2 (chosen here: above the smoothed tremor of a held bar). */
const CALM_MPS2 = 0.2;
/** What is felt is alike within this, m/s2: smoothing leaves half of a held bar's tremor of 24 mg (chosen here). */
const EVEN_MPS2 = 0.15;

export function createFeltPush(): FeltPush {
  const push = { smooth_mps2: 0.5, accel_mps2: 0.5, calm_s: 0.5, even_s: 0.5, level_mps2: 0.5 };
  push.smooth_mps2 = push.accel_mps2 = push.calm_s = push.even_s = push.level_mps2 = 0;
  return push;
}

/** `up_mps2`: as measured; `error_mps2`: the sensor's error along up, as believed. */
export function feelPush(push: FeltPush, dt_s: number, up_mps2: number, error_mps2: number): void {
  push.smooth_mps2 += (dt_s / (SMOOTHING_S + dt_s)) * (up_mps2 - push.smooth_mps2);
  push.accel_mps2 = push.smooth_mps2 - error_mps2;
  push.calm_s = Math.abs(push.accel_mps2) < CALM_MPS2 ? push.calm_s + dt_s : 0;
  if (Math.abs(push.smooth_mps2 - push.level_mps2) < EVEN_MPS2) push.even_s += dt_s;
  else {
    push.even_s = 0;
    push.level_mps2 = push.smooth_mps2;
  }
}
