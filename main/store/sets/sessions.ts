import type { Database } from 'better-sqlite3';
import { SESSION_GAP_MS } from '../../../src/training/session.ts';

/**
 * The session a set belongs to: the athlete's nearest one with a set that ended or began within the session's gap
 * of this one (a recovered or relabelled set comes late); else a new one.
 * Deleted sets count too: restoring one must not find its session gone.
 */
export function sessionFor(
  db: Database,
  set: {
    readonly athlete_id: number;
    readonly started_at: number;
    readonly duration_s: number;
    /** The set itself where it is stored already: it is not its own neighbour. */
    readonly except_set_id?: number;
  },
): number {
  const { athlete_id, started_at, except_set_id = null } = set;
  const ended_at = started_at + set.duration_s * 1000;
  const near = db
    .prepare(`
      SELECT session_id, started_at FROM sets
      WHERE athlete_id = @athlete_id AND id IS NOT @except_set_id
        AND started_at + duration_s * 1000 >= @started_at - @gap
        AND started_at <= @ended_at + @gap
      ORDER BY abs(started_at - @started_at) LIMIT 1`)
    .get({ athlete_id, started_at, ended_at, except_set_id, gap: SESSION_GAP_MS }) as
    | { session_id: number }
    | undefined;
  if (near) {
    db.prepare('UPDATE sessions SET started_at = min(started_at, ?) WHERE id = ?').run(
      started_at,
      near.session_id,
    );
    return near.session_id;
  }
  const { lastInsertRowid } = db
    .prepare('INSERT INTO sessions (athlete_id, started_at) VALUES (?, ?)')
    .run(athlete_id, started_at);
  return Number(lastInsertRowid);
}

/** After a set moved to another athlete: a session nothing belongs to any more goes. */
export const dropIfEmpty = (db: Database, session_id: number): void => {
  db.prepare(
    'DELETE FROM sessions WHERE id = @id AND NOT EXISTS (SELECT 1 FROM sets WHERE session_id = @id)',
  ).run({ id: session_id });
};

/** 1-based place of a set in its session, deleted ones not counted. */
export const numberInSession = (db: Database, set_id: number): number =>
  db
    .prepare(`
      SELECT count(*) FROM sets AS others JOIN sets AS one ON others.session_id = one.session_id
      WHERE one.id = ? AND (others.deleted_at IS NULL OR others.id = one.id)
        AND (others.started_at, others.id) <= (one.started_at, one.id)`)
    .pluck()
    .get(set_id) as number;
