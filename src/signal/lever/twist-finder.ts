import { RAD_PER_DEG } from '../../recording/units.ts';

/** Finds where a bar was twisted quickly back and forth, from its angular rate alone. */
export interface TwistFinder {
  /** Takes the rate of one sample, rad/s; true when a twist is over. Nothing is allocated. */
  push(t_s: number, gx: number, gy: number, gz: number): boolean;
  /** When its first swing began and its last one ended, s. */
  readonly from_s: number;
  readonly to_s: number;
}

/** Rate above which the bar swings, rad/s: below it the bar is turning round between two swings. */
const SWING_RADS = 0.8;
/** Least angle of a swing, rad; chosen here above the roll of a bar that is only gripped. */
const LEAST_SWING_RAD = 12 * RAD_PER_DEG;
/** Least peak rate of a swing, rad/s; chosen here: a slower one pulls too little on the sensor to tell a lever. */
const LEAST_PEAK_RADS = 2;
/** Longest swing, s; chosen here: a slower one is the roll of a lift. */
const LONGEST_SWING_S = 0.5;
/** Cosine between the directions of two swings that are there and back about one axis; chosen here at 18 degrees. */
const OPPOSITE = -0.95;
/** Longest pause between there and back, s; chosen here: after a longer one they are two movements. */
const LONGEST_PAUSE_S = 0.2;
/** Fewest swings of a twist, there, back and there again; chosen here: a bar that is gripped anew goes to and fro once. */
const LEAST_SWINGS = 3;
/** Swings after which a twist is measured without waiting for its end; the next ones are measured again. */
const MOST_SWINGS = 12;
/** Rate from which a gyro may be at the end of its range, rad/s: the narrowest range in use ends at 4.4 (250 deg/s). */
const CUT_OFF_RADS = 3.9;
/** Equal readings in a row that show a gyro at the end of its range: a moving bar would not repeat itself. */
const CUT_OFF_READINGS = 3;
/** Samples further apart than this hide what the bar did, s. */
const LONGEST_STEP_S = 0.06;

/** A class whose fields begin as 0.5: see frame.ts. */
class SwingWatch implements TwistFinder {
  from_s = 0.5;
  to_s = 0.5;
  /** The swing that goes on: what it has turned by, rad, and its fastest, squared. */
  private readonly now = { since_s: 0.5, last_s: 0.5, x: 0.5, y: 0.5, z: 0.5, peak2: 0.5, swinging: false };
  /** The swings before it, and the direction of the last one. */
  private readonly past = { swings: 0, began_s: 0.5, end_s: 0.5, x: 0.5, y: 0.5, z: 0.5 };
  private readonly same = { x: 0.5, y: 0.5, z: 0.5, readings: 0, cutOff: false };

  constructor() {
    this.from_s = this.to_s = 0;
    this.now.last_s = Number.NaN;
  }

  push(t_s: number, gx: number, gy: number, gz: number): boolean {
    const { now, past } = this;
    const dt = t_s - now.last_s;
    now.last_s = t_s;
    const rate2 = gx * gx + gy * gy + gz * gz;
    const fast = rate2 > SWING_RADS * SWING_RADS && dt < LONGEST_STEP_S;
    if (!fast && !now.swinging && past.swings === 0) return false;
    if (now.swinging && (!fast || gx * now.x + gy * now.y + gz * now.z < 0)) this.endSwing(t_s);
    if (fast) this.swing(t_s, dt, gx, gy, gz, rate2);
    if (past.swings === 0) return false;
    const since_s = now.swinging ? now.since_s : t_s;
    const goesOn = since_s - past.end_s < LONGEST_PAUSE_S && t_s - since_s < LONGEST_SWING_S;
    if (goesOn && past.swings < MOST_SWINGS) return false;
    const enough = past.swings >= LEAST_SWINGS;
    past.swings = 0;
    this.from_s = past.began_s;
    this.to_s = past.end_s;
    return enough;
  }

  private swing(t_s: number, dt: number, gx: number, gy: number, gz: number, rate2: number): void {
    const { now, same } = this;
    if (!now.swinging) {
      now.swinging = true;
      now.since_s = t_s - dt;
      now.x = now.y = now.z = now.peak2 = 0;
      same.cutOff = false;
    }
    now.x += gx * dt;
    now.y += gy * dt;
    now.z += gz * dt;
    now.peak2 = Math.max(now.peak2, rate2);
    if (rate2 < CUT_OFF_RADS * CUT_OFF_RADS) return;
    const again =
      (gx === same.x && Math.abs(gx) > CUT_OFF_RADS) ||
      (gy === same.y && Math.abs(gy) > CUT_OFF_RADS) ||
      (gz === same.z && Math.abs(gz) > CUT_OFF_RADS);
    same.readings = again ? same.readings + 1 : 1;
    same.x = gx;
    same.y = gy;
    same.z = gz;
    same.cutOff ||= same.readings >= CUT_OFF_READINGS;
  }

  private endSwing(t_s: number): void {
    const { now, past, same } = this;
    now.swinging = false;
    // how far it went is not known, nor what the sensor felt meanwhile
    if (same.cutOff) past.swings = 0;
    const turned = Math.hypot(now.x, now.y, now.z);
    const counts =
      turned > LEAST_SWING_RAD &&
      now.peak2 > LEAST_PEAK_RADS * LEAST_PEAK_RADS &&
      t_s - now.since_s < LONGEST_SWING_S;
    if (!counts || same.cutOff) return;
    const x = now.x / turned;
    const y = now.y / turned;
    const z = now.z / turned;
    const back = past.swings > 0 && x * past.x + y * past.y + z * past.z < OPPOSITE;
    if (!back) past.began_s = now.since_s;
    past.swings = back ? past.swings + 1 : 1;
    past.end_s = t_s;
    past.x = x;
    past.y = y;
    past.z = z;
  }
}

/**
 * Whether a whole recording may hold a twist at all: the bar turned fast, and fast the other way soon after. Most sets do
 * not, and are spared the search; it is not to be felt at the end of a set.
 */
export function mayHoldTwist(t_s: Float64Array, rate_rads: Float64Array): boolean {
  const soon_s = 2 * LONGEST_SWING_S + LONGEST_PAUSE_S;
  let last = -1;
  for (let i = 0, k = 0; i < t_s.length; i++, k += 3) {
    const x = rate_rads[k] as number;
    const y = rate_rads[k + 1] as number;
    const z = rate_rads[k + 2] as number;
    if (x * x + y * y + z * z <= LEAST_PEAK_RADS * LEAST_PEAK_RADS) continue;
    if (last >= 0 && (t_s[i] as number) - (t_s[last] as number) < soon_s) {
      const l = 3 * last;
      const along =
        x * (rate_rads[l] as number) + y * (rate_rads[l + 1] as number) + z * (rate_rads[l + 2] as number);
      if (along < 0) return true;
    }
    last = i;
  }
  return false;
}

export function createTwistFinder(): TwistFinder {
  return new SwingWatch();
}
