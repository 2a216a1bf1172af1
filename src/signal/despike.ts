import { copyFrame, createFrame, type Frame, FrameFlag, type FrameSink, sameReading } from './frame.ts';
import { G_MPS2 } from './units.ts';

/**
 * WitMotion frames whose whole acceleration is off by a power of two, direction unchanged, one or two at a time
 * (signal-notes 0.1: 179 of them in 16 of 19 recordings, up to 1.46 m/s each). Direction and ratio are that note's, the rest is ours.
 */
const PARALLEL_COS = 0.98;
const SMALLER_RATIO = 0.62;
const LARGER_RATIO = 1.6;
/** Beyond this the neighbours say nothing about the frame between them. */
const NEIGHBOURS_MOVE_MPS2 = 0.8 * G_MPS2;
/**
 * Divided by the power of two the frame lies on the line between its neighbours, but for this and this share of
 * what they differ by; and so does each of them on its own line. Plates that land and ring fail one or the other.
 */
const CORRECTED_AGREES_MPS2 = 0.1 * G_MPS2;
const CORRECTED_SHARE = 0.2;
const CALM_MPS2 = 0.25 * G_MPS2;
/** Near free fall direction and ratio mean nothing. */
const LEAST_NORM_MPS2 = 0.3 * G_MPS2;
/** Neighbours further apart than this say nothing about each other: at 10 Hz a bounce looks like a spike, s. */
const NEIGHBOUR_SPAN_S = 0.1;
/**
 * A sensor that sends each reading twice spoils one of the two: same angular rate to the last bit, acceleration off
 * by exactly a power of two (50 such pairs in the 6 gym recordings of that kind), whatever the bar does. Rounding, m/s2.
 */
const ROUNDING_MPS2 = 0.002 * G_MPS2;
/** A step this long leaves no room for a neighbour on either side within that span, s. */
const SPARSE_S = NEIGHBOUR_SPAN_S / 2;

export interface Despiker {
  push(frame: Frame): void;
  flush(): void;
  /** Frames replaced so far. */
  readonly despiked: number;
}

/** Looks two frames ahead. Runs before held samples are dropped: a spike may sit on one half of a held pair. */
export function createDespiker(emit: FrameSink): Despiker {
  // before = last frame let go; then the candidate and what follows it
  const w = {
    earlier: createFrame(),
    before: createFrame(),
    a: createFrame(),
    b: createFrame(),
    c: createFrame(),
    filled: 0,
  };
  const state = { despiked: 0 };

  function letGo(): void {
    emit(w.a);
    let free = w.before;
    // of two that hold one reading the first is enough: `earlier` is another reading
    if (!sameReading(w.before, w.a)) {
      free = w.earlier;
      w.earlier = w.before;
    }
    w.before = w.a;
    w.a = w.b;
    w.b = w.c;
    w.c = free;
    w.filled -= 1;
  }

  function replace(frame: Frame, after: Frame): void {
    const fit = powerOfTwoFit(frame, w.before, after) ?? 1;
    frame.ax *= fit;
    frame.ay *= fit;
    frame.az *= fit;
    frame.flags |= FrameFlag.despiked;
    state.despiked += 1;
  }

  function repeat(frame: Frame, twin: Frame): void {
    frame.ax = twin.ax;
    frame.ay = twin.ay;
    frame.az = twin.az;
    // nothing is lost: the twin holds the reading, so the frame is as good as any
    state.despiked += 1;
  }

  /** Whether the neighbours, the spike left out, lie on lines themselves: no plates ring here. */
  function isCalm(after: Frame, beyond: Frame): boolean {
    if (!isCalmBefore(after)) return false;
    // the frame beyond may be the next spike: by which power of two it is off does not matter here
    const factor = powerOfTwo(length2(after) / length2(beyond));
    return Math.sqrt(offLine2(after, w.before, beyond, factor)) < CALM_MPS2;
  }

  function isCalmBefore(after: Frame): boolean {
    return offLine2(w.before, w.earlier, after) < CALM_MPS2 ** 2;
  }

  function newest(): Frame {
    return w.filled === 1 ? w.before : w.filled === 2 ? w.a : w.filled === 3 ? w.b : w.c;
  }

  function examine(): void {
    const { before, a, b, c } = w;
    if (squared(a.ax - before.ax, a.ay - before.ay, a.az - before.az) < LEAST_STEP2) return;
    if (isSpoiltTwin(a, before)) repeat(a, before);
    else if (isSpoiltTwin(a, b) && !(isSpike(a, before, c) && isSpike(b, before, c))) {
      // which of the two: the one further from what is around them
      if (offLine2(a, before, c) > offLine2(b, before, c)) repeat(a, b);
    } else if (isSpike(a, before, b) && isCalm(b, c)) replace(a, b);
    else if (isSpike(a, before, c) && isSpike(b, before, c) && isCalmBefore(c)) {
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
      if (w.filled === 1) {
        copyFrame(frame, w.earlier);
        emit(slot);
      }
      if (w.filled < 4) return;
      examine();
      letGo();
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

/** How far a frame lies off the line between its neighbours, squared; `after` is taken `factor` times. */
function offLine2(frame: Frame, before: Frame, after: Frame, factor = 1): number {
  const share = shareOf(frame, before, after);
  return squared(
    frame.ax - before.ax - share * (factor * after.ax - before.ax),
    frame.ay - before.ay - share * (factor * after.ay - before.ay),
    frame.az - before.az - share * (factor * after.az - before.az),
  );
}

/** The power of two next to the root of a ratio of squares. */
function powerOfTwo(ratio2: number): number {
  return 2 ** Math.round(Math.log2(ratio2) / 2);
}

function length2(frame: Frame): number {
  return squared(frame.ax, frame.ay, frame.az);
}

/** Whether both are one reading, and one of them is off by a power of two. */
function isSpoiltTwin(a: Frame, b: Frame): boolean {
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
function powerOfTwoFit(frame: Frame, before: Frame, after: Frame): number | null {
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
  return powerOfTwoFit(frame, before, after) !== null;
}
