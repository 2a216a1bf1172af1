import { G_MPS2 } from '../recording/units.ts';
import type { Frame } from './frame.ts';

// What a spike looks like. Some WitMotion frames have their whole acceleration off by a power of two, direction unchanged, one
// or two at a time: 179 of them in 16 of 19 gym recordings, each up to 1.46 m/s of velocity. The despiker asks here.

/** Least cosine between a spike and the mean of its neighbours: those in the recordings had 0.98 and more. */
const PARALLEL_COS = 0.98;
/** A spike is shorter than this share of its neighbours' mean: a half, with room for movement. */
const SMALLER_RATIO = 0.62;
/** A spike is longer than this many times its neighbours' mean: two, with room for movement. */
const LARGER_RATIO = 1.6;
/** Neighbours that differ by more than this say nothing about the frame between them, m/s2; chosen here. */
const NEIGHBOURS_MOVE_MPS2 = 0.8 * G_MPS2;
/** A corrected spike may lie this far off the line between its neighbours, m/s2; chosen here: ringing plates lie further off. */
const CORRECTED_AGREES_MPS2 = 0.1 * G_MPS2;
/** It may lie off by this share of what the neighbours differ by, too; chosen here, because a moving bar curves that line. */
const CORRECTED_SHARE = 0.2;
/** A neighbour may lie this far off its own line, m/s2; chosen here: between plates that land and ring, none is a spike. */
export const CALM_MPS2 = 0.25 * G_MPS2;
/** Shortest mean of the neighbours, m/s2; chosen here: near free fall, direction and ratio mean nothing. */
const LEAST_NORM_MPS2 = 0.3 * G_MPS2;
/** Longest time between the neighbours of a spike, s; chosen here: at 10 Hz a bounce looks like a spike. */
export const NEIGHBOUR_SPAN_S = 0.1;
/** Rounding between two frames of one reading, m/s2: four counts of a 16 g sensor. */
const ROUNDING_MPS2 = 0.002 * G_MPS2;

/** The smallest step a spike can make: spares the ordinary frame the full test. */
export const LEAST_STEP2 = ((1 - SMALLER_RATIO) * LEAST_NORM_MPS2) ** 2;

export function squared(x: number, y: number, z: number): number {
  return x * x + y * y + z * z;
}

function shareOf(frame: Frame, before: Frame, after: Frame): number {
  return (frame.t_s - before.t_s) / (after.t_s - before.t_s);
}

/** How far a frame lies off the line between its neighbours, squared; `after` is taken `factor` times. */
export function offLine2(frame: Frame, before: Frame, after: Frame, factor = 1): number {
  const share = shareOf(frame, before, after);
  return squared(
    frame.ax - before.ax - share * (factor * after.ax - before.ax),
    frame.ay - before.ay - share * (factor * after.ay - before.ay),
    frame.az - before.az - share * (factor * after.az - before.az),
  );
}

/** The power of two next to the root of a ratio of squares. */
export function powerOfTwo(ratio2: number): number {
  return 2 ** Math.round(Math.log2(ratio2) / 2);
}

export function length2(frame: Frame): number {
  return squared(frame.ax, frame.ay, frame.az);
}

/**
 * Whether both are one reading, and one of them is off by a power of two. A sensor that sends each reading twice spoils one of
 * the two, whatever the bar does: the angular rate is the same to the last bit (50 such pairs in 6 gym recordings).
 */
export function isSpoiltTwin(a: Frame, b: Frame): boolean {
  if (a.gx !== b.gx || a.gy !== b.gy || a.gz !== b.gz) return false;
  const a2 = length2(a);
  const b2 = length2(b);
  const large = a2 > b2 ? a : b;
  const small = a2 > b2 ? b : a;
  const factor = powerOfTwo(Math.max(a2, b2) / Math.min(a2, b2));
  if (!(factor >= 2) || !Number.isFinite(factor)) return false;
  return (
    Math.abs(large.ax - factor * small.ax) < factor * ROUNDING_MPS2 &&
    Math.abs(large.ay - factor * small.ay) < factor * ROUNDING_MPS2 &&
    Math.abs(large.az - factor * small.az) < factor * ROUNDING_MPS2
  );
}

/** The power of two that brings the frame onto the line between its neighbours; null when none does. */
export function powerOfTwoFit(frame: Frame, before: Frame, after: Frame): number | null {
  const share = shareOf(frame, before, after);
  const lx = before.ax + share * (after.ax - before.ax);
  const ly = before.ay + share * (after.ay - before.ay);
  const lz = before.az + share * (after.az - before.az);
  const factor = powerOfTwo(squared(lx, ly, lz) / length2(frame));
  if (factor === 1) return null;
  const off2 = squared(frame.ax * factor - lx, frame.ay * factor - ly, frame.az * factor - lz);
  const apart = Math.sqrt(squared(after.ax - before.ax, after.ay - before.ay, after.az - before.az));
  return off2 < (CORRECTED_AGREES_MPS2 + CORRECTED_SHARE * apart) ** 2 ? factor : null;
}

export function isSpike(frame: Frame, before: Frame, after: Frame): boolean {
  if (after.t_s - before.t_s > NEIGHBOUR_SPAN_S) return false;
  const apart2 = squared(after.ax - before.ax, after.ay - before.ay, after.az - before.az);
  if (apart2 > NEIGHBOURS_MOVE_MPS2 ** 2) return false;
  const mx = (before.ax + after.ax) / 2;
  const my = (before.ay + after.ay) / 2;
  const mz = (before.az + after.az) / 2;
  const mean2 = squared(mx, my, mz);
  const own2 = squared(frame.ax, frame.ay, frame.az);
  if (mean2 < LEAST_NORM_MPS2 ** 2) return false;
  const ratio2 = own2 / mean2;
  if (ratio2 > SMALLER_RATIO ** 2 && ratio2 < LARGER_RATIO ** 2) return false;
  const dot = frame.ax * mx + frame.ay * my + frame.az * mz;
  if (dot <= PARALLEL_COS * Math.sqrt(own2 * mean2)) return false;
  return powerOfTwoFit(frame, before, after) !== null;
}
