import { copyFrame, createFrame, type Frame, FrameFlag, type FrameSink } from './frame.ts';
import { G_MPS2 } from './units.ts';

/**
 * WitMotion frames whose whole acceleration is off by a power of two, direction unchanged, one or two at a time
 * (signal-notes 0.1: 179 of them in 16 of 19 recordings, up to 1.46 m/s each). The constants are that note's.
 */
const NEIGHBOURS_AGREE_MPS2 = 0.3 * G_MPS2;
/** In the middle of a push the neighbours themselves differ; then only an exact power of two is a spike. Ours. */
const NEIGHBOURS_MOVE_MPS2 = 0.8 * G_MPS2;
const PARALLEL_COS = 0.98;
const SMALLER_RATIO = 0.62;
const LARGER_RATIO = 1.6;
/** After division by the power of two the frame must fit its neighbours this well, else it is interpolated. */
const CORRECTED_AGREES_MPS2 = 0.2 * G_MPS2;
/** Near free fall direction and ratio mean nothing. */
const LEAST_NORM_MPS2 = 0.3 * G_MPS2;
/** Neighbours further apart than this say nothing about each other: at 10 Hz a bounce looks like a spike, s. */
const NEIGHBOUR_SPAN_S = 0.1;
/** A step this long leaves no room for a neighbour on either side within that span, s. */
const SPARSE_S = NEIGHBOUR_SPAN_S / 2;

export interface Despiker {
  push(frame: Frame): void;
  flush(): void;
  /** Frames replaced so far. */
  readonly despiked: number;
}

/**
 * A frame that steps away from the one before waits for two more, the others for none. Runs before held samples are
 * dropped: a spike may sit on one half of a held pair.
 */
export function createDespiker(emit: FrameSink): Despiker {
  // before = last frame let go; then the candidate and what follows it
  const w = { before: createFrame(), a: createFrame(), b: createFrame(), c: createFrame(), filled: 0 };
  const state = { despiked: 0 };

  function letGo(): void {
    emit(w.a);
    const free = w.before;
    w.before = w.a;
    w.a = w.b;
    w.b = w.c;
    w.c = free;
    w.filled -= 1;
  }

  function replace(frame: Frame, after: Frame): void {
    const fit = powerOfTwoFit(frame, w.before, after);
    if (fit !== null) {
      frame.ax *= fit;
      frame.ay *= fit;
      frame.az *= fit;
    } else {
      const share = shareOf(frame, w.before, after);
      frame.ax = w.before.ax + share * (after.ax - w.before.ax);
      frame.ay = w.before.ay + share * (after.ay - w.before.ay);
      frame.az = w.before.az + share * (after.az - w.before.az);
    }
    frame.flags |= FrameFlag.despiked;
    state.despiked += 1;
  }

  function newest(): Frame {
    return w.filled === 1 ? w.before : w.filled === 2 ? w.a : w.filled === 3 ? w.b : w.c;
  }

  /** The candidate is no further from the frame before it than readings of a moving bar are: no spike. */
  function isPlain(): boolean {
    const { before, a } = w;
    return squared(a.ax - before.ax, a.ay - before.ay, a.az - before.az) < LEAST_STEP2;
  }

  function examine(): void {
    const { before, a, b, c } = w;
    if (isSpike(a, before, b)) replace(a, b);
    else if (isSpike(a, before, c) && isSpike(b, before, c)) {
      replace(a, c);
      replace(b, c);
    }
  }

  return {
    push(frame) {
      if (w.filled > 0 && frame.t_s - newest().t_s > SPARSE_S) {
        // too far apart to compare: waiting for neighbours would only cost time
        while (w.filled > 1) letGo();
        w.filled = 0;
      }
      const slot = w.filled === 0 ? w.before : w.filled === 1 ? w.a : w.filled === 2 ? w.b : w.c;
      copyFrame(frame, slot);
      w.filled += 1;
      if (w.filled === 1) emit(slot);
      if (w.filled === 4) {
        examine();
        letGo();
      }
      // whoever is at the bar sees and hears it sooner: most frames need no look-ahead
      while (w.filled > 1 && isPlain()) letGo();
    },
    flush() {
      while (w.filled > 1) letGo();
      w.filled = 0;
    },
    get despiked() {
      return state.despiked;
    },
  };
}

/** The smallest step a spike can make: spares the ordinary frame the full test. */
const LEAST_STEP2 = ((1 - SMALLER_RATIO) * LEAST_NORM_MPS2) ** 2;

function squared(x: number, y: number, z: number): number {
  return x * x + y * y + z * z;
}

function shareOf(frame: Frame, before: Frame, after: Frame): number {
  return (frame.t_s - before.t_s) / (after.t_s - before.t_s);
}

/** The power of two that brings the frame onto the line between its neighbours; null when none does. */
function powerOfTwoFit(frame: Frame, before: Frame, after: Frame): number | null {
  const share = shareOf(frame, before, after);
  const lx = before.ax + share * (after.ax - before.ax);
  const ly = before.ay + share * (after.ay - before.ay);
  const lz = before.az + share * (after.az - before.az);
  const ratio2 = squared(frame.ax, frame.ay, frame.az) / squared(lx, ly, lz);
  const factor = 2 ** -Math.round(Math.log2(ratio2) / 2);
  if (factor === 1) return null;
  const off2 = squared(frame.ax * factor - lx, frame.ay * factor - ly, frame.az * factor - lz);
  return off2 < CORRECTED_AGREES_MPS2 ** 2 ? factor : null;
}

function isSpike(frame: Frame, before: Frame, after: Frame): boolean {
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
  return apart2 <= NEIGHBOURS_AGREE_MPS2 ** 2 || powerOfTwoFit(frame, before, after) !== null;
}
