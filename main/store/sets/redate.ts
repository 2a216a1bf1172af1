import type { Database } from 'better-sqlite3';
import { SETS_SINCE_EPOCH_MS } from '../../../src/contract/requests.ts';
import { audit } from './audit.ts';
import { updateRow } from './insert-row.ts';
import type { StoredRow } from './read.ts';
import { dropIfEmpty, sessionFor } from './sessions.ts';

export const isPast = (started_at: number, now_epoch_ms: number): boolean =>
  started_at >= SETS_SINCE_EPOCH_MS && started_at <= now_epoch_ms;

/** The set was lifted at another time, and so perhaps in another session. Inside the caller's transaction. */
export function redate(db: Database, row: StoredRow, started_at: number, now_epoch_ms: number): void {
  if (started_at === row.started_at) return;
  const { athlete_id, duration_s } = row;
  const session_id = sessionFor(db, { athlete_id, started_at, duration_s, except_set_id: row.id });
  updateRow(db, 'sets', row.id, { started_at, session_id });
  dropIfEmpty(db, row.session_id);
  db.prepare(`
    UPDATE sessions SET started_at = (SELECT min(started_at) FROM sets WHERE session_id = sessions.id)
    WHERE id IN (?, ?)`).run(row.session_id, session_id);
  audit(db, now_epoch_ms, { set_id: row.id, what: 'started_at', before: row.started_at, after: started_at });
}
