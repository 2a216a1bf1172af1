import type { Database } from 'better-sqlite3';
import type { BinEntry, InBin } from '../../src/contract/bin.ts';
import { type Failure, failure } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { plainLine } from '../../src/words/plain-text.ts';
import type { BinStore } from './bin-types.ts';
import { attempt } from './errors.ts';
import { type ListedRow, selectListed, setRowOf } from './sets/read.ts';
import { dropIfEmpty } from './sets/sessions.ts';
import type { SetStore, StoreClock } from './types.ts';

/** How long what was deleted can be had back, ms: 30 days, chosen here, so that whoever was away for a month finds it. */
const BIN_MS = 30 * 24 * 3_600_000;

interface AthleteRow {
  readonly id: number;
  readonly name: string;
  readonly deleted_at: number;
  readonly sets: number;
}

const ATHLETES = `
  SELECT id, name, deleted_at, (SELECT count(*) FROM sets WHERE athlete_id = athletes.id AND sets.deleted_at IS NULL) AS sets
  FROM athletes WHERE deleted_at IS NOT NULL`;
const SETS = `${selectListed(', sets.deleted_at')} WHERE sets.deleted_at IS NOT NULL AND athletes.deleted_at IS NULL`;

const timesOf = (id: number, deleted_epoch_ms: number) => ({
  id,
  deleted_epoch_ms,
  goes_epoch_ms: deleted_epoch_ms + BIN_MS,
});

/** `forgetJournals` removes what the journal folder still holds of an athlete. */
export function createBin(
  db: Database,
  clock: StoreClock,
  sets: Pick<SetStore, 'restore'>,
  forgetJournals: (athlete_id: number) => void,
): BinStore {
  const missing = (): Failure => failure('not-in-bin', words.store.bin.missing);
  const deletedAt = (table: 'athletes' | 'sets', id: number): number | null =>
    (db.prepare(`SELECT deleted_at FROM ${table} WHERE id = ?`).pluck().get(id) as number | undefined) ??
    null;

  function removeSet(id: number): void {
    const session = db.prepare('SELECT session_id FROM sets WHERE id = ?').pluck().get(id) as number;
    db.prepare('DELETE FROM sets WHERE id = ?').run(id);
    dropIfEmpty(db, session);
  }
  /** Sets, reps, recordings, references, sessions and edits follow by foreign key. */
  const removeAthlete = (id: number): void => {
    db.prepare('DELETE FROM athletes WHERE id = ?').run(id);
  };
  function forget(athletes: readonly number[]): void {
    for (const id of athletes) forgetJournals(id);
    // secure_delete overwrites pages; the log still holds their old content until it is emptied
    db.pragma('wal_checkpoint(TRUNCATE)');
  }

  return {
    list() {
      const athletes = db.prepare<[], AthleteRow>(ATHLETES).all();
      const rows = db.prepare<[], ListedRow & { readonly deleted_at: number }>(SETS).all();
      const entries: BinEntry[] = [
        ...athletes.map(({ id, name, deleted_at, sets: count }) => ({
          ...timesOf(id, deleted_at),
          kind: 'athlete' as const,
          name,
          sets: count,
        })),
        ...rows.map((row) => ({
          ...timesOf(row.id, row.deleted_at),
          kind: 'set' as const,
          row: setRowOf(row),
        })),
      ];
      return entries.sort((a, b) => b.deleted_epoch_ms - a.deleted_epoch_ms || b.id - a.id);
    },
    restore({ kind, id }: InBin) {
      if (kind === 'set') return deletedAt('sets', id) === null ? missing() : sets.restore(id);
      return attempt(words.store.bin.notRestored, () => {
        const { changes } = db
          .prepare('UPDATE athletes SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL')
          .run(id);
        return changes === 0 ? missing() : null;
      });
    },
    remove: ({ kind, id }, confirm_name) =>
      attempt(words.store.bin.notRemoved, () => {
        if (deletedAt(kind === 'set' ? 'sets' : 'athletes', id) === null) return missing();
        if (kind === 'set') db.transaction(() => removeSet(id))();
        else {
          const name = String(db.prepare('SELECT name FROM athletes WHERE id = ?').pluck().get(id));
          if (plainLine(confirm_name) !== plainLine(name))
            return failure('name-differs', words.store.bin.typeName(name));
          removeAthlete(id);
        }
        forget(kind === 'set' ? [] : [id]);
        return null;
      }),
    purge: () =>
      attempt(words.store.bin.notRemoved, () => {
        const until = clock.now_epoch_ms() - BIN_MS;
        const over = (table: 'athletes' | 'sets') =>
          db.prepare<[number], number>(`SELECT id FROM ${table} WHERE deleted_at <= ?`).pluck().all(until);
        const athletes = over('athletes');
        const gone = db.transaction(() => {
          for (const id of athletes) removeAthlete(id);
          const rest = over('sets');
          for (const id of rest) removeSet(id);
          return athletes.length + rest.length;
        })();
        if (gone > 0) forget(athletes);
        return gone > 0;
      }),
  };
}
