import type { LiftedRep, LiftedSet } from '../lifted.ts';

/** The fastest usable full rep of one session at one load. */
export interface SpeedPoint {
  readonly set_id: number;
  readonly session_id: number;
  readonly at_epoch_ms: number;
  readonly load_kg: number;
  readonly mcv_mps: number;
  readonly sigma_mps: number;
}

/** A rep with a speed that can be trusted, over the athlete's own full range: half the way is another lift. */
const counts = (rep: LiftedRep): boolean =>
  rep.range === 'full' && rep.quality !== 'unusable' && rep.mcv_mps !== null && rep.mcv_sigma_mps !== null;

/**
 * What a load-velocity line is drawn through, oldest first. Warm-ups are left out: nobody asks of them that
 * they are as fast as can be, and one slow light rep tilts the line.
 */
export function speedPoints(sets: readonly LiftedSet[]): SpeedPoint[] {
  const fastest = new Map<string, SpeedPoint>();
  for (const { set_id, session_id, at_epoch_ms, load_kg, kind, reps } of sets) {
    if (kind !== 'work' || load_kg === null || load_kg <= 0) continue;
    const key = `${session_id} ${load_kg}`;
    for (const rep of reps) {
      if (!counts(rep)) continue;
      const [mcv_mps, sigma_mps] = [rep.mcv_mps as number, rep.mcv_sigma_mps as number];
      if (mcv_mps > (fastest.get(key)?.mcv_mps ?? 0))
        fastest.set(key, { set_id, session_id, at_epoch_ms, load_kg, mcv_mps, sigma_mps });
    }
  }
  return [...fastest.values()].sort((a, b) => a.at_epoch_ms - b.at_epoch_ms);
}

/** Time before the newest point that a line is drawn through: long enough for a dozen sessions, short enough to be about now. */
const LINE_MS = 6 * 7 * 24 * 3600_000;

/** Those the line of the newest point is not drawn through, and those it is. */
export function lastWeeks(points: readonly SpeedPoint[]): [older: SpeedPoint[], recent: SpeedPoint[]] {
  const from_ms = (points.at(-1)?.at_epoch_ms ?? 0) - LINE_MS;
  return [
    points.filter(({ at_epoch_ms }) => at_epoch_ms < from_ms),
    points.filter(({ at_epoch_ms }) => at_epoch_ms >= from_ms),
  ];
}
