/** A visit, and with it a session, ends after this long without a set, ms; chosen here above the longest rest and below morning-to-evening training. */
export const SESSION_GAP_MS = 3 * 3600_000;
