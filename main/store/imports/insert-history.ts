import type { Database } from 'better-sqlite3';
import type { RosterEntry } from '../../../src/recording/roster.ts';
import { plainLine, plainLines } from '../../../src/words/plain-text.ts';
import type { ImportAthlete, NewHistory } from '../import-types.ts';
import { insertRow } from '../sets/insert-row.ts';

export const addAthlete = (
  db: Database,
  import_id: number,
  { name, body_mass_kg, group, birth_year, note }: RosterEntry,
  now_epoch_ms: number,
): number =>
  insertRow(db, 'athletes', {
    name: plainLine(name),
    body_mass_kg,
    group_name: group,
    birth_year,
    note: note === null ? null : plainLines(note),
    created_at: now_epoch_ms,
    import_id,
  });

/** Throws what SQLite throws; the caller's transaction takes it all back. */
export function insertHistory(
  db: Database,
  import_id: number,
  history: NewHistory,
  now_epoch_ms: number,
): void {
  const added = new Map<string, number>();
  const idOf = (athlete: ImportAthlete): number => {
    if ('id' in athlete) return athlete.id;
    const { name } = athlete;
    const id =
      added.get(name) ??
      addAthlete(
        db,
        import_id,
        { name, body_mass_kg: null, group: '', birth_year: null, note: '' },
        now_epoch_ms,
      );
    added.set(name, id);
    return id;
  };
  for (const { athlete, set, lift, same_as } of history.sets) {
    const { day, time, exercise, number, kind, load_kg, reps, rpe, note, measured } = set;
    const set_id = insertRow(db, 'imported_sets', {
      import_id,
      athlete_id: idOf(athlete),
      instrument: history.tool,
      day,
      time,
      exercise,
      lift: lift?.lift ?? null,
      variation: lift?.variation ?? null,
      number,
      kind,
      load_kg,
      reps,
      rpe,
      note,
      same_as,
    });
    for (const rep of measured) insertRow(db, 'imported_reps', { set_id, ...rep });
  }
  const remember = db.prepare(`
    INSERT INTO exercise_names (name, lift, variation) VALUES (?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET lift = excluded.lift, variation = excluded.variation`);
  for (const [name, lift] of history.exercises)
    remember.run(name, lift?.lift ?? null, lift?.variation ?? null);
}
