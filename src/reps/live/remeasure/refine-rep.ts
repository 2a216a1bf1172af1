import { createLeastSquares } from '../../../signal/least-squares.ts';
import type { MotionTerm } from '../../../signal/set/anchors.ts';
import type { MotionTrace } from '../../definition/trace.ts';
import type { HistoryWindow } from '../motion/motion-history.ts';
import { createMotionBasis } from './motion-basis.ts';
import type { RepAnchors } from './rep-anchors.ts';

export interface RefinedMotion {
  readonly trace: MotionTrace;
  /** 1-sigma of a sum of heights and velocities. */
  sigma(terms: readonly MotionTerm[]): number;
}

/** Within one rep the sensor's error is what it is believed to be, m/s2, 1 sigma (chosen here: the bar rolls as it rises). */
const ERROR_SIGMA_MPS2 = 0.1;
/** The velocity at the window's start is what the filter said, m/s, 1 sigma (chosen here). */
const START_SIGMA_MPS = 0.15;
/** The acceleration that nothing explains is taken as constant over stretches this long, s (chosen here: shorter costs more and changes nothing). */
const STRETCH_S = 0.4;
/** A long rep has no more stretches than this, so that its equations stay quick to solve. */
const MOST_STRETCHES = 40;

/**
 * Motion of one closed rep: the samples integrated once more with the start velocity, the sensor's error (in sensor
 * axes) and the unknown rest of the acceleration chosen so that the anchors are met as well as they deserve: what
 * the end-of-set result does for the whole set (src/signal/set), in one small system of equations.
 */
export function refineRep(window: HistoryWindow, anchors: RepAnchors): RefinedMotion | null {
  const n = window.count;
  if (n < 4) return null;
  const t_s = window.t_s.slice();
  const first_s = t_s[0] as number;
  const length_s = (t_s[n - 1] as number) - first_s;
  const stretches = Math.max(1, Math.min(MOST_STRETCHES, Math.ceil(length_s / STRETCH_S)));
  const stretch_s = length_s / stretches;
  const basis = createMotionBasis(window, anchors.error_mps2, stretches);
  const { unknowns } = basis;

  const fit = createLeastSquares(unknowns);
  const row = new Float64Array(unknowns);
  const prior = (k: number, value: number, sigma: number) => {
    row.fill(0);
    row[k] = 1;
    fit.observe(row, value, sigma);
  };
  prior(0, window.velocity_mps[0] as number, START_SIGMA_MPS);
  for (let k = 1; k <= 3; k += 1) prior(k, 0, ERROR_SIGMA_MPS2);
  for (let k = 4; k < unknowns; k += 1) prior(k, 0, anchors.density / Math.sqrt(stretch_s));

  const sampleAt = (t: number) => {
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((t_s[middle] as number) < t) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (const anchor of anchors.velocities) {
    const i = sampleAt(anchor.t_s);
    basis.velocityRow(i, row);
    fit.observe(row, anchor.mps - (basis.velocity[i] as number), anchor.sigma_mps);
  }
  const rowA = new Float64Array(unknowns);
  for (const level of anchors.levels) {
    const a = sampleAt(level.a_s);
    const b = sampleAt(level.b_s);
    basis.heightRow(a, rowA);
    basis.heightRow(b, row);
    for (let k = 0; k < unknowns; k += 1) row[k] = (row[k] as number) - (rowA[k] as number);
    fit.observe(row, (basis.height[a] as number) - (basis.height[b] as number), level.sigma_m);
  }
  const x = fit.solve();
  if (x === null) return null;
  return {
    trace: { t_s, ...basis.motion(x) },
    sigma(terms) {
      const sum = new Float64Array(unknowns);
      for (const term of terms) {
        basis.heightRow(term.sample, row);
        for (let k = 0; k < unknowns; k += 1) sum[k] = (sum[k] as number) + term.height * (row[k] as number);
        basis.velocityRow(term.sample, row);
        for (let k = 0; k < unknowns; k += 1)
          sum[k] = (sum[k] as number) + term.velocity * (row[k] as number);
      }
      return fit.sigmaOf(sum);
    },
  };
}
