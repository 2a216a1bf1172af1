import type { Database } from 'better-sqlite3';
import { type Failure, failure } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import { attempt as attemptAt } from '../errors.ts';
import type { RecordingBlob } from '../new-set.ts';
import type { SetStore, StoreClock } from '../types.ts';
import { resummarise } from './analysis-rows.ts';
import { audit } from './audit.ts';
import { changeSet } from './change.ts';
import { insertSet } from './insert.ts';
import { listSets, readSet } from './read.ts';
import { unpackRecording } from './recording-blob.ts';
import { isPast } from './redate.ts';
import { replacedByEdit } from './replaced.ts';
import { searchSets } from './search.ts';

interface Surroundings {
  /** Removes a journal whose set is safely stored. */
  readonly release: (journal_id: string) => void;
  /** What is wrong with the place the database lies in; null: nothing. */
  readonly misplaced: () => Failure | null;
}

export function createSets(db: Database, clock: StoreClock, { release, misplaced }: Surroundings): SetStore {
  /** A file that was deleted under an open database still takes what is written; nobody would find it again. */
  const attempt = <T>(what: string, change: () => T | Failure) =>
    attemptAt(what, () => misplaced() ?? change());
  const missing = () => failure('no-set', words.store.set.missing);

  const mark = (id: number, deleted_at: number | null, what: string) =>
    db.transaction(() => {
      const { changes } = db.prepare('UPDATE sets SET deleted_at = ? WHERE id = ?').run(deleted_at, id);
      if (changes === 0) return missing();
      audit(db, clock.now_epoch_ms(), { set_id: id, what });
      return null;
    })();

  return {
    get: (id) => readSet(db, id),
    list: (query) => listSets(db, query),
    search: (text) => searchSets(db, text),
    replacedBy: (id, at_epoch_ms) => replacedByEdit(db, id, at_epoch_ms),
    recording(id) {
      const blob = db
        .prepare<[number], RecordingBlob>(
          'SELECT format, compression, samples, data FROM recordings WHERE set_id = ?',
        )
        .get(id);
      if (blob) return unpackRecording(blob);
      return readSet(db, id) === null
        ? missing()
        : failure('recording-elsewhere', words.recordings.elsewhere);
    },
    insert(set, journal) {
      const stored = attempt(words.store.set.notStored, () =>
        insertSet(db, set, clock.now_epoch_ms(), journal?.id ?? null),
      );
      if (stored.ok && journal) release(journal.id);
      return stored;
    },
    update: (id, change) =>
      attempt(words.store.set.notChanged, () =>
        db.transaction(() => {
          const at = change.started_epoch_ms;
          if (at !== undefined && !isPast(at, clock.now_epoch_ms()))
            return failure('not-past', words.store.set.notPast);
          if (!changeSet(db, id, change, clock.now_epoch_ms())) return missing();
          return readSet(db, id) ?? missing();
        })(),
      ),
    setRepDeleted: (id, rep_id, deleted) =>
      attempt(words.store.set.repNotChanged, () =>
        db.transaction(() => {
          const rep = db
            .prepare<[number, number], { place: number; deleted: number }>(
              'SELECT place, deleted FROM reps WHERE id = ? AND set_id = ? AND failed = 0',
            )
            .get(rep_id, id);
          if (!rep) return failure('no-rep', words.store.set.noRep);
          if ((rep.deleted === 1) !== deleted) {
            db.prepare('UPDATE reps SET deleted = ? WHERE id = ?').run(deleted ? 1 : 0, rep_id);
            const what = deleted ? 'rep deleted' : 'rep brought back';
            audit(db, clock.now_epoch_ms(), { set_id: id, rep_id, what, before: rep.place });
            resummarise(db, id);
          }
          return readSet(db, id) ?? missing();
        })(),
      ),
    delete: (id) => attempt(words.store.set.notDeleted, () => mark(id, clock.now_epoch_ms(), 'set deleted')),
    restore: (id) => attempt(words.store.set.notRestored, () => mark(id, null, 'set restored')),
  };
}
