import { RAD_PER_DEG } from '../units.ts';
import type { Mount } from './kinematics.ts';
import type { LifterBody } from './lifter.ts';
import type { BarPath } from './path.ts';
import type { Random } from './random.ts';
import { GRID_DT_S, type Timeline } from './timeline.ts';
import { bandNoise, soften } from './waves.ts';

/**
 * What carries the sensor, where that is not the bar. Every one sits off the hip or the handle whose height is asked for.
 * plate: turns on the sleeve as it likes while the bar is held. belt: on the trunk, which turns about the shoulders.
 * pad: on the hips, with some play. dumbbell: in one hand or on the hips, turning a little about every axis.
 */
export type Carrier = 'plate' | 'belt' | 'pad' | 'dumbbell';

/** Where a sensor sits on its carrier: along the trunk from the hip towards the shoulders, and off the trunk, m. */
const ON_TRUNK: Readonly<Record<'belt' | 'pad', { along_m: Span; off_m: Span }>> = {
  belt: { along_m: [0.05, 0.14], off_m: [-0.02, 0.08] },
  pad: { along_m: [-0.03, 0.06], off_m: [0.02, 0.09] },
};
type Span = readonly [low: number, high: number];
/** From the sleeve to a sensor on a plate, and from a dumbbell's handle to its end, m. */
const OFF_AXIS_M: Readonly<Record<'plate' | 'dumbbell', Span>> = {
  plate: [0.06, 0.18],
  dumbbell: [0.02, 0.06],
};
/** From the middle of a bar to its plates, of the hips to their side, of a dumbbell to its end, m. */
const PLATE_M = 0.75;
const HIP_M = 0.15;
const HANDLE_M = 0.1;
/** A plate's own turning: rate of the slow part and of a drift one way, rad/s. */
const SPIN_RADS: { readonly slow: Span; readonly drift: Span } = { slow: [0.2, 1.2], drift: [0, 0.6] };
/** How far a pad and a dumbbell turn as they like, deg RMS. */
const PLAY_DEG = { pad: 2, dumbbell: 5 };

/** Time over which a carrier begins and ends to turn, s. */
const HELD_SOFTNESS_S = 0.12;

const drawn = (random: Random, [low, high]: Span): number => random.uniform(low, high);

/** The path of what carries the sensor, and where the sensor is on it: as `feel` takes both. */
export function onCarrier(
  carrier: Carrier,
  path: BarPath,
  timeline: Timeline,
  body: LifterBody,
  random: Random,
): { readonly path: BarPath; readonly at: Omit<Mount, 'axes'> } {
  const { length } = path;
  const roll = new Float64Array(length);
  // what lies does not turn
  const held = soften(timeline.held, HELD_SOFTNESS_S);
  const slow = bandNoise(random, length, 0.1, 0.8, 5);
  const freely = (noise: Float64Array, i: number): number => (held[i] ?? 0) * (noise[i] ?? 0);
  if (carrier === 'plate') {
    const size = drawn(random, SPIN_RADS.slow);
    const drift = random.sign() * drawn(random, SPIN_RADS.drift);
    let turned = random.uniform(-Math.PI, Math.PI);
    for (let i = 0; i < length; i++) {
      turned += ((held[i] ?? 0) * drift + size * freely(slow, i)) * GRID_DT_S;
      roll[i] = turned + 0.3 * (path.roll[i] ?? 0);
    }
    return {
      path: { ...path, roll },
      at: { along_m: random.sign() * PLATE_M, lever_m: drawn(random, OFF_AXIS_M.plate) },
    };
  }
  const play = (PLAY_DEG[carrier === 'belt' ? 'pad' : carrier] * RAD_PER_DEG) / (carrier === 'belt' ? 2 : 1);
  if (carrier === 'dumbbell') {
    const free = [0, 1].map(() => bandNoise(random, length, 0.1, 1.2, 5));
    const phase = random.uniform(-Math.PI, Math.PI);
    const turning = (axis: Float64Array, k: number): Float64Array =>
      axis.map((angle, i) => angle + play * freely(free[k] ?? slow, i));
    for (let i = 0; i < length; i++) roll[i] = phase + (path.roll[i] ?? 0) + play * freely(slow, i);
    return {
      path: { ...path, roll, tip: turning(path.tip, 0), yaw: turning(path.yaw, 1) },
      at: {
        along_m: random.uniform(-HANDLE_M, HANDLE_M),
        asked_m: 0,
        lever_m: drawn(random, OFF_AXIS_M.dumbbell),
      },
    };
  }
  const along_m = drawn(random, ON_TRUNK[carrier].along_m);
  const off_m = drawn(random, ON_TRUNK[carrier].off_m);
  const phase = Math.atan2(off_m, -along_m);
  // the hip goes round the shoulders: their distance and height are what bends its path (lifter.ts)
  const radius_m = -1 / (2 * body.bend_per_m);
  const below_m = body.bow * radius_m;
  for (let i = 0; i < length; i++) {
    const sine = ((path.z_m[i] ?? 0) - below_m) / radius_m;
    roll[i] = phase + Math.asin(Math.max(-1, Math.min(1, sine))) + play * freely(slow, i);
  }
  return {
    path: { ...path, roll },
    at: { along_m: random.uniform(-HIP_M, HIP_M), asked_m: 0, lever_m: Math.hypot(along_m, off_m) },
  };
}
