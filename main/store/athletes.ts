import type { Database } from 'better-sqlite3';
import { failure } from '../../src/contract/result.ts';
import type { Athlete } from '../../src/contract/setup.ts';
import { words } from '../../src/words/index.ts';
import { plainLine } from '../../src/words/plain-text.ts';
import { attempt } from './errors.ts';
import type { AthleteStore, StoreClock } from './types.ts';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly simulated: number;
  readonly body_mass_kg: number | null;
  readonly group: string;
  readonly birth_year: number | null;
  readonly note: string;
  readonly archived: number;
}

const athleteOf = (row: Row): Athlete => ({
  ...row,
  simulated: row.simulated === 1,
  archived: row.archived === 1,
});
const COLUMNS = `athletes.id, athletes.name, athletes.simulated, athletes.body_mass_kg,
  athletes.group_name AS "group", athletes.birth_year, athletes.note, athletes.archived`;

/** Whoever is in the bin is nobody here. */
export function createAthletes(db: Database, clock: StoreClock): AthleteStore {
  const one = db.prepare<[number], Row>(
    `SELECT ${COLUMNS} FROM athletes WHERE id = ? AND deleted_at IS NULL`,
  );
  const all = db.prepare<[], Row>(
    `SELECT ${COLUMNS} FROM athletes WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, id`,
  );
  const recent = db.prepare<[], Row>(`
    SELECT ${COLUMNS} FROM athletes
    LEFT JOIN (SELECT athlete_id, max(started_at) AS last FROM sets WHERE deleted_at IS NULL AND accepted = 1 GROUP BY athlete_id)
      ON athlete_id = athletes.id
    WHERE athletes.deleted_at IS NULL AND athletes.archived = 0
    ORDER BY last DESC NULLS LAST, name COLLATE NOCASE, athletes.id`);
  const missing = () => failure('no-athlete', words.store.athlete.missing);

  const get = (id: number): Athlete | null => {
    const row = one.get(id);
    return row ? athleteOf(row) : null;
  };

  return {
    get,
    list: () => all.all().map(athleteOf),
    recent: () => recent.all().map(athleteOf),
    create: ({ name, body_mass_kg, group = '', birth_year = null, note = '', simulated = false }) =>
      attempt(words.store.athlete.notStored, () => {
        const { lastInsertRowid } = db
          .prepare(`
            INSERT INTO athletes (name, body_mass_kg, group_name, birth_year, note, simulated, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)`)
          .run(
            plainLine(name),
            body_mass_kg,
            group,
            birth_year,
            note,
            Number(simulated),
            clock.now_epoch_ms(),
          );
        return get(Number(lastInsertRowid)) ?? missing();
      }),
    update: (changed) =>
      attempt(words.store.athlete.notChanged, () => {
        const before = get(changed.id);
        if (before === null) return missing();
        const { id, name, body_mass_kg, group = before.group, birth_year = before.birth_year } = changed;
        db.prepare(`
          UPDATE athletes SET name = ?, body_mass_kg = ?, group_name = ?, birth_year = ?, note = ? WHERE id = ?`).run(
          name,
          body_mass_kg,
          group,
          birth_year,
          changed.note ?? before.note,
          id,
        );
        return get(id) ?? missing();
      }),
    archive: (id, archived) =>
      attempt(words.store.athlete.notChanged, () => {
        if (get(id) === null) return missing();
        db.prepare('UPDATE athletes SET archived = ? WHERE id = ?').run(archived ? 1 : 0, id);
        return get(id) ?? missing();
      }),
    delete: (id) =>
      attempt(words.store.athlete.notDeleted, () => {
        if (get(id) === null) return missing();
        db.prepare('UPDATE athletes SET deleted_at = ? WHERE id = ?').run(clock.now_epoch_ms(), id);
        return null;
      }),
  };
}
