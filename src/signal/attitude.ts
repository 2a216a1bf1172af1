import type { Frame } from './frame.ts';
import { LOST_GAP_S } from './gaps.ts';

/**
 * Which way is up, from gyro and accelerometer, after VQF (Laidig & Seel 2023): the gyro carries
 * the acceleration into a frame that hardly turns, there a slow low-pass leaves gravity. No magnetometer, no
 * heading: only the vertical is asked for.
 */
export interface Attitude {
  /** Advance by one sample `dt_s` after the last. */
  update(dt_s: number, felt: Felt): void;
  /** Unit vector pointing up, in sensor axes; updated in place. */
  readonly up: Float64Array;
  reset(): void;
}

/** What the sensor felt, its own axes: rates in rad/s less their bias, acceleration in m/s2. */
export type Felt = Pick<Frame, 'gx' | 'gy' | 'gz' | 'ax' | 'ay' | 'az'>;

/** Time constant of the inclination, s: on real recordings 1-2 s beat 4 s, because an unknown gyro bias tilts by bias x this. */
export const INCLINATION_TAU_S = 2;

class Inclination implements Attitude {
  readonly up = new Float64Array(3);
  private readonly tau_s: number;
  private readonly corner: number;
  // fields begin as 0.5: see frame.ts
  private readonly s = {
    // rotation from the sensor into the frame that hardly turns
    qw: 0.5,
    qx: 0.5,
    qy: 0.5,
    qz: 0.5,
    // low-passed acceleration in that frame, and its rate of change
    fx: 0.5,
    fy: 0.5,
    fz: 0.5,
    dx: 0.5,
    dy: 0.5,
    dz: 0.5,
    age_s: 0.5,
    samples: 0,
  };

  constructor(tau_s: number) {
    this.tau_s = tau_s;
    this.corner = Math.SQRT2 / tau_s;
    this.reset();
  }

  reset(): void {
    const { s, up } = this;
    s.qw = 1;
    s.qx = s.qy = s.qz = 0;
    s.fx = s.fy = s.fz = s.dx = s.dy = s.dz = 0;
    up.fill(0);
    up[2] = 1;
    s.age_s = 0;
    s.samples = 0;
  }

  update(dt_s: number, felt: Felt): void {
    const { s, up } = this;
    const { ax, ay, az } = felt;
    if (dt_s > LOST_GAP_S) this.reset();
    else this.turn(dt_s, felt);
    const { qw, qx, qy, qz } = s;
    const r00 = 1 - 2 * (qy * qy + qz * qz);
    const r01 = 2 * (qx * qy - qw * qz);
    const r02 = 2 * (qx * qz + qw * qy);
    const r10 = 2 * (qx * qy + qw * qz);
    const r11 = 1 - 2 * (qx * qx + qz * qz);
    const r12 = 2 * (qy * qz - qw * qx);
    const r20 = 2 * (qx * qz - qw * qy);
    const r21 = 2 * (qy * qz + qw * qx);
    const r22 = 1 - 2 * (qx * qx + qy * qy);
    this.lowPass(
      dt_s,
      r00 * ax + r01 * ay + r02 * az,
      r10 * ax + r11 * ay + r12 * az,
      r20 * ax + r21 * ay + r22 * az,
    );
    s.age_s += dt_s;
    const norm = Math.sqrt(s.fx * s.fx + s.fy * s.fy + s.fz * s.fz);
    if (norm === 0) return;
    const x = s.fx / norm;
    const y = s.fy / norm;
    const z = s.fz / norm;
    up[0] = r00 * x + r10 * y + r20 * z;
    up[1] = r01 * x + r11 * y + r21 * z;
    up[2] = r02 * x + r12 * y + r22 * z;
  }

  private turn(dt_s: number, felt: Felt): void {
    const { s } = this;
    const { gx, gy, gz } = felt;
    const rate = Math.sqrt(gx * gx + gy * gy + gz * gz);
    if (rate === 0) return;
    const half = (rate * dt_s) / 2;
    const sine = Math.sin(half) / rate;
    const c = Math.cos(half);
    const x = gx * sine;
    const y = gy * sine;
    const z = gz * sine;
    const { qw, qx, qy, qz } = s;
    const w1 = qw * c - qx * x - qy * y - qz * z;
    const x1 = qw * x + qx * c + qy * z - qz * y;
    const y1 = qw * y - qx * z + qy * c + qz * x;
    const z1 = qw * z + qx * y - qy * x + qz * c;
    // one Newton step keeps the length at 1
    const n = (3 - (w1 * w1 + x1 * x1 + y1 * y1 + z1 * z1)) / 2;
    s.qw = w1 * n;
    s.qx = x1 * n;
    s.qy = y1 * n;
    s.qz = z1 * n;
  }

  private lowPass(dt_s: number, x: number, y: number, z: number): void {
    const { s, tau_s, corner } = this;
    if (s.age_s < tau_s) {
      // as VQF: a plain mean until the filter has its time constant behind it
      s.samples += 1;
      const share = 1 / s.samples;
      s.fx += share * (x - s.fx);
      s.fy += share * (y - s.fy);
      s.fz += share * (z - s.fz);
      return;
    }
    // second-order Butterworth, integrated step by step: steps may differ
    const pull = corner * corner * dt_s;
    const drag = 1 / (1 + Math.SQRT2 * corner * dt_s);
    s.dx = (s.dx + pull * (x - s.fx)) * drag;
    s.dy = (s.dy + pull * (y - s.fy)) * drag;
    s.dz = (s.dz + pull * (z - s.fz)) * drag;
    s.fx += s.dx * dt_s;
    s.fy += s.dy * dt_s;
    s.fz += s.dz * dt_s;
  }
}

export function createAttitude(tau_s: number = INCLINATION_TAU_S): Attitude {
  return new Inclination(tau_s);
}
