import type { Database } from 'better-sqlite3';
import type { ImportRecord } from '../../../src/contract/imports.ts';
import { type Failure, failure, type Result } from '../../../src/contract/result.ts';
import type { ColumnMap } from '../../../src/recording/files/column-map.ts';
import { words } from '../../../src/words/index.ts';
import { attempt } from '../errors.ts';
import type { ImportedFile, ImportStore } from '../import-types.ts';
import { insertSet } from '../sets/insert.ts';
import { insertRow } from '../sets/insert-row.ts';
import type { StoreClock } from '../types.ts';
import { addAthlete, insertHistory } from './insert-history.ts';
import { listImportedSets, rememberedExercises } from './read-history-rows.ts';

const SELECT_IMPORTS = `
  SELECT id, made_at AS made_epoch_ms, kind, tool, file,
    (SELECT count(*) FROM imported_sets WHERE import_id = imports.id)
      + (SELECT count(*) FROM sets WHERE import_id = imports.id AND deleted_at IS NULL) AS sets,
    (SELECT ifnull(sum(reps), 0) FROM imported_sets WHERE import_id = imports.id)
      + (SELECT ifnull(sum(reps), 0) FROM sets WHERE import_id = imports.id AND deleted_at IS NULL) AS reps,
    (SELECT count(*) FROM athletes WHERE import_id = imports.id AND deleted_at IS NULL) AS athletes
  FROM imports`;

/** Every import is one transaction, and one row by which it can be taken back. */
export function createImports(db: Database, clock: StoreClock): ImportStore {
  const one = db.prepare<[number], ImportRecord>(`${SELECT_IMPORTS} WHERE id = ?`);
  const missing = (): Failure => failure('no-import', words.store.imports.missing);

  const begin = (kind: ImportRecord['kind'], { tool, file, digest }: ImportedFile): number =>
    insertRow(db, 'imports', { made_at: clock.now_epoch_ms(), kind, tool, file, digest });
  const whole = <T>(change: () => T | Failure): Result<T> =>
    attempt(words.store.imports.notStored, () => db.transaction(change)());

  return {
    list: () => db.prepare<[], ImportRecord>(`${SELECT_IMPORTS} ORDER BY id DESC`).all(),
    sameFile: (digest) =>
      db
        .prepare<[string], ImportRecord>(`${SELECT_IMPORTS} WHERE digest = ? ORDER BY id DESC LIMIT 1`)
        .get(digest) ?? null,
    exercises: () => rememberedExercises(db),
    setsOf: (athlete_id) =>
      new Set(
        db
          .prepare<[number], string>('SELECT same_as FROM imported_sets WHERE athlete_id = ?')
          .pluck()
          .all(athlete_id),
      ),
    columns(header) {
      const known = db
        .prepare<[string], string>('SELECT columns FROM column_maps WHERE header = ?')
        .pluck()
        .get(header);
      return known === undefined ? null : (JSON.parse(known) as ColumnMap);
    },
    rememberColumns: (header, columns) =>
      attempt(words.store.imports.notRemembered, () => {
        db.prepare('INSERT OR REPLACE INTO column_maps (header, columns) VALUES (?, ?)').run(
          header,
          JSON.stringify(columns),
        );
        return null;
      }),
    addHistory: (history) =>
      whole(() => {
        const id = begin('history', history);
        insertHistory(db, id, history, clock.now_epoch_ms());
        return one.get(id) ?? missing();
      }),
    addRecording: (from, sets) =>
      whole(() => {
        const id = begin('recording', from);
        const stored = sets.map((set) => insertSet(db, set, clock.now_epoch_ms(), null));
        const mark = db.prepare('UPDATE sets SET import_id = ? WHERE id = ?');
        for (const { set_id } of stored) mark.run(id, set_id);
        const record = one.get(id);
        return record === undefined ? missing() : { record, sets: stored };
      }),
    addRoster: (from, athletes) =>
      whole(() => {
        const id = begin('roster', from);
        for (const athlete of athletes) addAthlete(db, id, athlete, clock.now_epoch_ms());
        return one.get(id) ?? missing();
      }),
    undo: (id) =>
      attempt(words.store.imports.notUndone, () =>
        db.transaction(() => {
          const record = one.get(id);
          if (record === undefined) return missing();
          const athletes = db
            .prepare<[number], number>('SELECT id FROM athletes WHERE import_id = ?')
            .pluck()
            .all(id);
          db.prepare('DELETE FROM sets WHERE import_id = ?').run(id);
          db.prepare('DELETE FROM imports WHERE id = ?').run(id);
          db.exec('DELETE FROM sessions WHERE id NOT IN (SELECT session_id FROM sets)');
          const unused = db.prepare(`
            DELETE FROM athletes WHERE id = @id
              AND NOT EXISTS (SELECT 1 FROM sets WHERE athlete_id = @id)
              AND NOT EXISTS (SELECT 1 FROM imported_sets WHERE athlete_id = @id)
              AND NOT EXISTS (SELECT 1 FROM "references" WHERE athlete_id = @id)`);
          for (const athlete of athletes) unused.run({ id: athlete });
          return record;
        })(),
      ),
    sets: (query) => listImportedSets(db, query),
  };
}
