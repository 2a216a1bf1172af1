import type { Database } from 'better-sqlite3';
import { RAW, stampIn, WHOLE } from '../gym-tables.ts';
import type { PackedRecording, RecordingOutbox } from '../outbox-types.ts';
import { insertRow } from '../sets/insert-row.ts';

interface Row extends PackedRecording {
  readonly set_id: number;
  readonly uuid: Buffer;
  readonly waits: number;
}

/**
 * Whose samples the gym has is a stamp beside those of the set's registers: it goes with the set, and with the gym. `again` is
 * for a gym that has lost some.
 */
export function createRecordingOutbox(
  db: Database,
  stamp: () => string,
): RecordingOutbox & { again(): void } {
  /** Up to this set all has been looked at since the start: nobody reads thousands of rows every two seconds. */
  let seen = 0;
  const setOf = (id: string): number | undefined =>
    db.prepare<[Buffer], number>('SELECT id FROM sets WHERE uuid = ?').pluck().get(Buffer.from(id, 'hex'));
  return {
    next() {
      const row = db
        .prepare<[number], Row>(`
          SELECT r.set_id, sets.uuid, r.format, r.compression, r.samples, r.data,
            EXISTS (SELECT 1 FROM outbox WHERE record = sets.uuid AND field = '${WHOLE}') AS waits
          FROM recordings AS r JOIN sets ON sets.id = r.set_id
          WHERE r.set_id > ? AND EXISTS (SELECT 1 FROM stamps WHERE record = sets.uuid AND field = '${WHOLE}')
            AND NOT EXISTS (SELECT 1 FROM stamps WHERE record = sets.uuid AND field = '${RAW}')
            AND NOT EXISTS (SELECT 1 FROM outbox WHERE record = sets.uuid AND refused NOTNULL)
          ORDER BY r.set_id LIMIT 1`)
        .get(seen);
      if (row === undefined)
        seen = db.prepare<[], number>('SELECT ifnull(max(set_id), 0) FROM recordings').pluck().get() ?? 0;
      if (row === undefined || row.waits === 1) return null;
      const { set_id, uuid, waits: _waits, ...packed } = row;
      return { set_id, id: uuid.toString('hex'), packed };
    },
    done({ set_id, id }, how) {
      seen = Math.max(seen, set_id);
      if (how === 'whole' && setOf(id) !== undefined) stampIn(db).run(Buffer.from(id, 'hex'), RAW, stamp());
    },
    missing(set_id) {
      const uuid = db
        .prepare<[number], Buffer>(
          'SELECT uuid FROM sets WHERE id = ? AND NOT EXISTS (SELECT 1 FROM recordings WHERE set_id = sets.id)',
        )
        .pluck()
        .get(set_id);
      return uuid?.toString('hex') ?? null;
    },
    keep: (id, packed) =>
      db.transaction(() => {
        const set_id = setOf(id);
        if (set_id === undefined) return;
        db.prepare('DELETE FROM recordings WHERE set_id = ?').run(set_id);
        insertRow(db, 'recordings', { set_id, ...packed });
        stampIn(db).run(Buffer.from(id, 'hex'), RAW, stamp());
      })(),
    again: () => {
      seen = 0;
    },
  };
}
