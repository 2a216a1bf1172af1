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
}

const athleteOf = (row: Row): Athlete => ({ ...row, simulated: row.simulated === 1 });
const COLUMNS = `athletes.id, athletes.name, athletes.simulated, athletes.body_mass_kg,
  athletes.group_name AS "group", athletes.birth_year, athletes.note`;

/** `forgetJournals` removes what the journal folder still holds of an athlete. */
export function createAthletes(
  db: Database,
  clock: StoreClock,
  forgetJournals: (athlete_id: number) => void,
): AthleteStore {
  const one = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM athletes WHERE id = ?`);
  const all = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM athletes ORDER BY name COLLATE NOCASE, id`);
  const recent = db.prepare<[], Row>(`
    SELECT ${COLUMNS} FROM athletes
    LEFT JOIN (SELECT athlete_id, max(started_at) AS last FROM sets WHERE deleted_at IS NULL GROUP BY athlete_id)
      ON athlete_id = athletes.id
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
    create: ({ name, body_mass_kg, group = '', birth_year = null, note = '' }) =>
      attempt(words.store.athlete.notStored, () => {
        const { lastInsertRowid } = db
          .prepare(`
            INSERT INTO athletes (name, body_mass_kg, group_name, birth_year, note, created_at)
            VALUES (?, ?, ?, ?, ?, ?)`)
          .run(plainLine(name), body_mass_kg, group, birth_year, note, clock.now_epoch_ms());
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
    delete: (id, confirm_name) =>
      attempt(words.store.athlete.notDeleted, () => {
        const athlete = get(id);
        if (!athlete) return missing();
        if (plainLine(confirm_name) !== plainLine(athlete.name))
          return failure('name-differs', words.store.athlete.typeName(athlete.name));
        // Sets, reps, recordings, references, sessions and edits follow by foreign key.
        db.prepare('DELETE FROM athletes WHERE id = ?').run(id);
        forgetJournals(id);
        // secure_delete overwrites pages; the log still holds their old content until it is emptied.
        db.pragma('wal_checkpoint(TRUNCATE)');
        return null;
      }),
  };
}
