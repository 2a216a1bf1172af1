/**
 * How early the causal path dares to say what definition/thresholds.ts defines. Where no reason is given for the size
 * of a number, it was chosen here, on simulated and recorded sets: smaller says more that has to be taken back.
 */

/** A rise is told when the bar has come up this far, m: more than a held bar sways. */
export const RISE_TOLD_M = 0.02;
/** The bar rises on when it comes this far above a supposed end, m: the 1 cm of the definition and half as much for drift. */
export const RESUMED_M = 0.015;

/** A stop this long was no sticking point, s: a rise after it is another one. */
export const STOPPED_S = 0.5;
/** At lockout a stop this long will do, s: what follows is a walk to the rack. */
export const LOCKED_OUT_S = 0.3;
/** The other rise after such a stop is told at this height, m: a standing lifter moves the bar by less. */
export const NEW_RISE_M = 0.04;

/** A descent is told at this velocity downwards, m/s: faster than a held bar sinks. */
export const DESCENT_MPS = 0.05;
/** The doubt about the velocity counts against a descent up to this much, m/s: more would miss slow lowerings. */
export const DESCENT_DOUBT_MPS = 0.05;
/** A descent is told at this depth, m: a held bar sways by less. */
export const DESCENT_M = 0.015;
/** In lifts that begin with the lowering it is told at this depth, m: a bar walked from or to a rack bobs by up to 2.5 cm. */
export const WALKED_M = 0.03;
/** The descent's start is dated back to when the bar was last slower downwards than this, m/s. */
export const DESCENT_START_MPS = 0.03;
/** While nothing need have pushed the bar, a velocity of this many sigmas is taken for drift, not for a descent. */
export const UNPUSHED_SIGMAS = 2;

/** With this share of the expected range done, the first stop is lockout; before it, a sticking point may be. */
export const LOCKOUT_SHARE = 0.85;

/** The push's own part of a rise lies above this share of its peak velocity; below it the bar is braked. */
export const BRAKED_SHARE = 0.25;

/** A bar has come down when it has given back this share of its rise. */
export const CAME_DOWN_SHARE = 0.5;
/** For this long after a landing, s, a velocity downwards is what its knock left and no further descent. */
export const LANDING_S = 0.3;
/** A bar that went down faster than this when it was struck, m/s, is kicked upwards by its plates. */
export const KICK_MPS = 0.1;
/** The kick lasts this long, s: what goes up a little in it is no rise. */
export const KICK_S = 0.1;
/** Higher than this, m, and faster than this share of the velocity they struck with, no plates kick a bar (chosen here): a lifter pushes it. */
export const KICKED_M = 0.06;
export const KICKED_SHARE = 0.8;
/** A turning point read off the velocity may be this early or late, s: drift shifts it by 35 to 45 ms in usual sets, at worst twice that. */
export const TURN_EARLY_S = 0.08;
