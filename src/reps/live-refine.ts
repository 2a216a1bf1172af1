import { createLeastSquares } from '../signal/least-squares.ts';
import type { MotionTerm } from '../signal/set/smoother.ts';
import type { HistoryWindow } from './live-history.ts';
import type { MotionTrace } from './trace.ts';

/** What is known about one rep's motion besides the samples. Times s. */
export interface RepAnchors {
  /** The bar's velocity at a moment, m/s. */
  readonly velocities: readonly { readonly t_s: number; readonly mps: number; readonly sigma_mps: number }[];
  /** Two moments at the same height. */
  readonly level: { readonly a_s: number; readonly b_s: number; readonly sigma_m: number } | null;
  /** The sensor's error in its own axes as believed, m/s2. */
  readonly error_mps2: readonly [number, number, number];
}

export interface RefinedMotion {
  readonly trace: MotionTrace;
  /** 1-sigma of a sum of heights and velocities. */
  sigma(terms: readonly MotionTerm[]): number;
}

/** How far the belief about the sensor's error is trusted within one rep, m/s2, and its drift, m/s3. */
const ERROR_SIGMA_MPS2 = 0.1;
const ERROR_DRIFT_MPS3 = 0.05;
const START_SIGMA_MPS = 0.15;
/** Acceleration the model does not know (signal-notes 1.7b), m/s2/sqrt(Hz). */
const ACCEL_DENSITY = 0.03;
const UNKNOWNS = 5;

/**
 * Motion of one closed rep: the samples integrated once more with the start velocity, the sensor's error (in sensor
 * axes) and a slow drift chosen so that the anchors are met as well as they deserve (signal-notes 1.7a).
 */
export function refineRep(window: HistoryWindow, anchors: RepAnchors): RefinedMotion | null {
  const n = window.count;
  if (n < 4) return null;
  const t_s = window.t_s.slice();
  const basis = integrateBasis(window, anchors.error_mps2);
  const fit = createLeastSquares(UNKNOWNS);
  const unit = (k: number) => Float64Array.from({ length: UNKNOWNS }, (_, i) => (i === k ? 1 : 0));
  fit.observe(unit(0), window.velocity_mps[0] as number, START_SIGMA_MPS);
  for (let k = 1; k <= 3; k += 1) fit.observe(unit(k), 0, ERROR_SIGMA_MPS2);
  fit.observe(unit(4), 0, ERROR_DRIFT_MPS3);
  const sampleAt = (t: number) => {
    let i = 0;
    while (i < n - 1 && (t_s[i] as number) < t) i += 1;
    return i;
  };
  const span = (seconds: number) => ACCEL_DENSITY * Math.sqrt(seconds);
  for (const anchor of anchors.velocities) {
    const i = sampleAt(anchor.t_s);
    const noise = span((t_s[i] as number) - (t_s[0] as number));
    const sigma = Math.hypot(anchor.sigma_mps, noise / 2);
    fit.observe(basis.velocityRow(i), anchor.mps - (basis.velocity[i] as number), sigma);
  }
  if (anchors.level !== null) {
    const a = sampleAt(anchors.level.a_s);
    const b = sampleAt(anchors.level.b_s);
    const rowA = basis.heightRow(a);
    const row = basis.heightRow(b).map((x, k) => x - (rowA[k] as number));
    fit.observe(row, (basis.height[a] as number) - (basis.height[b] as number), anchors.level.sigma_m);
  }
  const x = fit.solve();
  if (x === null) return null;

  const height_m = new Float64Array(n);
  const velocity_mps = new Float64Array(n);
  const accel_mps2 = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const rowV = basis.velocityRow(i);
    const rowH = basis.heightRow(i);
    let v = basis.velocity[i] as number;
    let h = basis.height[i] as number;
    for (let k = 0; k < UNKNOWNS; k += 1) {
      v += (rowV[k] as number) * (x[k] as number);
      h += (rowH[k] as number) * (x[k] as number);
    }
    velocity_mps[i] = v;
    height_m[i] = h;
    accel_mps2[i] = basis.accel(i, x);
  }
  return {
    trace: { t_s, height_m, velocity_mps, accel_mps2 },
    sigma(terms) {
      const row = new Float64Array(UNKNOWNS);
      let first_s = Number.POSITIVE_INFINITY;
      let last_s = Number.NEGATIVE_INFINITY;
      for (const term of terms) {
        const rowH = basis.heightRow(term.sample);
        const rowV = basis.velocityRow(term.sample);
        for (let k = 0; k < UNKNOWNS; k += 1) {
          row[k] =
            (row[k] as number) + term.height * (rowH[k] as number) + term.velocity * (rowV[k] as number);
        }
        first_s = Math.min(first_s, t_s[term.sample] as number);
        last_s = Math.max(last_s, t_s[term.sample] as number);
      }
      const weight = terms.reduce((most, term) => Math.max(most, Math.abs(term.height)), 0);
      // white noise left between two held ends (signal-notes 1.11: N T sqrt(T / 24) in height)
      const noise = weight * ACCEL_DENSITY * (last_s - first_s) * Math.sqrt((last_s - first_s) / 24);
      return Math.hypot(fit.sigmaOf(row), noise);
    },
  };
}

/** The samples integrated once, and how velocity and height answer to each unknown. */
function integrateBasis(window: HistoryWindow, error: readonly [number, number, number]) {
  const { t_s, up_mps2, up, count } = window;
  const velocity = new Float64Array(count);
  const height = new Float64Array(count);
  const rowsV = new Float64Array(UNKNOWNS * count);
  const rowsH = new Float64Array(UNKNOWNS * count);
  const t0 = t_s[0] as number;
  const middle = ((t_s[count - 1] as number) - t0) / 2;
  const base = (i: number) =>
    (up_mps2[i] as number) -
    (up[3 * i] as number) * error[0] -
    (up[3 * i + 1] as number) * error[1] -
    (up[3 * i + 2] as number) * error[2];
  rowsV[0] = 1;
  for (let i = 1; i < count; i += 1) {
    const dt = (t_s[i] as number) - (t_s[i - 1] as number);
    const mean = (base(i) + base(i - 1)) / 2;
    height[i] = (height[i - 1] as number) + dt * ((velocity[i - 1] as number) + (dt * mean) / 2);
    velocity[i] = (velocity[i - 1] as number) + dt * mean;
    const now = UNKNOWNS * i;
    const before = now - UNKNOWNS;
    for (let k = 0; k < UNKNOWNS; k += 1) {
      let slope = 0;
      if (k >= 1 && k <= 3) slope = -((up[3 * i + k - 1] as number) + (up[3 * i + k - 4] as number)) / 2;
      else if (k === 4) slope = -(((t_s[i] as number) + (t_s[i - 1] as number)) / 2 - t0 - middle);
      rowsH[now + k] =
        (rowsH[before + k] as number) + dt * ((rowsV[before + k] as number) + (dt * slope) / 2);
      rowsV[now + k] = (rowsV[before + k] as number) + dt * slope;
    }
  }
  return {
    velocity,
    height,
    velocityRow: (i: number) => rowsV.subarray(UNKNOWNS * i, UNKNOWNS * (i + 1)),
    heightRow: (i: number) => rowsH.subarray(UNKNOWNS * i, UNKNOWNS * (i + 1)),
    accel: (i: number, x: Float64Array) =>
      base(i) -
      (up[3 * i] as number) * (x[1] as number) -
      (up[3 * i + 1] as number) * (x[2] as number) -
      (up[3 * i + 2] as number) * (x[3] as number) -
      ((t_s[i] as number) - t0 - middle) * (x[4] as number),
  };
}
