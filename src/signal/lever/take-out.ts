import { createFrame, type Frame } from '../frame.ts';
import type { LeverSamples } from './lever-samples.ts';

/** From the axis to the sensor, sensor axes, m. */
export interface LeverVector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The specific force felt at the bar's axis: less twist x lever + rate x (rate x lever); p is the twist, rad/s2. */
function toAxis(frame: Frame, lever: LeverVector, px: number, py: number, pz: number): void {
  const { gx: x, gy: y, gz: z } = frame;
  const along = x * lever.x + y * lever.y + z * lever.z;
  const square = x * x + y * y + z * z;
  frame.ax -= py * lever.z - pz * lever.y + x * along - square * lever.x;
  frame.ay -= pz * lever.x - px * lever.z + y * along - square * lever.y;
  frame.az -= px * lever.y - py * lever.x + z * along - square * lever.z;
}

/**
 * Moves samples from the sensor to the bar's axis. The twist is taken from the rates on both sides of a sample: whatever the
 * steps in time, what the trapezoid rule then makes of it is the change of rate x lever, so that not a trace is left in
 * velocity. At both ends the one neighbour has to do.
 */
export function takeLeverOut(lever: LeverVector, { t_s, accel_mps2, rate_rads }: LeverSamples): void {
  const last = t_s.length - 1;
  if (last < 1) return;
  const frame = createFrame();
  for (let i = 0; i <= last; i++) {
    const a = Math.max(0, i - 1);
    const b = Math.min(last, i + 1);
    const dt = (t_s[b] as number) - (t_s[a] as number);
    const twist = (axis: number): number =>
      ((rate_rads[3 * b + axis] as number) - (rate_rads[3 * a + axis] as number)) / dt;
    const k = 3 * i;
    frame.ax = accel_mps2[k] as number;
    frame.ay = accel_mps2[k + 1] as number;
    frame.az = accel_mps2[k + 2] as number;
    frame.gx = rate_rads[k] as number;
    frame.gy = rate_rads[k + 1] as number;
    frame.gz = rate_rads[k + 2] as number;
    toAxis(frame, lever, twist(0), twist(1), twist(2));
    accel_mps2[k] = frame.ax;
    accel_mps2[k + 1] = frame.ay;
    accel_mps2[k + 2] = frame.az;
  }
}

/** The same for samples as they come. */
export interface LeverTaker {
  /** Changes the frame's acceleration; every sample has to come by, with a lever or without. */
  take(frame: Frame, lever: LeverVector | null): void;
}

/**
 * Knows the rate before a sample only: the twist is that of the last step. Half a sample late, it adds up to the same
 * velocity where the steps are even.
 */
class CausalTaker implements LeverTaker {
  private readonly last = { t_s: 0.5, x: 0.5, y: 0.5, z: 0.5 };

  constructor() {
    this.last.t_s = Number.NaN;
  }

  take(frame: Frame, lever: LeverVector | null): void {
    const { last } = this;
    const { gx: x, gy: y, gz: z } = frame;
    const dt = frame.t_s - last.t_s;
    if (lever !== null && dt > 0)
      toAxis(frame, lever, (x - last.x) / dt, (y - last.y) / dt, (z - last.z) / dt);
    last.t_s = frame.t_s;
    last.x = x;
    last.y = y;
    last.z = z;
  }
}

export function createLeverTaker(): LeverTaker {
  return new CausalTaker();
}
