/** When the finder says what: what it takes to tell the definitions of ../../definition/thresholds.ts early. */

/** A rise is told when the bar has come this far, m: more than a held bar sways (signal-notes 1.9). */
export const RISE_TOLD_M = 0.02;
/** The bar rises on after a supposed end: 1 cm by definition and half as much for drift, m. */
export const RESUMED_M = 0.015;
/** A stop this long was no sticking point, s; what rises from there by this much, m, is another rise. Ours. */
export const STOPPED_S = 0.5;
/** At lockout less will do, s: what follows is a walk to the rack. Ours. */
export const LOCKED_OUT_S = 0.3;
export const NEW_RISE_M = 0.04;
/** While nothing need have pushed the bar, so many sigmas of its velocity are drift and no descent. Ours. */
export const UNPUSHED_SIGMAS = 2;
/** A descent is told at this velocity (more where the velocity is in doubt) and depth; its start is dated back. */
export const DESCENT_MPS = 0.05;
export const DESCENT_DOUBT_MPS = 0.05;
export const DESCENT_M = 0.015;
/** A bar that is walked from or to a rack bobs by up to 2.5 cm: only more than that is a descent there, m. Ours. */
export const WALKED_M = 0.03;
export const DESCENT_START_MPS = 0.03;
/** A push's own part of a rise is that above this share of its peak velocity. Ours. */
export const BRAKED_SHARE = 0.25;
/** A bar has come down when it gave back this share of its rise. Ours. */
export const CAME_DOWN_SHARE = 0.5;
/** A landing is being looked at for this long, s: what the knock did to the velocity is no further descent. Ours. */
export const LANDING_S = 0.3;
/** Struck while it went down faster than this, m/s, a bar's plates kick it upwards for so long, s: no rise. Ours. */
export const KICK_MPS = 0.1;
export const KICK_S = 0.1;
/** A turning point told by the velocity is told this early or late, s (signal-notes 1.7: 35-45 ms are tolerable). */
export const TURN_EARLY_S = 0.08;
