import type { Stillness } from '../../../signal/stillness.ts';
import { VELOCITY, type VerticalFilter } from '../../../signal/vertical-filter.ts';

/** Whether the bar rests: nothing touches it, nor does it feel a smooth push, as in a slow lift of steady hands. */
export interface RestOrPush {
  /** `accel_mps2`: vertical acceleration, the sensor's error taken off. */
  update(dt_s: number, accel_mps2: number): void;
  /** `rested`: it has been seen at rest before, so that the sensor's error is known. */
  atRest(rested: boolean): boolean;
}

/** At rest for this long the bar stands, s. */
export const REST_SURE_S = 0.12;
/** More than this is a push, m/s2 (chosen here, on slow simulated lifts of steady hands): the weakest of them. */
const PUSH_MPS2 = 0.08;
/** A push is also more than this many sigmas of the sensor's error (chosen here). */
const PUSH_SIGMAS = 3;
/** A smooth lift passes from push to brake faster than this, s (chosen here): a longer calm is rest. */
const UNPUSHED_S = 0.4;
/** A smooth lift is never pushed one way for this long, s (chosen here): what is felt so long is the sensor's error. */
const LONGEST_PUSH_S = 2.5;
/** No steady lift is this fast, m/s (chosen here): what velocity remains is drift. */
const STEADY_MPS = 0.3;

export function createRestOrPush(stillness: Stillness, filter: VerticalFilter): RestOrPush {
  const s = { unpushed_s: 0.5, pushed_s: 0.5 };
  s.unpushed_s = s.pushed_s = 0;
  return {
    update(dt_s, accel_mps2) {
      const push_mps2 = Math.abs(accel_mps2);
      if (stillness.rest_s === 0) s.unpushed_s = s.pushed_s = 0;
      else if (push_mps2 > PUSH_MPS2 && push_mps2 > PUSH_SIGMAS * filter.errorSigma_mps2) {
        s.unpushed_s = 0;
        s.pushed_s += dt_s;
      } else {
        s.unpushed_s += dt_s;
        s.pushed_s = 0;
      }
    },
    atRest(rested) {
      if (stillness.rest_s < REST_SURE_S) return false;
      if (!rested || Math.abs(filter.x[VELOCITY] as number) > STEADY_MPS) return true;
      return s.unpushed_s >= Math.min(stillness.rest_s, UNPUSHED_S) || s.pushed_s > LONGEST_PUSH_S;
    },
  };
}
