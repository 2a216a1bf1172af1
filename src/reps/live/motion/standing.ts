import type { Stillness } from '../../../signal/stillness.ts';
import { VELOCITY, type VerticalFilter } from '../../../signal/vertical-filter.ts';
import type { FeltPush } from './felt-push.ts';
import { createRestOrPush, REST_SURE_S } from './rest-or-push.ts';

/** What is known of a bar that stands, or keeps near one height, told to the vertical filter. */
export interface Standing {
  /** The bar has been seen at rest. */
  readonly rested: boolean;
  /** When it was last seen so, s; far in the past before that. */
  readonly lay_s: number;
  /** With every sample. */
  update(dt_s: number): void;
  /** Every few samples. `up_mps2`: acceleration as measured; `centre_m`: the height the bar keeps returning to. */
  correct(t_s: number, up_mps2: number, centre_m: number): void;
}

/**
 * A bar stays within reach of one height: m times m/s2/sqrt(Hz). So weak a knowledge acts like a high-pass of 0.1 Hz
 * where the filter is lost, and like nothing where it is not: the less the filter trusts its own acceleration, the more
 * it leans on this. 0.1 Hz is the corner at which reps of recorded sets were counted right (chosen here).
 */
const BOUND = 0.06;

/** A bar at rest stands, m/s, 1 sigma. */
const REST_SIGMA_MPS = 0.01;
/** What it feels is the sensor's error, m/s2, 1 sigma. */
const REST_ERROR_SIGMA_MPS2 = 0.1;

/** A bar as quiet as a held one for this long, s, probably stands. */
const QUIET_SURE_S = 0.25;
/** Such a bar stands, m/s, 1 sigma: softly, for a slow lift is as quiet. */
const QUIET_SIGMA_MPS = 0.08;
/** That is believed only where the velocity is within this many sigmas of zero ... */
const QUIET_GATE_SIGMAS = 1.5;
/** ... or slower than this, m/s. */
const QUIET_GATE_FLOOR_MPS = 0.03;
/** A slow lift at this velocity, m/s, and more is quiet too: such a velocity is left alone (chosen here). */
const QUIET_GATE_MPS = 0.1;
/** No slow lift is quiet for longer than this, s: then any velocity may go (chosen here). */
const QUIET_LONG_S = 1.5;
/** A bar that feels more than this, m/s2, is pushed, quiet or not (chosen here). */
const QUIET_PUSH_MPS2 = 0.25;
/** Nobody moves a bar this evenly for this long, s: what velocity remains is drift. */
const QUIET_SURELY_STANDS_S = 2.5;

/** A recording's first moments, s: nothing is known yet, not even the sensor's error (chosen here). */
const START_S = 1;
/** In them a bar is taken to be at rest when it has been quiet for this long, s (chosen here). */
const QUIET_START_S = 0.1;
/** What it feels then is the sensor's error, m/s2, 1 sigma (chosen here: the guess may be wrong). */
const QUIET_ERROR_SIGMA_MPS2 = 0.3;

/** The filter is lost when it doubts its velocity by more than this, m/s (chosen here). */
const LOST_SIGMA_MPS = 0.12;
/** A bar that nobody pushes for this long, s, is then more likely slow than fast (chosen here). */
const LOST_CALM_S = 0.3;
/** Slow is this, m/s, 1 sigma (chosen here). */
const SLOW_SIGMA_MPS = 0.5;

export function createStanding(stillness: Stillness, filter: VerticalFilter, push: FeltPush): Standing {
  const rest = createRestOrPush(stillness, filter);
  const s = { rested: false, lay_s: Number.NEGATIVE_INFINITY, update, correct };
  let resting = true;

  function update(dt_s: number): void {
    rest.update(dt_s, push.accel_mps2);
  }

  function correct(t_s: number, up_mps2: number, centre_m: number): void {
    const velocity_mps = filter.x[VELOCITY] as number;
    filter.correctHeightTo(centre_m, BOUND / filter.density);
    if (rest.atRest(s.rested)) {
      if (!resting) filter.learnFrom(velocity_mps / Math.hypot(filter.velocitySigma_mps, REST_SIGMA_MPS));
      resting = true;
      s.rested = true;
      s.lay_s = t_s;
      filter.correctVelocityToZero(REST_SIGMA_MPS);
      filter.correctErrorTo(up_mps2, REST_ERROR_SIGMA_MPS2);
      filter.trustHeight();
      return;
    }
    resting = false;
    // without a tremor, yet pushed: a smooth lift
    if (stillness.rest_s >= REST_SURE_S) return;
    if (filter.velocitySigma_mps > LOST_SIGMA_MPS && push.calm_s > LOST_CALM_S)
      filter.correctVelocityToZero(SLOW_SIGMA_MPS);
    if (!s.rested && t_s < START_S && stillness.quiet_s >= QUIET_START_S) {
      filter.correctVelocityToZero(QUIET_SIGMA_MPS);
      filter.correctErrorTo(up_mps2, QUIET_ERROR_SIGMA_MPS2);
    }
    if (stillness.quiet_s >= QUIET_SURE_S && Math.abs(push.accel_mps2) <= QUIET_PUSH_MPS2)
      correctQuiet(velocity_mps);
  }

  /** As quiet as a held bar, and not pushed. */
  function correctQuiet(velocity_mps: number): void {
    const even_s = Math.min(stillness.quiet_s, push.calm_s);
    if (even_s >= QUIET_SURELY_STANDS_S) filter.doubtVelocity(Math.abs(velocity_mps));
    const gate_mps = Math.max(QUIET_GATE_FLOOR_MPS, QUIET_GATE_SIGMAS * filter.velocitySigma_mps);
    const limit_mps = even_s < QUIET_LONG_S ? QUIET_GATE_MPS : Number.POSITIVE_INFINITY;
    if (Math.abs(velocity_mps) < Math.min(gate_mps, limit_mps)) filter.correctVelocityToZero(QUIET_SIGMA_MPS);
  }

  return s;
}
