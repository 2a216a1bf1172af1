import type { Random } from './random.ts';
import { GRID_DT_S, GRID_HZ } from './timeline.ts';

/** A sum of sinusoids in a band: tremor, sway, slow drift. Its RMS is 1. */
export function bandNoise(
  random: Random,
  length: number,
  low_hz: number,
  high_hz: number,
  tones: number,
): Float64Array {
  const out = new Float64Array(length);
  const amplitude = Math.sqrt(2 / tones);
  for (let tone = 0; tone < tones; tone++) {
    const hz = low_hz * (high_hz / low_hz) ** ((tone + random.unit()) / tones);
    // rotation instead of a sine per point
    const step = 2 * Math.PI * hz * GRID_DT_S;
    const stepCos = Math.cos(step);
    const stepSin = Math.sin(step);
    const phase = 2 * Math.PI * random.unit();
    let c = amplitude * Math.cos(phase);
    let s = amplitude * Math.sin(phase);
    for (let i = 0; i < length; i++) {
      out[i] = (out[i] ?? 0) + s;
      const next = c * stepCos - s * stepSin;
      s = c * stepSin + s * stepCos;
      c = next;
    }
  }
  return out;
}

/** Three moving averages: nearly Gaussian with the given sigma, area kept, ends held. */
export function soften(values: Float64Array, sigma_s: number): Float64Array {
  // variance of one box of n points is (n^2 - 1) / 12
  const width = Math.max(1, 2 * Math.round((Math.sqrt(4 * (sigma_s * GRID_HZ) ** 2 + 1) - 1) / 2) + 1);
  let current = values;
  for (let pass = 0; pass < 3; pass++) current = movingAverage(current, width);
  return current;
}

function movingAverage(values: Float64Array, width: number): Float64Array {
  const n = values.length;
  const half = (width - 1) / 2;
  const out = new Float64Array(n);
  const at = (i: number): number => values[i < 0 ? 0 : i >= n ? n - 1 : i] ?? 0;
  let sum = 0;
  for (let i = -half; i <= half; i++) sum += at(i);
  for (let i = 0; i < n; i++) {
    out[i] = sum / width;
    sum += at(i + half + 1) - at(i - half);
  }
  return out;
}

export function integrate(rate: Float64Array, start = 0): Float64Array {
  const out = new Float64Array(rate.length);
  let sum = start;
  for (let i = 0; i < rate.length; i++) {
    sum += (rate[i] ?? 0) * GRID_DT_S;
    out[i] = sum;
  }
  return out;
}

/** Central difference on the grid. */
export function differentiate(values: Float64Array): Float64Array {
  const n = values.length;
  const out = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) out[i] = ((values[i + 1] ?? 0) - (values[i - 1] ?? 0)) / (2 * GRID_DT_S);
  return out;
}
