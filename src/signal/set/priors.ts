import { LOCAL, type Shape } from './equations.ts';
import { FIELDS, Field, type Intervals } from './interval-fields.ts';
import * as model from './model.ts';
import type { SensorState } from './sensor-state.ts';
import type { BorderedChain } from './solver/bordered-chain.ts';

function pin(chain: BorderedChain, knot: number, unknown: number, target: number, sigma: number): void {
  chain.pin(knot, unknown, target, 1 / sigma ** 2);
}

/** A sensor that may sit off the place whose height is asked for: the lever from there to it, sensor axes, m. */
export interface LeverBelief {
  readonly mean_m: Vector;
  /** 1-sigma in any direction. */
  readonly sigma_m: number;
  /** What of it has been taken out of the samples. */
  readonly taken_m: Vector;
}
type Vector = readonly [number, number, number];

/** What is believed before the set: weak limits on where a bar goes, and the sensor's data sheet. */
export function addPriors(
  chain: BorderedChain,
  shape: Shape,
  intervals: Intervals,
  sensor: SensorState,
  gyroBias: Float64Array,
  rested: boolean,
  knots: number,
  lever: LeverBelief | null,
): void {
  const shared = chain.sharedAt;
  const level = shape.calibrated ? 'calibrated' : 'raw';
  for (let axis = 0; axis < 3; axis++) {
    pin(chain, 0, shared + axis, -(sensor.offset[axis] as number), model.OFFSET_MPS2[level]);
    pin(chain, 0, shared + 3 + axis, -(sensor.scale[axis] as number), model.SCALE[level]);
    pin(chain, 0, shared + 6 + axis, -(sensor.skew[axis] as number), model.SKEW[level]);
    if (shape.tilts) {
      const sigma = rested ? model.GYRO_BIAS_RADS.rested : model.GYRO_BIAS_RADS.unknown;
      pin(chain, 0, shared + 9 + axis, (gyroBias[axis] as number) - (sensor.gyroBias[axis] as number), sigma);
    }
  }
  if (lever !== null && shape.leverAt !== null) {
    const { mean_m, taken_m, sigma_m } = lever;
    for (let axis = 0; axis < 3; axis++) {
      const more_m = (mean_m[axis] as number) - (taken_m[axis] as number);
      pin(chain, 0, shared + shape.leverAt + axis, more_m, sigma_m);
    }
  }
  for (let level = 0; level < 2; level++) pin(chain, 0, shared + shape.levelAt + level, 0, 2);
  pin(chain, 0, LOCAL.residual, 0, shape.tilts ? model.RESIDUAL_MPS2.sixAxis : model.RESIDUAL_MPS2.threeAxis);
  pin(chain, 0, LOCAL.velocity, 0, model.ENDS_MPS);
  pin(chain, knots - 1, LOCAL.velocity, 0, model.ENDS_MPS);
  if (shape.tilts) {
    pin(chain, 0, LOCAL.tiltX, 0, model.FIRST_TILT_RAD);
    pin(chain, 0, LOCAL.tiltY, 0, model.FIRST_TILT_RAD);
  }
  for (let k = 0; k < knots; k++) {
    const lost =
      k > 0 && (intervals.data[FIELDS * (k - 1) + Field.unseenTilt] as number) >= model.LOST_TILT_RAD ** 2;
    if (lost && shape.tilts) {
      pin(chain, k, LOCAL.tiltX, 0, model.FIRST_TILT_RAD);
      pin(chain, k, LOCAL.tiltY, 0, model.FIRST_TILT_RAD);
    }
    const dt = Math.max(1e-3, intervals.data[FIELDS * Math.min(k, knots - 2) + Field.dt] as number);
    pin(chain, k, LOCAL.height, 0, model.STRAY_M * Math.sqrt(model.STRAY_EVERY_S / dt));
    if (!shape.tilts) continue;
    const sideways = model.SIDEWAYS_MPS * Math.sqrt(model.SIDEWAYS_EVERY_S / dt);
    pin(chain, k, LOCAL.sideX, 0, sideways);
    pin(chain, k, LOCAL.sideY, 0, sideways);
  }
}
