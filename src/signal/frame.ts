/**
 * One sample on its way through the signal chain, SI, sensor axes. Stages reuse their frames: whoever wants
 * to keep one copies it. A struct of numbers, because V8 updates such fields in place, without allocation.
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
} as const;

export type FrameSink = (frame: Frame) => void;

/**
 * Where a stage hands its frames on. The stages are classes: methods made once serve every recording, while closures
 * made for each are compiled for each, which took longer than the work itself.
 */
export interface Stage {
  push(frame: Frame): void;
}

export function createFrame(): Frame {
  // 0.5 first: the fields are born as doubles, so that no later store changes the object's shape
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
