import { type Recording, UNKNOWN_SENSOR } from '../../../src/recording/samples.ts';
import { randomRotation } from '../../../src/recording/synthetic/kinematics.ts';
import { createRandom, type Random } from '../../../src/recording/synthetic/random.ts';

/** A bar along x that rolls, written down as formulas: it shares nothing with the scene `twist` of the generator. */
export interface Bar {
  readonly seconds: number;
  /** Angle about the bar's axis, rad. */
  readonly angle: (t: number) => number;
  /** Where the axis is, m: along the floor and up. */
  readonly along?: (t: number) => number;
  readonly up?: (t: number) => number;
  /** From the axis to the sensor when the angle is zero, m: along the floor and up. */
  readonly lever: readonly [along: number, up: number];
  readonly rate_hz?: number;
  /** Rotation of the sensor in its clip, row by row: sensor = matrix * bar. */
  readonly mount?: ArrayLike<number>;
  readonly offset_g?: readonly number[];
  readonly gyro_range_dps?: number;
  readonly noise_g?: number;
  readonly random?: Random;
}

const G = 9.80665;
const E = 1e-3;
const DEG = 180 / Math.PI;
const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function barRecording(bar: Bar): Recording {
  const { angle, lever, along = () => 0, up = () => 0, rate_hz = 100, mount = IDENTITY } = bar;
  const { offset_g = [0, 0, 0], gyro_range_dps = 2000, noise_g = 0, random = createRandom(1) } = bar;
  const n = Math.round(bar.seconds * rate_hz);
  const place = (t: number): [number, number] => {
    const c = Math.cos(angle(t));
    const s = Math.sin(angle(t));
    return [along(t) + c * lever[0] - s * lever[1], up(t) + s * lever[0] + c * lever[1]];
  };
  const t_s = Float64Array.from({ length: n }, (_, i) => i / rate_hz);
  const accel_g = new Float64Array(3 * n);
  const gyro_dps = new Float64Array(3 * n);
  t_s.forEach((t, i) => {
    const [a, b, c] = [place(t - E), place(t), place(t + E)];
    const fy = (a[0] - 2 * b[0] + c[0]) / E ** 2 / G;
    const fz = (a[1] - 2 * b[1] + c[1]) / E ** 2 / G + 1;
    const cos = Math.cos(angle(t));
    const sin = Math.sin(angle(t));
    const felt = [0, cos * fy + sin * fz, -sin * fy + cos * fz];
    const turn = [((angle(t + E) - angle(t - E)) / (2 * E)) * DEG, 0, 0];
    for (let r = 0; r < 3; r++) {
      const row = (v: number[]): number =>
        [0, 1, 2].reduce((sum, k) => sum + (mount[3 * r + k] ?? 0) * (v[k] ?? 0), 0);
      accel_g[3 * i + r] = row(felt) + (offset_g[r] ?? 0) + random.normal(noise_g);
      gyro_dps[3 * i + r] = Math.max(-gyro_range_dps, Math.min(gyro_range_dps, row(turn)));
    }
  });
  return { sensor: UNKNOWN_SENSOR, clock: 'device', t_s, accel_g, gyro_dps };
}

/** Zero outside [from, to], one inside, with soft ends of a quarter of a second. */
export const between =
  (from: number, to: number) =>
  (t: number): number => {
    const ramp = (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : x ** 3 * (10 - 15 * x + 6 * x * x));
    return ramp((t - from) / 0.25) * ramp((to - t) / 0.25);
  };

export const rad = (deg: number): number => deg / DEG;
export const anyMount = (seed: number): Float64Array => randomRotation(createRandom(seed).fork('mount'));
