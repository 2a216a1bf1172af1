/**
 * The thresholds of a rep, once: a finished set, a running set and the cues are all read by them, and
 * docs/definitions.md says in words what they make. How early the causal path dares to say something is its own affair
 * (src/reps/live). That the simulated athlete's truth keeps a copy is on purpose: these are tested against it.
 */

/** Least rise of a rep, m: less is a shuffle of the feet or a breath; a lift may ask for more (src/lifts). */
export const MIN_RISE_M = 0.05;
/** A way up or down that gets no faster than this is slow, m/s (chosen here: grinds are faster, 0.3 m in three seconds are not). */
export const SLOW_PEAK_MPS = 0.2;
/** Velocity a rise must reach to be a rep, m/s: a tempo of five seconds up has no more than 0.06 to 0.1. */
export const MIN_PEAK_MPS = 0.05;
/** The same where there is no gyro or too few readings, m/s: there drift makes slower rises of a standing bar. */
export const MIN_PEAK_COARSE_MPS = 0.08;
/** The bar falling back this far ends a rise, m: a dip of less belongs to a grinding rep. */
export const FALL_BACK_M = 0.02;

/** The concentric starts at the last moment before the peak at which the bar is no faster than this, m/s. */
export const START_MPS = 0.02;
/** A pause with this much rise before it, m, is a dip inside the rep and does not start it again. */
export const DIP_RISE_M = 0.01;
/** A pause longer than this is no dip, s: a bar that stood for so long had not begun its rep (chosen here). */
export const DIP_S = 0.6;
/** A rise before the pause shorter than this is no part of the rep, s: plates bounce for so long (chosen here). */
export const BOUNCE_S = 0.15;

/** The concentric ends when the bar is slower than this, m/s; a bar slower than this stands. */
export const END_MPS = 0.05;
/** ... unless it rises this much more before it falls back, m: then it was a sticking point. */
export const CREEP_M = 0.01;
/** How far ahead that further rise is looked for, s: what comes later is another movement. */
export const LOOK_AHEAD_S = 8;

/** The bar is being lowered once it is this far below its highest point, m; hips sag less in a hold. */
export const LOWERED_M = 0.03;
/** The eccentric starts where the bar last was no faster downwards than this, m/s. */
export const LOWERING_MPS = 0.05;
/** In short and slow reps this share of the range, or of the descent's peak speed, takes the place of those two. */
export const LOWERING_SHARE = 0.15;
/** The eccentric ends where the bar is slower downwards than this, m/s. */
export const LANDED_MPS = 0.02;
/** A pause this long after half of the way down ends the eccentric, s: what follows is racking or rolling away. */
export const DESCENT_PAUSE_S = 1;
/** A descent belongs to a rise when it is at least this share of it (chosen here, on simulated and recorded sets). */
export const OWN_DESCENT_SHARE = 0.4;

/** The propulsive phase ends when the bar is slowed by more than gravity, m/s2 (Sanchez-Medina 2010). */
export const BRAKING_MPS2 = 9.81;

/** A bar that stays within this height is resting, m; when it does so long enough the set ends. */
export const RESTING_M = 0.02;

/** A grind: short of lockout the bar creeps up slower than this, m/s; a half rep turns round briskly (chosen here). */
export const GRIND_MPS = 0.12;
/** ... and slower than this share of what is usual in its set: of a tempo every rep creeps (chosen here). */
export const GRIND_SHARE = 0.6;
/** Least time of a grind, s (chosen here). */
export const GRIND_S = 0.6;
/** A bar that stands at its top for this long was held there, s: who loses a fight comes down at once (chosen here). */
export const HELD_S = 1;
/** An attempt was a fight when its mean velocity is below this share of what is usual in its set (chosen here). */
export const FIGHT_SHARE = 0.8;
