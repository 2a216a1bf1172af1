/**
 * Height and vertical velocity as a Kalman filter with the accelerometer's error as state: [h, v, bx, by, bz].
 * The error is kept in sensor axes because that is where it lives: when the bar rolls, a bias of the sensor turns
 * into a changing vertical error, which no constant could describe (signal-notes 1.11: the dominant error).
 */
export interface VerticalFilter {
  /** `up_mps2`: acceleration along up minus gravity; `up`: up in sensor axes. */
  predict(dt_s: number, up_mps2: number, up: Float64Array): void;
  /** The state itself, updated in place: HEIGHT and VELOCITY are its first two numbers. */
  readonly x: Float64Array;
  /** The bar's velocity is known to be zero, to within `sigma`. */
  velocityIsZero(sigma_mps: number): void;
  heightIs(height_m: number, sigma_m: number): void;
  /**
   * How far the filter was off, as a multiple of what it and the knowledge allow: it learns how far to trust itself.
   * Only for knowledge that was not found by means of the filter.
   */
  learnFrom(sigmas: number): void;
  /** At rest the vertical acceleration is the sensor's error, to within `sigma`. */
  errorIs(up_mps2: number, sigma_mps2: number): void;
  /** Counts heights from here on. */
  moveOrigin(by_m: number): void;
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

/**
 * Acceleration the model does not know: attitude, lever arm, lost samples (signal-notes 1.7b proposes 0.02-0.05),
 * m/s2/sqrt(Hz). Learned between these limits from how well the filter foretells rests and closures.
 */
export interface DensityLimits {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}
export const SIX_AXIS_DENSITY: DensityLimits = { first: 0.05, least: 0.012, most: 0.12 };
/** Without a gyro every sideways push is taken for some vertical one. Ours. */
export const THREE_AXIS_DENSITY: DensityLimits = { first: 0.15, least: 0.08, most: 0.25 };
/** Share of the way each lesson moves it (in the logarithm); one lesson counts at most this many sigmas. Ours. */
const LEARN_SHARE = 0.15;
const LEARN_SIGMAS = 2;
export const HEIGHT = 0;
export const VELOCITY = 1;

/** How fast the sensor's error may wander: temperature and what the model leaves out, m/s2/sqrt(s). */
const ERROR_WALK = 0.01;
/** Error of a sensor nobody calibrated (40 mg, issue 3) and of a calibrated one (4 mg and 0.2 %), m/s2. */
export const UNCALIBRATED_ERROR_MPS2 = 0.4;
export const CALIBRATED_ERROR_MPS2 = 0.06;
/** What is known of a bar nobody has watched: it moves like a bar, m/s and m. */
const UNKNOWN_VELOCITY_MPS = 0.3;
const UNKNOWN_HEIGHT_M = 0.3;

export function createVerticalFilter(error_mps2: number, noise: DensityLimits): VerticalFilter {
  const N = 5;
  const x = new Float64Array(N);
  const P = new Float64Array(N * N);
  const column = new Float64Array(N);
  const s = { ux: 0.5, uy: 0.5, uz: 0.5, lastUp_mps2: 0.5, density: noise.first, primed: false };

  function forgetMotion(): void {
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
  for (let i = 2; i < N; i += 1) P[N * i + i] = error_mps2 ** 2;
  forgetMotion();

  /** One scalar measurement whose product P*H stands in `column`. */
  function absorb(innovation: number, variance: number): void {
    for (let i = 0; i < N; i += 1) {
      const gain = (column[i] as number) / variance;
      x[i] = (x[i] as number) + gain * innovation;
      for (let j = 0; j < N; j += 1) P[N * i + j] = (P[N * i + j] as number) - gain * (column[j] as number);
    }
  }

  function errorAlongUp(): number {
    return s.ux * (x[2] as number) + s.uy * (x[3] as number) + s.uz * (x[4] as number);
  }

  /** Of the error along up; leaves P times its direction in `column`. */
  function errorVariance(): number {
    for (let i = 0; i < N; i += 1) {
      const k = N * i;
      column[i] = s.ux * (P[k + 2] as number) + s.uy * (P[k + 3] as number) + s.uz * (P[k + 4] as number);
    }
    return s.ux * (column[2] as number) + s.uy * (column[3] as number) + s.uz * (column[4] as number);
  }

  return {
    x,
    predict(dt, up, axis) {
      const ux = axis[0] as number;
      const uy = axis[1] as number;
      const uz = axis[2] as number;
      const mean = s.primed ? (up + s.lastUp_mps2) / 2 : up;
      s.primed = true;
      s.lastUp_mps2 = up;
      s.ux = ux;
      s.uy = uy;
      s.uz = uz;
      const a = mean - errorAlongUp();
      x[0] = (x[0] as number) + dt * ((x[1] as number) + 0.5 * dt * a);
      x[1] = (x[1] as number) + dt * a;
      // h += v dt
      P[0] = (P[0] as number) + 2 * dt * (P[1] as number) + dt * dt * (P[6] as number);
      for (let i = 1; i < N; i += 1) P[i] = (P[i] as number) + dt * (P[N + i] as number);
      // v -= dt u.b
      let spread = 0;
      for (let i = 2; i < N; i += 1) {
        const c =
          ux * (P[N * i + 2] as number) + uy * (P[N * i + 3] as number) + uz * (P[N * i + 4] as number);
        column[i] = c;
        spread += c * (i === 2 ? ux : i === 3 ? uy : uz);
      }
      const vb = ux * (P[7] as number) + uy * (P[8] as number) + uz * (P[9] as number);
      P[1] = (P[1] as number) - dt * (ux * (P[2] as number) + uy * (P[3] as number) + uz * (P[4] as number));
      P[6] = (P[6] as number) - 2 * dt * vb + dt * dt * spread + s.density ** 2 * dt;
      for (let i = 2; i < N; i += 1) P[N + i] = (P[N + i] as number) - dt * (column[i] as number);
      for (let i = 2; i < N; i += 1) P[N * i + i] = (P[N * i + i] as number) + ERROR_WALK ** 2 * dt;
      // the lower half mirrors the upper
      P[5] = P[1] as number;
      for (let i = 2; i < N; i += 1) {
        P[N * i] = P[i] as number;
        P[N * i + 1] = P[N + i] as number;
      }
    },
    velocityIsZero(sigma) {
      for (let i = 0; i < N; i += 1) column[i] = P[N * i + 1] as number;
      absorb(-(x[1] as number), (column[1] as number) + sigma * sigma);
    },
    heightIs(height_m, sigma) {
      for (let i = 0; i < N; i += 1) column[i] = P[N * i] as number;
      absorb(height_m - (x[0] as number), (column[0] as number) + sigma * sigma);
    },
    learnFrom(sigmas) {
      const ratio = Math.min(LEARN_SIGMAS, Math.abs(sigmas)) ** 2;
      const density = s.density * Math.exp(LEARN_SHARE * (ratio - 1));
      s.density = Math.min(noise.most, Math.max(noise.least, density));
    },
    errorIs(up, sigma) {
      const variance = errorVariance();
      absorb(up - errorAlongUp(), variance + sigma * sigma);
    },
    moveOrigin(by_m) {
      x[0] = (x[0] as number) - by_m;
    },
    doubtVelocity(dv) {
      P[6] = (P[6] as number) + dv * dv;
    },
    trustHeight() {
      for (let i = 0; i < N; i += 1) P[i] = P[N * i] = 0;
    },
    forgetMotion,
    get height_m() {
      return x[0] as number;
    },
    get velocity_mps() {
      return x[1] as number;
    },
    get density() {
      return s.density;
    },
    get heightSigma_m() {
      return Math.sqrt(Math.max(0, P[0] as number));
    },
    get velocitySigma_mps() {
      return Math.sqrt(Math.max(0, P[6] as number));
    },
    get error_mps2() {
      return errorAlongUp();
    },
    get errorSigma_mps2() {
      return Math.sqrt(Math.max(0, errorVariance()));
    },
    get error() {
      return [x[2] as number, x[3] as number, x[4] as number] as const;
    },
  };
}
