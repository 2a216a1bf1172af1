import type { Frame } from '../../../signal/frame.ts';
import { VELOCITY } from '../../../signal/vertical-filter.ts';
import type { BarMotion } from './bar-motion.ts';

/** The last stretch of samples, kept to look at a rep again when it closes. */
export interface MotionHistory {
  add(motion: BarMotion, frame: Frame): void;
  /** Copies what lies in [from, to] into `window` and returns it; shares its memory with the next call. */
  window(from_s: number, to_s: number): HistoryWindow;
  /** When it was last slower than that, before `before_s`, s. */
  lastBelow(velocity_mps: number, before_s: number): number;
  /** When the bar was last faster than that, s; `from_s` when it has not been since. */
  lastAbove(velocity_mps: number, from_s: number): number;
}

export interface HistoryWindow {
  readonly count: number;
  readonly t_s: Float64Array;
  /** Acceleration along up less gravity, as measured, m/s2. */
  readonly up_mps2: Float64Array;
  /** Up in sensor axes, length 3 * count. */
  readonly up: Float64Array;
  readonly velocity_mps: Float64Array;
  /** Bits of `FrameFlag`. */
  readonly flags: Uint8Array;
}

/** Longest rep that can be looked at as a whole, s: with its hold the slowest rep is shorter. */
const KEPT_S = 40;
/** Most samples per second for which that holds: the fastest sensors give 200 and some more. */
const MOST_HZ = 220;
const CAPACITY = KEPT_S * MOST_HZ;

export function createMotionHistory(): MotionHistory {
  const ring = {
    t: new Float64Array(CAPACITY),
    a: new Float64Array(CAPACITY),
    u: new Float64Array(3 * CAPACITY),
    v: new Float64Array(CAPACITY),
    flags: new Uint8Array(CAPACITY),
    next: 0,
    count: 0,
  };
  const out = {
    t: new Float64Array(CAPACITY),
    a: new Float64Array(CAPACITY),
    u: new Float64Array(3 * CAPACITY),
    v: new Float64Array(CAPACITY),
    flags: new Uint8Array(CAPACITY),
  };

  /** Place of the i-th oldest sample. */
  const place = (i: number) => (ring.next - ring.count + i + CAPACITY) % CAPACITY;

  function firstAtOrAfter(t_s: number): number {
    let low = 0;
    let high = ring.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ring.t[place(middle)] as number) < t_s) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    lastBelow(velocity_mps, before_s) {
      let i = ring.count - 1;
      while (i > 0) {
        const t_s = ring.t[place(i)] as number;
        if (t_s < before_s && (ring.v[place(i)] as number) < velocity_mps) return t_s;
        i--;
      }
      return ring.t[place(0)] as number;
    },
    lastAbove(velocity_mps, from_s) {
      for (let i = ring.count - 1; i >= 0; i--) {
        const t_s = ring.t[place(i)] as number;
        if (t_s < from_s) break;
        if ((ring.v[place(i)] as number) > velocity_mps) return t_s;
      }
      return from_s;
    },
    add(motion, frame) {
      const i = ring.next;
      ring.t[i] = motion.t_s;
      ring.a[i] = motion.up_mps2;
      ring.u[3 * i] = motion.up[0] as number;
      ring.u[3 * i + 1] = motion.up[1] as number;
      ring.u[3 * i + 2] = motion.up[2] as number;
      ring.v[i] = motion.filter.x[VELOCITY] as number;
      ring.flags[i] = frame.flags;
      ring.next = (i + 1) % CAPACITY;
      if (ring.count < CAPACITY) ring.count += 1;
    },
    window(from_s, to_s) {
      const from = firstAtOrAfter(from_s);
      let n = 0;
      for (let i = from; i < ring.count; i += 1) {
        const k = place(i);
        const t = ring.t[k] as number;
        if (t > to_s) break;
        out.t[n] = t;
        out.a[n] = ring.a[k] as number;
        out.u[3 * n] = ring.u[3 * k] as number;
        out.u[3 * n + 1] = ring.u[3 * k + 1] as number;
        out.u[3 * n + 2] = ring.u[3 * k + 2] as number;
        out.v[n] = ring.v[k] as number;
        out.flags[n] = ring.flags[k] as number;
        n += 1;
      }
      return {
        count: n,
        t_s: out.t.subarray(0, n),
        up_mps2: out.a.subarray(0, n),
        up: out.u.subarray(0, 3 * n),
        velocity_mps: out.v.subarray(0, n),
        flags: out.flags.subarray(0, n),
      };
    },
  };
}
