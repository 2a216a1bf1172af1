import type { SetInShort } from '../set-in-short.ts';

/** The fastest usable full rep of one session at one load. */
export interface SpeedPoint {
  readonly set_id: number;
  readonly session_id: number;
  readonly at_epoch_ms: number;
  readonly load_kg: number;
  readonly mcv_mps: number;
  readonly sigma_mps: number;
}

/**
 * What a load-velocity line is drawn through, oldest first. Warm-ups are left out: nobody asks of them that
 * they are as fast as can be, and one slow light rep tilts the line.
 */
export function speedPoints(sets: readonly SetInShort[]): SpeedPoint[] {
  const points = new Map<string, SpeedPoint>();
  for (const { set_id, session_id, at_epoch_ms, load_kg, kind, fastest } of sets) {
    if (kind !== 'work' || load_kg === null || load_kg <= 0 || fastest === null) continue;
    const key = `${session_id} ${load_kg}`;
    if (fastest.mcv_mps > (points.get(key)?.mcv_mps ?? 0))
      points.set(key, { set_id, session_id, at_epoch_ms, load_kg, ...fastest });
  }
  return [...points.values()].sort((a, b) => a.at_epoch_ms - b.at_epoch_ms);
}

/** Time before the newest point that a line is drawn through: long enough for a dozen sessions, short enough to be about now. */
const LINE_MS = 6 * 7 * 24 * 3600_000;

/** Those the line of the newest point is not drawn through, and those it is. */
export function lastWeeks<P extends Pick<SpeedPoint, 'at_epoch_ms'>>(
  points: readonly P[],
): [older: P[], recent: P[]] {
  const from_ms = (points.at(-1)?.at_epoch_ms ?? 0) - LINE_MS;
  return [
    points.filter(({ at_epoch_ms }) => at_epoch_ms < from_ms),
    points.filter(({ at_epoch_ms }) => at_epoch_ms >= from_ms),
  ];
}
