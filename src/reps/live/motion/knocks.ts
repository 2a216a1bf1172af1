import { VELOCITY, type VerticalFilter } from '../../../signal/vertical-filter.ts';

/** What struck the bar: plates, pins or the floor. Fields are read without calls, as those of FeltPush. */
export interface Knocks {
  /** When something last struck the bar, s; far in the past before that. */
  struck_s: number;
  /** When its ringing was last heard, s. */
  heard_s: number;
  /** How fast the bar was going down when it was struck, m/s; 0 once that has been dealt with. */
  struck_mps: number;
  /** By how much the vertical acceleration changed at the last sample, m/s2. */
  jump_mps2: number;
}

/** No lifter changes the acceleration faster than this, m/s3 (chosen here, on recorded sets). */
const KNOCK_MPS3 = 250;
/** A smaller jump between two samples is no knock, m/s2: at high rates noise alone is as fast (chosen here). */
const KNOCK_MPS2 = 1.5;
/** A larger jump always is one, m/s2, however far apart the samples (chosen here). */
const MOST_KNOCK_MPS2 = 6;
/**
 * A lifter moves at less than 8 Hz, rad/s, so that one jump is much like the one before it; plates ring at 12 to 45 Hz.
 * However fast an explosive rep, its jumps bend less than this times the time between two samples.
 */
const LIFTER_RADS = 2 * Math.PI * 8;
/** Samples far apart cannot show that: any jump that bends by this share of itself may then be a knock. */
const MOST_BEND_SHARE = 0.9;
/** Faster than this even an explosive rep does not change the acceleration, m/s3 (chosen here, twice what simulated ones reach). */
const CRASH_MPS3 = 1000;
/** Knocks closer together than this are the ringing of one, s (chosen here). */
const RINGING_S = 0.1;
/**
 * Share of the velocity downwards that is in doubt after a knock: the samples may miss its peak. All of it, where the
 * sensor clips. What rises meets nothing that could strike it: a knock then is a lifter who pulls sharply, and is seen.
 */
const KNOCK_DOUBT_SHARE = 0.3;

/** Without a gyroscope, plates that ring sideways are felt as a push upwards: it is over when they are silent for this long, s (chosen here). */
const RUNG_S = 0.08;
/** The velocity then is within this share of what it was before the knock (chosen here). */
const RUNG_SHARE = 0.7;
/** A bar that was struck while slower than this has rung too little to matter, m/s (chosen here). */
const RUNG_LEAST_MPS = 0.1;

export function createKnocks(): Knocks {
  const knocks = {
    struck_s: Number.NEGATIVE_INFINITY,
    heard_s: Number.NEGATIVE_INFINITY,
    struck_mps: 0.5,
    jump_mps2: 0.5,
  };
  knocks.struck_mps = knocks.jump_mps2 = 0;
  return knocks;
}

/** `jump_mps2`: by how much the vertical acceleration changed since the sample before. */
export function listenForKnock(
  knocks: Knocks,
  filter: VerticalFilter,
  t_s: number,
  dt_s: number,
  jump_mps2: number,
): void {
  if (!(dt_s > 0)) return;
  const bend_mps2 = Math.abs(jump_mps2 - knocks.jump_mps2);
  knocks.jump_mps2 = jump_mps2;
  const size_mps2 = Math.abs(jump_mps2);
  if (size_mps2 < Math.max(KNOCK_MPS2, Math.min(MOST_KNOCK_MPS2, KNOCK_MPS3 * dt_s))) return;
  const rings = bend_mps2 >= Math.min(MOST_BEND_SHARE, LIFTER_RADS * dt_s) * size_mps2;
  if (rings || size_mps2 > CRASH_MPS3 * dt_s) struck(knocks, filter, t_s);
}

function struck(knocks: Knocks, filter: VerticalFilter, t_s: number): void {
  if (t_s - knocks.heard_s > RINGING_S) {
    knocks.struck_s = t_s;
    knocks.struck_mps = Math.max(0, -(filter.x[VELOCITY] as number));
    filter.doubtVelocity(KNOCK_DOUBT_SHARE * knocks.struck_mps);
  }
  knocks.heard_s = t_s;
}

/** For sensors without a gyroscope: once the ringing is over, the velocity it seemed to give is taken off. */
export function takeOffRinging(knocks: Knocks, filter: VerticalFilter, t_s: number): void {
  if (!(knocks.struck_mps > RUNG_LEAST_MPS && t_s - knocks.heard_s > RUNG_S)) return;
  filter.doubtVelocity(knocks.struck_mps);
  filter.correctVelocityToZero(RUNG_SHARE * knocks.struck_mps);
  knocks.struck_mps = 0;
}
