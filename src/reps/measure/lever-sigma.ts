import type { Lever } from '../../signal/lever/lever.ts';
import type { MotionTerm } from '../../signal/set/anchors.ts';
import { upOf } from '../../signal/set/rotation.ts';
import type { Attitudes } from '../steadiness/bar-tilt.ts';

/**
 * 1-sigma of a sum of heights and velocities that comes from not knowing the lever exactly. The bar's axis is lower than
 * the sensor by the lever's part along up; only the change of that part from term to term counts.
 */
export function leverSigma(
  lever: Lever,
  t_s: Float64Array,
  attitudes: Attitudes,
): (terms: readonly MotionTerm[]) => number {
  const up = new Float64Array(3);
  const last = t_s.length - 1;
  return (terms) => {
    const sum: [number, number, number] = [0, 0, 0];
    const add = (sample: number, factor: number): void => {
      upOf(attitudes, 4 * sample, up);
      for (let axis = 0; axis < 3; axis++) sum[axis] = (sum[axis] as number) + factor * (up[axis] as number);
    };
    for (const { sample, height, velocity } of terms) {
      add(sample, height);
      const a = Math.max(0, sample - 1);
      const b = Math.min(last, sample + 1);
      const rate = velocity / ((t_s[b] as number) - (t_s[a] as number));
      add(b, rate);
      add(a, -rate);
    }
    return lever.sigmaAlong(...sum);
  };
}
