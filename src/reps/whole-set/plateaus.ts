import type { MotionTerm, StillAnchor } from '../../signal/set/anchors.ts';
import { KNOT_S } from '../../signal/set/knots.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import type { MotionTrace } from '../definition/trace.ts';
import { type SlowWays, slowWays } from './slow-ways.ts';

/**
 * Stretches in which the bar stands: held at lockout, lying on the floor, waiting in the rack. Found by the
 * flatness of the velocity, not by its value, so that drift cannot hide them; then checked against the value.
 */

/** The velocity of a standing bar stays within a band this wide, m/s (chosen here: tremor and the start of a sag). */
const BAND_MPS = 0.05;
/** It stays there for at least this long, s (chosen here: a bar that turns round does so for less). */
const LEAST_S = 0.35;
/** A standing bar's vertical acceleration is at most this, m/s2 RMS: recorded holds have 0.24, one in ten 0.57. */
const QUIET_MPS2 = 0.6;
/** A mean velocity below this is as good as none, m/s: no steady movement is slower (chosen here). */
const STANDING_MPS = 0.05;
/**
 * A flat stretch may seem to move by so many sigmas of its velocity and stand all the same (chosen here): most on the floor
 * or in the rack, where nothing else moves either, and more where the bar stops between two movements one way than
 * anywhere else, for in the hands a slow lowering of 0.1 m/s is as flat as a hold.
 */
const SIGMAS = { lying: 8, stopped: 4, else: 3 };
/** It may not seem to move faster than this, m/s, lying, where the bar turns round, and held (chosen here). */
const LIMIT_MPS = { lying: 0.8, turning: 0.3, held: 0.06 };
/** How far before and after a plateau a movement is looked for, s: a push or a brake is over within it. */
const AROUND_S = 0.6;
/** A bar that gets this much faster than the plateau moves before or after it, m/s. */
const MOVING_MPS = 0.08;
/** A bar that gets this much faster both before and after turns round, or stops on its way, at the plateau, m/s. */
const TURNING_MPS = 0.2;
/** No standing bar is pushed harder than this in any one sample, m/s2: plates landing end a plateau. */
const PUSHED_MPS2 = 2;
/** Mean velocity of a held bar over its plateau, m/s, one sigma: hips sag, a grind creeps. */
const HELD_MPS = 0.015;
/** How much faster it is the more the hands shake, s: velocity, m/s, per RMS acceleration, m/s2. */
const SHAKEN_S = 0.02;
/** A bar shaken less than this is on the floor or in the rack, m/s2 RMS: recorded bars there have 0.034, held ones 0.24. */
const LYING_MPS2 = 0.06;
/** Velocity of a bar on the floor or in the rack, m/s, one sigma. */
const LYING_MPS = 0.006;
/** Left out at both ends of a plateau, s: there the bar still comes to its stand, or leaves it. */
const MARGIN_S = 0.05;

/**
 * Stretches of one hold less than this apart are one plateau, s (chosen here: a bar turns round for longer). A bar
 * creeps up into lockout and sags out of it, and each half by itself would be told to stand.
 */
const ONE_HOLD_S = 0.25;
/** A sag lasts at most this long, s (chosen here): with one of any length a hold of 18 s drifted by 14 cm. */
const SAG_S = 3;

interface Plateau {
  from: number;
  to: number;
  shaking_mps2: number;
  readonly lying: boolean;
}

/**
 * `reps` as found so far: what is slow in them does not stand. `joined`: a hold is one plateau, however its velocity
 * wandered. Without a gyro the wandering is the sensor's own.
 */
export function findPlateaus(
  trace: MotionTrace,
  reps: readonly RepMotion[],
  sigma: (terms: readonly MotionTerm[]) => number,
  joined: boolean,
): StillAnchor[] {
  return standingStretches(trace, slowWays(trace, joined ? reps : []), sigma, joined).map(
    ({ from, to, shaking_mps2, lying }) => {
      const duration = (trace.t_s[to] as number) - (trace.t_s[from] as number);
      const usual_mps = HELD_MPS + SHAKEN_S * shaking_mps2;
      // a sag lasts as long as the hold: however many knots, together they know the mean velocity no better
      const sag_s = Math.min(duration, SAG_S);
      const sigma_mps = lying ? LYING_MPS : usual_mps * Math.sqrt(1 + sag_s / KNOT_S);
      const sigma_m = HELD_MPS * Math.max(KNOT_S, Math.sqrt(sag_s * duration));
      return { from, to, sigma_mps, sigma_m, held_mps: lying ? null : usual_mps };
    },
  );
}

function standingStretches(
  trace: MotionTrace,
  slow: SlowWays,
  sigma: (terms: readonly MotionTerm[]) => number,
  joined: boolean,
): Plateau[] {
  const plateaus: Plateau[] = [];
  for (const stretch of flatStretches(trace)) {
    const from = inside(trace, stretch.from, MARGIN_S);
    const to = inside(trace, stretch.to, -MARGIN_S);
    if (to <= from) continue;
    const shaking_mps2 = rootMeanSquare(trace.accel_mps2, from, to);
    const lying = shaking_mps2 < LYING_MPS2;
    if (shaking_mps2 > QUIET_MPS2) continue;
    if (slow.overlap(stretch.from, stretch.to)) continue;
    if (!stands(trace, stretch.from, stretch.to, lying, sigma)) continue;
    const last = plateaus.at(-1);
    const apart =
      last === undefined || (trace.t_s[from] as number) - (trace.t_s[last.to] as number) >= ONE_HOLD_S;
    if (!joined || apart || lying || last.lying) {
      plateaus.push({ from, to, shaking_mps2, lying });
      continue;
    }
    last.to = to;
    last.shaking_mps2 = rootMeanSquare(trace.accel_mps2, last.from, to);
  }
  return plateaus;
}

/** Longest stretches, from left to right, in which the velocity stays within the band. */
function flatStretches(trace: MotionTrace): { from: number; to: number }[] {
  const { t_s, velocity_mps: v } = trace;
  const stretches: { from: number; to: number }[] = [];
  const n = t_s.length;
  let ahead = 0;
  for (let i = 0; i < n - 1; ) {
    // most of a set moves: where the velocity has left the band by the least length, nothing between needs a look
    while (ahead < n && (t_s[ahead] as number) - (t_s[i] as number) < LEAST_S) ahead++;
    if (ahead === n) break;
    if (Math.abs((v[ahead] as number) - (v[i] as number)) > BAND_MPS) {
      i++;
      continue;
    }
    let least = v[i] as number;
    let most = least;
    let j = i;
    while (j + 1 < n && Math.abs(trace.accel_mps2[i] as number) <= PUSHED_MPS2) {
      const next = v[j + 1] as number;
      least = Math.min(least, next);
      most = Math.max(most, next);
      if (most - least > BAND_MPS || Math.abs(trace.accel_mps2[j + 1] as number) > PUSHED_MPS2) break;
      j++;
    }
    if ((t_s[j] as number) - (t_s[i] as number) >= LEAST_S) {
      stretches.push({ from: i, to: j });
      i = j + 1;
    } else i++;
  }
  return stretches;
}

function stands(
  trace: MotionTrace,
  from: number,
  to: number,
  lying: boolean,
  sigma: (terms: readonly MotionTerm[]) => number,
): boolean {
  const { t_s, height_m: h } = trace;
  const mean = ((h[to] as number) - (h[from] as number)) / ((t_s[to] as number) - (t_s[from] as number));
  const before = strongest(trace, from, -1, mean);
  const after = strongest(trace, to, 1, mean);
  const moves = Math.abs(before) > MOVING_MPS && Math.abs(after) > MOVING_MPS;
  // it goes on the way it came, and between does not: no part of one movement
  const way = Math.sign(before + mean);
  const least = Math.min(way * (before + mean), way * (after + mean));
  const stopped = least > TURNING_MPS && way * mean <= HELD_MPS;
  // the same way before and after: a steady part of one movement, not a stop between two
  if (moves && before * after > 0 && !stopped) return false;
  if (Math.abs(mean) <= STANDING_MPS) return true;
  const turns = Math.min(Math.abs(before), Math.abs(after)) > TURNING_MPS;
  if (Math.abs(mean) > (lying ? LIMIT_MPS.lying : turns ? LIMIT_MPS.turning : LIMIT_MPS.held)) return false;
  const sigmas = lying ? SIGMAS.lying : stopped ? SIGMAS.stopped : SIGMAS.else;
  return Math.abs(mean) < sigmas * sigma([{ sample: (from + to) >> 1, height: 0, velocity: 1 }]);
}

/** Largest velocity, relative to the plateau's own, within reach of one of its ends. */
function strongest(trace: MotionTrace, sample: number, step: 1 | -1, mean: number): number {
  const { t_s, velocity_mps: v } = trace;
  let best = 0;
  for (let i = sample; i >= 0 && i < t_s.length; i += step) {
    if (Math.abs((t_s[i] as number) - (t_s[sample] as number)) > AROUND_S) break;
    const relative = (v[i] as number) - mean;
    if (Math.abs(relative) > Math.abs(best)) best = relative;
  }
  return best;
}

function rootMeanSquare(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i <= to; i++) sum += (values[i] as number) ** 2;
  return Math.sqrt(sum / (to - from + 1));
}

function inside(trace: MotionTrace, sample: number, margin_s: number): number {
  const step = margin_s > 0 ? 1 : -1;
  const start = trace.t_s[sample] as number;
  let i = sample;
  while (
    i + step >= 0 &&
    i + step < trace.t_s.length &&
    Math.abs((trace.t_s[i] as number) - start) < Math.abs(margin_s)
  )
    i += step;
  return i;
}
