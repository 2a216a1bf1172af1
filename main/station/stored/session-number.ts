import { SESSION_GAP_MS } from '../../../src/training/session.ts';
import type { Store } from '../../store/types.ts';

const MOST_SETS = 500;

/** Which set of this athlete's session the next one is, 1-based; the store has the last word when it is stored. */
export function nextNumber(store: Store, athlete_id: number, now_epoch_ms: number): number {
  const rows = store.sets.list({ athlete_id, limit: MOST_SETS });
  const newest = rows[0];
  if (newest === undefined) return 1;
  const ended_epoch_ms = newest.started_epoch_ms + newest.duration_s * 1000;
  if (now_epoch_ms - ended_epoch_ms > SESSION_GAP_MS) return 1;
  return rows.filter((row) => row.session_id === newest.session_id).length + 1;
}
