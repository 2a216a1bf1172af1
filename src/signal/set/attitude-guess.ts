import { fromUp, toMatrix, turnInBody, turnInWorld } from './rotation.ts';
import type { SetSamples } from './set-samples.ts';

/** Acceleration averaged for the very first attitude, s. */
const FIRST_S = 0.5;
/** Time constant with which the attitude leans towards the measured up, s (signal-notes.md 1.3: 1-2 s). */
const LEAN_S = 2;

/**
 * First guess of the attitude at each knot, or without knots at each sample (quaternions, sensor to world): gyro
 * integration that leans towards the measured up. Degrees off is good enough: the smoother estimates the rest.
 */
export function guessAttitude(
  samples: SetSamples,
  knots: Int32Array | null,
  bias: readonly [number, number, number],
): Float64Array {
  const { t_s, accel_mps2: a, rate_rads: rate, count } = samples;
  const out = new Float64Array(4 * (knots?.length ?? count));
  if (rate === null) return out;
  let end = 0;
  const mean = [0, 0, 0];
  while (end < count && (t_s[end] as number) - (t_s[0] as number) <= FIRST_S) {
    for (let axis = 0; axis < 3; axis++) mean[axis] = (mean[axis] as number) + (a[3 * end + axis] as number);
    end++;
  }
  const q = new Float64Array(4);
  const matrix = new Float64Array(9);
  fromUp(mean[0] as number, mean[1] as number, mean[2] as number, q, 0);
  let knot = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      const dt = (t_s[i] as number) - (t_s[i - 1] as number);
      const half = dt / 2;
      turnInBody(
        q,
        0,
        half * ((rate[3 * i] as number) + (rate[3 * i - 3] as number) - 2 * bias[0]),
        half * ((rate[3 * i + 1] as number) + (rate[3 * i - 2] as number) - 2 * bias[1]),
        half * ((rate[3 * i + 2] as number) + (rate[3 * i - 1] as number) - 2 * bias[2]),
        q,
        0,
      );
      toMatrix(q, 0, matrix, 0);
      const ax = a[3 * i] as number;
      const ay = a[3 * i + 1] as number;
      const az = a[3 * i + 2] as number;
      const norm = Math.sqrt(ax * ax + ay * ay + az * az) || 1;
      const gain = Math.min(1, dt / LEAN_S) / norm;
      const ux = (matrix[0] as number) * ax + (matrix[1] as number) * ay + (matrix[2] as number) * az;
      const uy = (matrix[3] as number) * ax + (matrix[4] as number) * ay + (matrix[5] as number) * az;
      turnInWorld(q, 0, gain * uy, -gain * ux, 0, q, 0);
    }
    if (knots === null || knots[knot] === i) {
      for (let c = 0; c < 4; c++) out[4 * knot + c] = q[c] as number;
      knot++;
    }
  }
  return out;
}
