import type { MotionTerm } from '../../signal/set/anchors.ts';

/** How well a lever is known: the same in every direction, or by direction (not unit: times its length), 1-sigma, m. */
export type KnownLever =
  | { readonly sigma_m: number; readonly mean_m: unknown }
  | { sigmaAlong(x: number, y: number, z: number): number };

/**
 * 1-sigma of a sum of heights and velocities that comes from not knowing the lever exactly. The bar's axis is lower than
 * the sensor by the lever's part along up; only the change of that part from term to term counts. `upAt` says where up is in sensor axes.
 */
export function leverSigma(
  lever: KnownLever,
  t_s: Float64Array,
  upAt: (sample: number, out: Float64Array) => void,
): (terms: readonly MotionTerm[]) => number {
  const up = new Float64Array(3);
  const last = t_s.length - 1;
  return (terms) => {
    const sum: [number, number, number] = [0, 0, 0];
    const add = (sample: number, factor: number): void => {
      upAt(sample, up);
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
    return 'sigmaAlong' in lever ? lever.sigmaAlong(...sum) : lever.sigma_m * Math.hypot(...sum);
  };
}
