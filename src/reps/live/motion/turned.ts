import { VELOCITY, type VerticalFilter } from '../../../signal/vertical-filter.ts';

/** At a turning point found without the filter the bar stands, m/s, 1 sigma: as late as such a point may be found. */
const TURN_SIGMA_MPS = 0.3;
/** More velocity than this at two turns running, m/s, ... */
const DRIFTED_MPS = 0.15;
/** ... that follow each other within this, s, is drift (chosen here: in slower movement a turn is found too late or too early). */
const TURNS_WITHIN_S = 0.8;
/** Once that is known the bar stands at a turn, m/s, 1 sigma (chosen here). */
const DRIFTED_SIGMA_MPS = 0.15;

/**
 * Tells the filter at every turn that the bar stands. A turn found too late leaves opposite velocities at tops and
 * bottoms: the same one at two turns running is drift, however little of it the filter admits.
 */
export function createTurned(filter: VerticalFilter): (t_s: number) => void {
  const before = { t_s: Number.NEGATIVE_INFINITY, velocity_mps: 0.5 };
  before.velocity_mps = 0;
  return (t_s) => {
    const v = filter.x[VELOCITY] as number;
    const alike = v * before.velocity_mps > 0 && t_s - before.t_s < TURNS_WITHIN_S;
    const drift_mps = alike ? Math.min(Math.abs(v), Math.abs(before.velocity_mps)) : 0;
    before.t_s = t_s;
    before.velocity_mps = v;
    if (drift_mps < DRIFTED_MPS) {
      filter.correctVelocityToZero(TURN_SIGMA_MPS);
      return;
    }
    filter.doubtVelocity(drift_mps);
    filter.correctVelocityToZero(DRIFTED_SIGMA_MPS);
    before.velocity_mps = 0;
  };
}
