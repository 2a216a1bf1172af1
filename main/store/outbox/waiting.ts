import type { Database } from 'better-sqlite3';
import { RAW, stampIn, WHOLE } from '../gym-tables.ts';
import type { Change, Waiting } from '../outbox-types.ts';
import { stampedAt } from './stamps.ts';
import type { Registers } from './values.ts';

/** How much the gym has not heard of yet. */
export function waitingIn(db: Database): Waiting {
  const { changes, sets, oldest } = db
    .prepare<[], { changes: number; sets: number; oldest: string | null }>(`
      SELECT count(*) AS changes, count(DISTINCT record) FILTER (WHERE kind = 'set') AS sets, min(stamp) AS oldest
      FROM outbox WHERE refused IS NULL`)
    .get() as { changes: number; sets: number; oldest: string | null };
  const refused = db
    .prepare<[], string>('SELECT DISTINCT refused FROM outbox WHERE refused IS NOT NULL')
    .pluck()
    .all();
  return { changes, sets, since_epoch_ms: oldest === null ? null : stampedAt(oldest), refused };
}

/** The oldest changes with what their registers hold now, marked as under way. In the caller's transaction. */
export function nextChanges(db: Database, values: Registers, limit: number): Change[] {
  const rows = db
    .prepare<[number], Omit<Change, 'id' | 'value'> & { readonly record: Buffer }>(
      'SELECT seq, record, kind, field, stamp, base FROM outbox WHERE refused IS NULL ORDER BY seq LIMIT ?',
    )
    .all(limit);
  const sent = db.prepare('UPDATE outbox SET sent = 1 WHERE seq = ?');
  return rows.map(({ record, ...row }) => {
    sent.run(row.seq);
    return { ...row, id: record.toString('hex'), value: values.of(row.kind, record, row.field) };
  });
}

/** Everything there is waits to be told. In the caller's transaction. */
export function tellAll(db: Database, stamp: () => string): void {
  const tell = db.prepare('INSERT OR REPLACE INTO outbox (record, kind, field, stamp) VALUES (?, ?, ?, ?)');
  const stamped = stampIn(db);
  const known = db
    .prepare<[Buffer, string], string>('SELECT stamp FROM stamps WHERE record = ? AND field = ?')
    .pluck();
  for (const [kind, all] of [
    ['athlete', 'SELECT uuid FROM athletes WHERE simulated = 0 ORDER BY id'],
    [
      'set',
      `SELECT sets.uuid FROM sets JOIN athletes ON athletes.id = athlete_id WHERE athletes.simulated = 0
       ORDER BY sets.id`,
    ],
  ] as const)
    for (const record of db.prepare<[], Buffer>(all).pluck().all()) {
      const made = known.get(record, WHOLE) ?? stamp();
      stamped.run(record, WHOLE, made);
      tell.run(record, kind, WHOLE, made);
    }
  db.exec(`DELETE FROM stamps WHERE field = '${RAW}'`);
  // registers with a stamp of their own are said by themselves, and the dead stay dead: whoever they were
  db.exec(`
    INSERT OR IGNORE INTO outbox (record, kind, field, stamp)
    SELECT record, CASE WHEN EXISTS (SELECT 1 FROM athletes WHERE uuid = record) THEN 'athlete' ELSE 'set' END, field, stamp
    FROM stamps WHERE field <> '${WHOLE}'`);
}
