import type { Database } from 'better-sqlite3';
import type { Membership, Outbox } from '../outbox-types.ts';
import { AthleteMissing, applyRecord } from './apply.ts';
import { createRecordingOutbox } from './recordings.ts';
import { createStamps, earliest, type Stamps } from './stamps.ts';
import { createValues } from './values.ts';
import { nextChanges, tellAll, waitingIn } from './waiting.ts';
import { watchChanges } from './watch.ts';

interface Row {
  readonly gym: string;
  readonly name: string;
  readonly station: string;
  readonly position: number;
  readonly ahead_ms: number;
}

export function createOutbox(db: Database, now: () => number, onGone: (athlete_id: number) => void): Outbox {
  const read = (): Row | undefined => db.prepare<[], Row>('SELECT * FROM gym').get();
  const values = createValues(db);
  let hearing = false;
  /** null: no gym. */
  let clock: { ahead_ms: number; readonly stamps: Stamps } | null = null;
  let isWatching = false;
  let listener: (() => void) | null = null;

  function begin(): void {
    const row = read();
    if (row === undefined) return;
    const last = db.prepare<[], string | null>('SELECT max(stamp) FROM stamps').pluck().get() ?? '';
    const own = { ahead_ms: row.ahead_ms };
    clock = Object.assign(own, { stamps: createStamps(() => now() + own.ahead_ms, row.station, last) });
    if (!isWatching)
      watchChanges(
        db,
        () => {
          listener?.();
          return clock?.stamps.next() ?? '';
        },
        () => clock !== null && !hearing,
      );
    isWatching = true;
  }
  if (!db.readonly) begin();

  const recordings = createRecordingOutbox(db, () => clock?.stamps.next() ?? '');

  function enter({ gym, name, station }: Membership, stamp: () => string): void {
    db.transaction(() => {
      db.exec('DELETE FROM gym; DELETE FROM outbox; DELETE FROM stamps');
      db.prepare('INSERT INTO gym (one, gym, name, station) VALUES (1, ?, ?, ?)').run(gym, name, station);
      begin();
      tellAll(db, stamp);
      recordings.again();
    })();
  }

  return {
    recordings,
    member: () => {
      const row = read();
      return row === undefined ? null : { gym: row.gym, name: row.name, station: row.station };
    },
    join: (membership) => enter(membership, () => clock?.stamps.next() ?? ''),
    goOn: (membership) => enter(membership, () => earliest(membership.station)),
    leave() {
      db.transaction(() => db.exec('DELETE FROM gym; DELETE FROM outbox; DELETE FROM stamps'))();
      clock = null;
    },
    waiting: () => waitingIn(db),
    next: (limit) => db.transaction(() => nextChanges(db, values, limit))(),
    arrived: (changes) =>
      db.transaction(() => {
        const out = db.prepare('DELETE FROM outbox WHERE seq = ?');
        for (const { seq } of changes) out.run(seq);
      })(),
    refuse: ({ seq }, why) => {
      db.prepare('UPDATE outbox SET refused = ? WHERE seq = ?').run(why, seq);
    },
    tellAll: () =>
      db.transaction(() => {
        tellAll(db, () => clock?.stamps.next() ?? '');
        recordings.again();
      })(),
    position: () => read()?.position ?? 0,
    hear(records, position) {
      hearing = true;
      try {
        return db.transaction(() => {
          let changed = false;
          for (const record of records) {
            for (const stamp of [record.made, ...Object.values(record.stamps)]) clock?.stamps.see(stamp);
            changed = applyRecord(db, record, onGone) || changed;
          }
          db.prepare('UPDATE gym SET position = ?').run(position);
          return { changed };
        })();
      } catch (error) {
        if (error instanceof AthleteMissing) return { missing: error.athlete };
        throw error;
      } finally {
        hearing = false;
      }
    },
    setAhead(ahead_ms) {
      if (clock !== null) clock.ahead_ms = ahead_ms;
      db.prepare('UPDATE gym SET ahead_ms = ?').run(Math.round(ahead_ms));
    },
    onChange(told) {
      listener = told;
    },
  };
}
