import { type DensityLimits, learnedDensity } from './density.ts';

/**
 * Height and vertical velocity as a Kalman filter with the accelerometer's error as state: [h, v, bx, by, bz].
 * The error is kept in sensor axes because that is where it lives: when the bar rolls, a bias of the sensor turns
 * into a changing vertical error, which no constant could describe and which is the largest of all.
 */
export interface VerticalFilter {
  /** `up_mps2`: acceleration along up minus gravity; `up`: up in sensor axes. */
  predict(dt_s: number, up_mps2: number, up: Float64Array): void;
  /** The state itself, updated in place: HEIGHT and VELOCITY are its first two numbers. */
  readonly x: Float64Array;
  /** Corrects the state: the bar's velocity is known to be zero, to within `sigma`. */
  correctVelocityToZero(sigma_mps: number): void;
  /** Corrects the state: the bar is known to be at this height. */
  correctHeightTo(height_m: number, sigma_m: number): void;
  /**
   * How far the filter was off, as a multiple of what it and the knowledge allow: it learns how far to trust itself.
   * Only for knowledge that was not found by means of the filter.
   */
  learnFrom(sigmas: number): void;
  /** Corrects the state: at rest the vertical acceleration is the sensor's error, to within `sigma`. */
  correctErrorTo(up_mps2: number, sigma_mps2: number): void;
  /** Something unseen may have changed the velocity by `dv`, m/s. */
  doubtVelocity(dv_mps: number): void;
  /** The height here and now is taken as known: later heights are relative to it. */
  trustHeight(): void;
  /** Time passed unseen: where the bar is and how fast is no longer known. */
  forgetMotion(): void;
  readonly height_m: number;
  readonly velocity_mps: number;
  /** Acceleration the model does not know, as learned, m/s2/sqrt(Hz). */
  readonly density: number;
  readonly heightSigma_m: number;
  readonly velocitySigma_mps: number;
  /** The sensor's error along up, as believed now, m/s2. */
  readonly error_mps2: number;
  readonly errorSigma_mps2: number;
  /** The same in sensor axes. */
  readonly error: readonly [number, number, number];
}

/** Place of the height in the state. */
export const HEIGHT = 0;
/** Place of the velocity in the state. */
export const VELOCITY = 1;

/** How fast the sensor's error may wander, m/s2/sqrt(s): temperature, and what the model leaves out. */
const ERROR_WALK = 0.01;
/** Error expected of a sensor that nobody calibrated, 1-sigma, m/s2: consumer accelerometers come with up to 40 mg. */
export const UNCALIBRATED_ERROR_MPS2 = 0.4;
/** Error expected of a calibrated sensor, 1-sigma, m/s2: 4 mg and 0.2 % of gravity. */
export const CALIBRATED_ERROR_MPS2 = 0.06;
/** Velocity expected of a bar that nobody has watched, 1-sigma, m/s: a slow rep's. */
const UNKNOWN_VELOCITY_MPS = 0.3;
/** Height expected of a bar that nobody has watched, 1-sigma, m: within a rep's range. */
const UNKNOWN_HEIGHT_M = 0.3;

/** Numbers of the state: height, velocity and the error on three axes. */
const N = 5;

/** A class whose fields begin as 0.5: see frame.ts. */
class ErrorStateFilter implements VerticalFilter {
  readonly x = new Float64Array(N);
  /** Covariance, row by row, both halves. */
  private readonly P = new Float64Array(N * N);
  private readonly column = new Float64Array(N);
  private readonly noise: DensityLimits;
  private readonly s = { ux: 0.5, uy: 0.5, uz: 0.5, lastUp_mps2: 0.5, density: 0.5, primed: false };

  constructor(error_mps2: number, noise: DensityLimits) {
    this.noise = noise;
    this.s.density = noise.first;
    for (let i = 2; i < N; i += 1) this.P[N * i + i] = error_mps2 ** 2;
    this.forgetMotion();
  }

  predict(dt: number, up: number, axis: Float64Array): void {
    const { s, x, P } = this;
    const ux = axis[0] as number;
    const uy = axis[1] as number;
    const uz = axis[2] as number;
    const mean = s.primed ? (up + s.lastUp_mps2) / 2 : up;
    s.primed = true;
    s.lastUp_mps2 = up;
    s.ux = ux;
    s.uy = uy;
    s.uz = uz;
    const a = mean - (ux * (x[2] as number) + uy * (x[3] as number) + uz * (x[4] as number));
    const v = x[1] as number;
    x[0] = (x[0] as number) + dt * (v + 0.5 * dt * a);
    x[1] = v + dt * a;
    // h += v dt
    const vv = P[6] as number;
    const vx = P[7] as number;
    const vy = P[8] as number;
    const vz = P[9] as number;
    const hv = (P[1] as number) + dt * vv;
    const hx = (P[2] as number) + dt * vx;
    const hy = (P[3] as number) + dt * vy;
    const hz = (P[4] as number) + dt * vz;
    P[0] = (P[0] as number) + 2 * dt * (P[1] as number) + dt * dt * vv;
    // v -= dt u.b
    const cx = ux * (P[12] as number) + uy * (P[13] as number) + uz * (P[14] as number);
    const cy = ux * (P[17] as number) + uy * (P[18] as number) + uz * (P[19] as number);
    const cz = ux * (P[22] as number) + uy * (P[23] as number) + uz * (P[24] as number);
    const spread = ux * cx + uy * cy + uz * cz;
    const vb = ux * vx + uy * vy + uz * vz;
    P[6] = vv - 2 * dt * vb + dt * dt * spread + s.density * s.density * dt;
    P[1] = P[5] = hv - dt * (ux * hx + uy * hy + uz * hz);
    P[2] = P[10] = hx;
    P[3] = P[15] = hy;
    P[4] = P[20] = hz;
    P[7] = P[11] = vx - dt * cx;
    P[8] = P[16] = vy - dt * cy;
    P[9] = P[21] = vz - dt * cz;
    const walk = ERROR_WALK * ERROR_WALK * dt;
    P[12] = (P[12] as number) + walk;
    P[18] = (P[18] as number) + walk;
    P[24] = (P[24] as number) + walk;
  }

  correctVelocityToZero(sigma: number): void {
    const { x, P, column } = this;
    for (let i = 0; i < N; i += 1) column[i] = P[N * i + 1] as number;
    this.absorb(-(x[1] as number), (column[1] as number) + sigma * sigma);
  }

  correctHeightTo(height_m: number, sigma: number): void {
    const { x, P, column } = this;
    for (let i = 0; i < N; i += 1) column[i] = P[N * i] as number;
    this.absorb(height_m - (x[0] as number), (column[0] as number) + sigma * sigma);
  }

  learnFrom(sigmas: number): void {
    this.s.density = learnedDensity(this.s.density, sigmas, this.noise);
  }

  correctErrorTo(up: number, sigma: number): void {
    const variance = this.projectError();
    this.absorb(up - this.error_mps2, variance + sigma * sigma);
  }

  doubtVelocity(dv: number): void {
    this.P[6] = (this.P[6] as number) + dv * dv;
  }

  trustHeight(): void {
    for (let i = 0; i < N; i += 1) this.P[i] = this.P[N * i] = 0;
  }

  forgetMotion(): void {
    const { s, x, P } = this;
    for (let i = 0; i < N; i += 1) {
      P[i] = P[N * i] = 0;
      P[N + i] = P[N * i + 1] = 0;
    }
    x[0] = 0;
    x[1] = 0;
    P[0] = UNKNOWN_HEIGHT_M ** 2;
    P[N + 1] = UNKNOWN_VELOCITY_MPS ** 2;
    s.primed = false;
  }

  /** One scalar measurement whose product P*H stands in `column`. */
  private absorb(innovation: number, variance: number): void {
    const { x, P, column } = this;
    for (let i = 0; i < N; i += 1) {
      const gain = (column[i] as number) / variance;
      x[i] = (x[i] as number) + gain * innovation;
      for (let j = 0; j < N; j += 1) P[N * i + j] = (P[N * i + j] as number) - gain * (column[j] as number);
    }
  }

  /** Variance of the error along up; P times its direction stands in `column` afterwards, for `absorb`. */
  private projectError(): number {
    const { s, P, column } = this;
    for (let i = 0; i < N; i += 1) {
      const k = N * i;
      column[i] = s.ux * (P[k + 2] as number) + s.uy * (P[k + 3] as number) + s.uz * (P[k + 4] as number);
    }
    return s.ux * (column[2] as number) + s.uy * (column[3] as number) + s.uz * (column[4] as number);
  }

  get height_m(): number {
    return this.x[0] as number;
  }

  get velocity_mps(): number {
    return this.x[1] as number;
  }

  get density(): number {
    return this.s.density;
  }

  get heightSigma_m(): number {
    return Math.sqrt(Math.max(0, this.P[0] as number));
  }

  get velocitySigma_mps(): number {
    return Math.sqrt(Math.max(0, this.P[6] as number));
  }

  get error_mps2(): number {
    const { s, x } = this;
    return s.ux * (x[2] as number) + s.uy * (x[3] as number) + s.uz * (x[4] as number);
  }

  get errorSigma_mps2(): number {
    return Math.sqrt(Math.max(0, this.projectError()));
  }

  get error(): readonly [number, number, number] {
    return [this.x[2] as number, this.x[3] as number, this.x[4] as number];
  }
}

export function createVerticalFilter(error_mps2: number, noise: DensityLimits): VerticalFilter {
  return new ErrorStateFilter(error_mps2, noise);
}
