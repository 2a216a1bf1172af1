/**
 * The orientation filter that the core is measured beside: 6-axis VQF as its paper describes it (Laidig and
 * Seel, Information Fusion 91, 2023), written straightforwardly from the description: strapdown by the gyro,
 * second-order low-pass of the acceleration in the almost inertial frame, inclination correction by the
 * shortest rotation, rest detection and gyro bias from rest (Kalman, per axis). Left out: bias estimation
 * in motion and everything magnetic. It gives orientation only: no velocity, no reps.
 */
export interface OrientationFilter {
  /** Rates in rad/s, acceleration in m/s2. */
  update(gx: number, gy: number, gz: number, ax: number, ay: number, az: number): void;
  /** Sensor to world, w x y z. */
  readonly quaternion: Float64Array;
}

const TAU_ACC_S = 3;
const REST_MIN_S = 1.5;
const REST_FILTER_TAU_S = 0.5;
const REST_GYRO_RADS = (2 * Math.PI) / 180;
const REST_ACC_MPS2 = 0.5;
const BIAS_CLIP_RADS = (2 * Math.PI) / 180;
const BIAS_SIGMA_INIT_RADS = (0.5 * Math.PI) / 180;
const BIAS_SIGMA_REST_RADS = (0.03 * Math.PI) / 180;
const BIAS_FORGETTING_S = 100;

/** Butterworth low-pass of a 3-vector, second order, direct form II transposed. */
function createLowPass(tau_s: number, dt_s: number) {
  const c = Math.tan((Math.SQRT2 / (2 * tau_s)) * dt_s);
  const d = c * c + Math.SQRT2 * c + 1;
  const b0 = (c * c) / d;
  const a1 = (2 * (c * c - 1)) / d;
  const a2 = (1 - Math.SQRT2 * c + c * c) / d;
  const state = new Float64Array(6);
  const out = new Float64Array(3);
  let begun = false;
  return {
    out,
    update(x: number, y: number, z: number): void {
      const input = [x, y, z];
      for (let k = 0; k < 3; k++) {
        const value = input[k] as number;
        if (!begun) {
          state[2 * k] = value * (1 - b0);
          state[2 * k + 1] = value * (b0 - a2);
        }
        const y0 = b0 * value + (state[2 * k] as number);
        state[2 * k] = 2 * b0 * value - a1 * y0 + (state[2 * k + 1] as number);
        state[2 * k + 1] = b0 * value - a2 * y0;
        out[k] = y0;
      }
      begun = true;
    },
  };
}

export function createVqfReference(dt_s: number): OrientationFilter {
  const gyr = Float64Array.of(1, 0, 0, 0);
  const acc = Float64Array.of(1, 0, 0, 0);
  const quaternion = Float64Array.of(1, 0, 0, 0);
  const gravity = createLowPass(TAU_ACC_S, dt_s);
  const restGyr = createLowPass(REST_FILTER_TAU_S, dt_s);
  const restAcc = createLowPass(REST_FILTER_TAU_S, dt_s);
  const bias = new Float64Array(3);
  const variance = new Float64Array(3).fill(BIAS_SIGMA_INIT_RADS ** 2);
  const forget = (BIAS_SIGMA_INIT_RADS ** 2 * dt_s) / BIAS_FORGETTING_S;
  const restNoise = BIAS_SIGMA_REST_RADS ** 4 / forget + BIAS_SIGMA_REST_RADS ** 2;
  let rest_s = 0;

  function rotate(q: Float64Array, x: number, y: number, z: number): [number, number, number] {
    const [w, a, b, c] = q as unknown as [number, number, number, number];
    const tx = 2 * (b * z - c * y);
    const ty = 2 * (c * x - a * z);
    const tz = 2 * (a * y - b * x);
    return [x + w * tx + b * tz - c * ty, y + w * ty + c * tx - a * tz, z + w * tz + a * ty - b * tx];
  }

  function multiply(p: Float64Array, q: readonly number[] | Float64Array, into: Float64Array): void {
    const [pw, px, py, pz] = p as unknown as [number, number, number, number];
    const [qw, qx, qy, qz] = q as unknown as [number, number, number, number];
    into[0] = pw * qw - px * qx - py * qy - pz * qz;
    into[1] = pw * qx + px * qw + py * qz - pz * qy;
    into[2] = pw * qy - px * qz + py * qw + pz * qx;
    into[3] = pw * qz + px * qy - py * qx + pz * qw;
    const norm = 1 / Math.hypot(into[0], into[1], into[2], into[3]);
    for (let k = 0; k < 4; k++) into[k] = (into[k] as number) * norm;
  }

  function watchRest(g: readonly number[], a: readonly number[]): void {
    restGyr.update(g[0] as number, g[1] as number, g[2] as number);
    restAcc.update(a[0] as number, a[1] as number, a[2] as number);
    let gyroOff = 0;
    let accOff = 0;
    for (let k = 0; k < 3; k++) {
      gyroOff += ((g[k] as number) - (restGyr.out[k] as number)) ** 2;
      accOff += ((a[k] as number) - (restAcc.out[k] as number)) ** 2;
      if (Math.abs(restGyr.out[k] as number) > BIAS_CLIP_RADS) gyroOff = Number.POSITIVE_INFINITY;
    }
    rest_s = gyroOff > REST_GYRO_RADS ** 2 || accOff > REST_ACC_MPS2 ** 2 ? 0 : rest_s + dt_s;
    for (let k = 0; k < 3; k++) {
      variance[k] = Math.min(BIAS_SIGMA_INIT_RADS ** 2, (variance[k] as number) + forget);
      if (rest_s < REST_MIN_S) continue;
      const gain = (variance[k] as number) / ((variance[k] as number) + restNoise);
      bias[k] = (bias[k] as number) + gain * ((restGyr.out[k] as number) - (bias[k] as number));
      variance[k] = (1 - gain) * (variance[k] as number);
    }
  }

  return {
    quaternion,
    update(gx, gy, gz, ax, ay, az) {
      watchRest([gx, gy, gz], [ax, ay, az]);
      const wx = gx - (bias[0] as number);
      const wy = gy - (bias[1] as number);
      const wz = gz - (bias[2] as number);
      const rate = Math.hypot(wx, wy, wz);
      if (rate > 0) {
        const half = (rate * dt_s) / 2;
        const s = Math.sin(half) / rate;
        multiply(gyr, [Math.cos(half), wx * s, wy * s, wz * s], gyr);
      }
      gravity.update(...rotate(gyr, ax, ay, az));
      const [ex, ey, ez] = rotate(
        acc,
        gravity.out[0] as number,
        gravity.out[1] as number,
        gravity.out[2] as number,
      );
      const norm = Math.hypot(ex, ey, ez);
      if (norm > 0) {
        const qw = Math.sqrt((ez / norm + 1) / 2);
        const correction =
          qw > 1e-6 ? [qw, (0.5 * ey) / norm / qw, (-0.5 * ex) / norm / qw, 0] : [0, 1, 0, 0];
        multiply(Float64Array.from(correction), acc, acc);
      }
      multiply(acc, gyr, quaternion);
    },
  };
}
