import { G_MPS2 } from '../recording/units.ts';
import type { Frame } from './frame.ts';
import { NEIGHBOUR_SPAN_S, offLine2, squared } from './spike.ts';

// One reading, or two, that no bar between its neighbours could cause: a bit lost on the way, a sensor that stumbles.

/** A reading this far off the line between calm neighbours is no movement of a bar, m/s2: a knock that hard rings on. */
const STRAY_MPS2 = 2 * G_MPS2;
/** It is so many times further off than its neighbours are from each other; chosen here, for bars in a hurry. */
const TIMES_APART = 4;
/** The same for angular rate, rad/s; chosen here: within 10 ms no hand turns a bar back and forth by a degree and a half. */
const STRAY_RADS = 2.5;
/** Neighbours this far apart show that landing plates would ring on in the readings after, s: 80 Hz and more. */
const RINGS_WITHIN_S = 0.026;
/** A push within 60 degrees of straight up can be the floor's. */
const UPWARD_COS = 0.5;

/** Its acceleration lies far off the line between its neighbours. */
export function isStray(frame: Frame, before: Frame, after: Frame): boolean {
  if (after.t_s - before.t_s > NEIGHBOUR_SPAN_S) return false;
  const off2 = offLine2(frame, before, after);
  if (off2 < STRAY_MPS2 ** 2) return false;
  const apart2 = squared(after.ax - before.ax, after.ay - before.ay, after.az - before.az);
  return off2 > TIMES_APART ** 2 * apart2;
}

/** It may be plates that land: the floor pushes up, and the readings are too far apart to show how they ring. */
export function mayBeLanding(frame: Frame, before: Frame, after: Frame, readings: number): boolean {
  if (readings === 1 && after.t_s - before.t_s < RINGS_WITHIN_S) return false;
  const ux = before.ax + after.ax;
  const uy = before.ay + after.ay;
  const uz = before.az + after.az;
  const dx = frame.ax - ux / 2;
  const dy = frame.ay - uy / 2;
  const dz = frame.az - uz / 2;
  return dx * ux + dy * uy + dz * uz > UPWARD_COS * Math.sqrt(squared(ux, uy, uz) * squared(dx, dy, dz));
}

/** Its angular rate lies far off the line between its neighbours. */
export function isStrayRate(frame: Frame, before: Frame, after: Frame): boolean {
  if (after.t_s - before.t_s > NEIGHBOUR_SPAN_S / 2) return false;
  const off2 = squared(
    frame.gx - (before.gx + after.gx) / 2,
    frame.gy - (before.gy + after.gy) / 2,
    frame.gz - (before.gz + after.gz) / 2,
  );
  if (off2 < STRAY_RADS ** 2) return false;
  return off2 > TIMES_APART ** 2 * squared(after.gx - before.gx, after.gy - before.gy, after.gz - before.gz);
}

/** The acceleration that the line between its neighbours has at its time. */
export function lieOnLine(frame: Frame, before: Frame, after: Frame): void {
  const share = (frame.t_s - before.t_s) / (after.t_s - before.t_s);
  frame.ax = before.ax + share * (after.ax - before.ax);
  frame.ay = before.ay + share * (after.ay - before.ay);
  frame.az = before.az + share * (after.az - before.az);
}

/** The same for the angular rate. */
export function turnOnLine(frame: Frame, before: Frame, after: Frame): void {
  const share = (frame.t_s - before.t_s) / (after.t_s - before.t_s);
  frame.gx = before.gx + share * (after.gx - before.gx);
  frame.gy = before.gy + share * (after.gy - before.gy);
  frame.gz = before.gz + share * (after.gz - before.gz);
}
