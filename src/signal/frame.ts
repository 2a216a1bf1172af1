/**
 * One sample on its way through the signal chain, SI, sensor axes. Stages reuse their frames: whoever wants
 * to keep one copies it.
 *
 * Two habits of the whole chain, explained here once. They keep a sample from costing any memory:
 * - State is a struct of numbers whose fields are first written as 0.5. V8 stores a field that begins with a whole
 *   number as a small integer; the first fraction would then change the object's shape and allocate. A field that
 *   begins with a fraction stays a double and is updated in place. The constructor sets the real first value.
 * - What runs for every sample is a class, not a closure. Its methods and getters are compiled once and into their
 *   callers; those of a closure are compiled again for every recording, which took longer than the work itself.
 */
export interface Frame {
  /** Seconds from the recording's first sample (before the clock: arrival time). */
  t_s: number;
  ax: number;
  ay: number;
  az: number;
  /** Angular rate, rad/s; zero for a 3-axis sensor. */
  gx: number;
  gy: number;
  gz: number;
  /** Bits of `FrameFlag`. */
  flags: number;
}

export const FrameFlag = {
  /** An axis stands at full scale: the value is a lower bound only. */
  clipped: 1,
  /** The despiker replaced the value. */
  despiked: 2,
  /** Samples are missing before this one. */
  gap: 4,
  /** The same reading as the one before, let through because nothing new came for long. */
  held: 8,
  /** A bad reading or plates that land: nothing near it tells. */
  doubtful: 16,
  /** The sensor was in a hand: what it felt is not what the bar did. */
  inHand: 32,
} as const;

export type FrameSink = (frame: Frame) => void;

/** Where a stage hands its frames on. */
export interface Stage {
  push(frame: Frame): void;
}

export function createFrame(): Frame {
  // 0.5 first: see the head of this file
  const frame = { t_s: 0.5, ax: 0.5, ay: 0.5, az: 0.5, gx: 0.5, gy: 0.5, gz: 0.5, flags: 0 };
  frame.t_s = frame.ax = frame.ay = frame.az = frame.gx = frame.gy = frame.gz = 0;
  return frame;
}

export function copyFrame(from: Frame, to: Frame): void {
  to.t_s = from.t_s;
  to.ax = from.ax;
  to.ay = from.ay;
  to.az = from.az;
  to.gx = from.gx;
  to.gy = from.gy;
  to.gz = from.gz;
  to.flags = from.flags;
}

/** True when both frames carry the same reading, to the last bit. */
export function sameReading(a: Frame, b: Frame): boolean {
  return a.ax === b.ax && a.ay === b.ay && a.az === b.az && a.gx === b.gx && a.gy === b.gy && a.gz === b.gz;
}
