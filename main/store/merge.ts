import type { Database } from 'better-sqlite3';
import { failure } from '../../src/contract/result.ts';
import type { Athlete } from '../../src/contract/setup.ts';
import { fold } from '../../src/words/fold.ts';
import { words } from '../../src/words/index.ts';
import { attempt } from './errors.ts';
import { ATHLETE_ROWS } from './outbox/registers.ts';
import { audit } from './sets/audit.ts';
import { insertRow, updateRow } from './sets/insert-row.ts';
import { dropIfEmpty, sessionFor } from './sets/sessions.ts';
import type { AthleteStore, MergeStore, StoreClock } from './types.ts';

/** As a coach would take two names for one: accents, case, order and what stands between do not matter. */
const written = (name: string): string =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');

interface SetRow {
  readonly id: number;
  readonly session_id: number;
  readonly started_at: number;
  readonly duration_s: number;
}

/**
 * Two athletes who are one person. The sets of the one become the other's, each with a line in its audit, from which the merge
 * can be taken back at any station; ranges, profiles and last choices are copied where the other has none; the one is archived as they
 * were. All of it is ordinary changes, so a gym hears of them as of any.
 */
export function createMerging(db: Database, clock: StoreClock, athletes: AthleteStore): MergeStore {
  const uuidOf = (id: number): string =>
    db.prepare<[number], string>('SELECT lower(hex(uuid)) FROM athletes WHERE id = ?').pluck().get(id) ?? '';
  const setsOf = (id: number): SetRow[] =>
    db
      .prepare<[number], SetRow>(
        'SELECT id, session_id, started_at, duration_s FROM sets WHERE athlete_id = ? ORDER BY started_at',
      )
      .all(id);
  const missing = () => failure('no-athlete', words.store.athlete.missing);

  function move(set: SetRow, what: 'merged' | 'unmerged', from: string, to: number): void {
    const session_id = sessionFor(db, { ...set, athlete_id: to });
    updateRow(db, 'sets', set.id, { athlete_id: to, session_id });
    dropIfEmpty(db, set.session_id);
    audit(db, clock.now_epoch_ms(), { set_id: set.id, what, before: from, after: uuidOf(to) });
  }
  /** Sets of an athlete whose last move was the merge of that other one. */
  const broughtBy = (from: string): (SetRow & { readonly athlete_id: number })[] =>
    db
      .prepare<[object], SetRow & { readonly athlete_id: number }>(`
        SELECT sets.id, session_id, started_at, duration_s, athlete_id
        FROM edits JOIN sets ON sets.id = edits.set_id JOIN athletes ON athletes.id = athlete_id
        WHERE what = 'merged' AND before = json_quote(@from) AND after = json_quote(lower(hex(athletes.uuid)))
          AND NOT EXISTS (SELECT 1 FROM edits AS later WHERE later.set_id = sets.id AND later.id <> edits.id
            AND later.what IN ('merged', 'unmerged') AND later.at >= edits.at)
        ORDER BY started_at`)
      .all({ from });

  function addWhatLacks(into: Athlete, from: Athlete): void {
    const { id, note } = into;
    for (const { table, key } of Object.values(ATHLETE_ROWS))
      for (const { id: _id, uuid: _uuid, ...row } of db
        .prepare<[number], Record<string, unknown>>(`SELECT * FROM "${table}" WHERE athlete_id = ?`)
        .all(from.id)) {
        const same = key.map((column) => `${column} IS @${column}`).join(' AND ');
        const has = db
          .prepare(`SELECT 1 FROM "${table}" WHERE athlete_id = @athlete_id AND ${same}`)
          .get({ ...Object.fromEntries(key.map((column) => [column, row[column]])), athlete_id: id });
        if (has === undefined) insertRow(db, `"${table}"`, { ...row, athlete_id: id });
      }
    updateRow(db, 'athletes', id, {
      note: [note, from.note].filter((each, n, all) => each !== '' && all.indexOf(each) === n).join('\n'),
      body_mass_kg: into.body_mass_kg ?? from.body_mass_kg,
      birth_year: into.birth_year ?? from.birth_year,
      group_name: into.group || from.group,
    });
  }

  return {
    alike(id) {
      const athlete = athletes.get(id);
      if (athlete === null || athlete.simulated || athlete.archived) return [];
      return athletes
        .list()
        .filter(
          (each) =>
            each.id !== id &&
            !each.simulated &&
            written(each.name) === written(athlete.name) &&
            (!each.archived || setsOf(each.id).length > 0),
        );
    },
    mergedInto(id) {
      const [set] = athletes.get(id)?.archived ? broughtBy(uuidOf(id)) : [];
      return set === undefined ? null : athletes.get(set.athlete_id);
    },
    merge: (into_id, from_id) =>
      attempt(words.store.athlete.notChanged, () =>
        db.transaction(() => {
          const [into, from] = [athletes.get(into_id), athletes.get(from_id)];
          if (into === null || from === null || into_id === from_id || into.simulated || from.simulated)
            return missing();
          const uuid = uuidOf(from_id);
          for (const set of setsOf(from_id)) move(set, 'merged', uuid, into_id);
          addWhatLacks(into, from);
          updateRow(db, 'athletes', from_id, { archived: 1 });
          return athletes.get(into_id) ?? missing();
        })(),
      ),
    takeBack: (id) =>
      attempt(words.store.athlete.notChanged, () =>
        db.transaction(() => {
          const from = athletes.get(id);
          if (from === null) return missing();
          for (const set of broughtBy(uuidOf(id))) {
            const into = athletes.get(set.athlete_id);
            move(set, 'unmerged', uuidOf(set.athlete_id), id);
            if (into !== null && from.note !== '' && into.note.endsWith(`\n${from.note}`))
              updateRow(db, 'athletes', into.id, { note: into.note.slice(0, -from.note.length - 1) });
          }
          updateRow(db, 'athletes', id, { archived: 0 });
          return athletes.get(id) ?? missing();
        })(),
      ),
  };
}
