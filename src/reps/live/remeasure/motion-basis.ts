import type { HistoryWindow } from '../motion/motion-history.ts';

/** How velocity and height of a window answer to each unknown: start velocity, sensor error x y z, stretches. */
export interface MotionBasis {
  readonly unknowns: number;
  /** With every unknown at zero. */
  readonly velocity: Float64Array;
  readonly height: Float64Array;
  velocityRow(sample: number, row: Float64Array): void;
  heightRow(sample: number, row: Float64Array): void;
  motion(x: Float64Array): { height_m: Float64Array; velocity_mps: Float64Array; accel_mps2: Float64Array };
}

/** Unknowns before the stretches: the start velocity and the sensor's error on three axes. */
const BEFORE_STRETCHES = 4;

/** The samples of a window integrated, with every unknown at zero. */
function integrate(window: HistoryWindow, error: readonly [number, number, number]) {
  const { t_s, up_mps2, up, count } = window;
  const accel = new Float64Array(count);
  const velocity = new Float64Array(count);
  const height = new Float64Array(count);
  // integral of up, once and twice: the answer to the sensor's error
  const once = new Float64Array(3 * count);
  const twice = new Float64Array(3 * count);
  const t0 = t_s[0] as number;
  const elapsed = new Float64Array(count);

  const [ex, ey, ez] = error;
  for (let i = 0, j = 0; i < count; i += 1, j += 3) {
    const ux = up[j] as number;
    const uy = up[j + 1] as number;
    const uz = up[j + 2] as number;
    const a = (up_mps2[i] as number) - ux * ex - uy * ey - uz * ez;
    accel[i] = a;
    elapsed[i] = (t_s[i] as number) - t0;
    if (i === 0) continue;
    const dt = (t_s[i] as number) - (t_s[i - 1] as number);
    const half = dt / 2;
    const mean = (a + (accel[i - 1] as number)) / 2;
    height[i] = (height[i - 1] as number) + dt * ((velocity[i - 1] as number) + half * mean);
    velocity[i] = (velocity[i - 1] as number) + dt * mean;
    const sx = half * (ux + (up[j - 3] as number));
    const sy = half * (uy + (up[j - 2] as number));
    const sz = half * (uz + (up[j - 1] as number));
    twice[j] = (twice[j - 3] as number) + dt * ((once[j - 3] as number) + sx / 2);
    twice[j + 1] = (twice[j - 2] as number) + dt * ((once[j - 2] as number) + sy / 2);
    twice[j + 2] = (twice[j - 1] as number) + dt * ((once[j - 1] as number) + sz / 2);
    once[j] = (once[j - 3] as number) + sx;
    once[j + 1] = (once[j - 2] as number) + sy;
    once[j + 2] = (once[j - 1] as number) + sz;
  }
  return { accel, velocity, height, once, twice, elapsed };
}

/** `stretches` equal parts of the window each have one unknown, constant acceleration of their own. */
export function createMotionBasis(
  window: HistoryWindow,
  error: readonly [number, number, number],
  stretches: number,
): MotionBasis {
  const { t_s, up, count } = window;
  const { accel, velocity, height, once, twice, elapsed } = integrate(window, error);
  const stretch_s = ((t_s[count - 1] as number) - (t_s[0] as number)) / stretches;

  /** Time spent in a stretch up to `t`, s. */
  const within = (k: number, t: number) => Math.max(0, Math.min(stretch_s, t - k * stretch_s));

  return {
    unknowns: BEFORE_STRETCHES + stretches,
    velocity,
    height,
    velocityRow(i, row) {
      const t = elapsed[i] as number;
      row[0] = 1;
      for (let k = 0; k < 3; k += 1) row[1 + k] = -(once[3 * i + k] as number);
      for (let k = 0; k < stretches; k += 1) row[BEFORE_STRETCHES + k] = within(k, t);
    },
    heightRow(i, row) {
      const t = elapsed[i] as number;
      row[0] = t;
      for (let k = 0; k < 3; k += 1) row[1 + k] = -(twice[3 * i + k] as number);
      for (let k = 0; k < stretches; k += 1) {
        const inside = within(k, t);
        row[BEFORE_STRETCHES + k] = inside * (inside / 2 + Math.max(0, t - (k + 1) * stretch_s));
      }
    },
    motion(x) {
      const out = {
        height_m: new Float64Array(count),
        velocity_mps: new Float64Array(count),
        accel_mps2: new Float64Array(count),
      };
      // the stretches' share is summed up on the way: velocity and height at the last border
      let extraV = 0;
      let extraH = 0;
      let stretch = 0;
      const bx = x[1] as number;
      const by = x[2] as number;
      const bz = x[3] as number;
      for (let i = 0; i < count; i += 1) {
        const t = elapsed[i] as number;
        while (stretch < stretches - 1 && t > (stretch + 1) * stretch_s) {
          const a = x[BEFORE_STRETCHES + stretch] as number;
          extraH += stretch_s * (extraV + (a * stretch_s) / 2);
          extraV += a * stretch_s;
          stretch += 1;
        }
        const a = x[BEFORE_STRETCHES + stretch] as number;
        const inside = t - stretch * stretch_s;
        let v = (velocity[i] as number) + (x[0] as number) + extraV + a * inside;
        let h = (height[i] as number) + (x[0] as number) * t + extraH + inside * (extraV + (a * inside) / 2);
        let up_a = (accel[i] as number) + a;
        const j = 3 * i;
        v -= bx * (once[j] as number) + by * (once[j + 1] as number) + bz * (once[j + 2] as number);
        h -= bx * (twice[j] as number) + by * (twice[j + 1] as number) + bz * (twice[j + 2] as number);
        up_a -= bx * (up[j] as number) + by * (up[j + 1] as number) + bz * (up[j + 2] as number);
        out.velocity_mps[i] = v;
        out.height_m[i] = h;
        out.accel_mps2[i] = up_a;
      }
      return out;
    },
  };
}
