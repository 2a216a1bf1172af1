import type { SetSamples } from './set-samples.ts';

// A knot is a moment at which the smoother has unknowns (height, velocity, tilt); between two knots the samples are added up.

/** Spacing of the knots, s: short against the change of tilt and bias, long against a sample. */
export const KNOT_S = 0.15;

/** Sample indices of the knots: first and last sample, and between them one about every 0.15 s and one before each gap. */
export function placeKnots(samples: SetSamples): Int32Array {
  const { t_s, count } = samples;
  const knots: number[] = [0];
  let last = t_s[0] as number;
  for (let i = 1; i < count - 1; i++) {
    const t = t_s[i] as number;
    const next = t_s[i + 1] as number;
    // what was seen before a gap is not spread over it
    const gap = next - t > KNOT_S && t > last;
    if (gap || (next - last > KNOT_S && t - last > KNOT_S / 2)) {
      knots.push(i);
      last = t;
    }
  }
  if (count > 1) knots.push(count - 1);
  return Int32Array.from(knots);
}

/** The knot whose interval a sample lies in; the last interval's for the last sample. */
export function knotAt(knots: Int32Array, sample: number): number {
  let low = 0;
  let high = knots.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((knots[middle] as number) <= sample) low = middle;
    else high = middle - 1;
  }
  return low;
}
