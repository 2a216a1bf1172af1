import type { Database } from 'better-sqlite3';
import type { SetRow } from '../../../src/contract/sets.ts';
import { fold } from '../../../src/words/fold.ts';
import { type ListedRow, selectListed, setRowOf } from './read.ts';

/** Sets found at most: more is for the list. */
const MOST = 50;

/** By the index sets_noted alone. */
export const NOTES = `
  SELECT id, note FROM sets WHERE note <> '' AND deleted_at IS NULL ORDER BY started_at DESC`;

const OF_ATHLETE = `
  ${selectListed()}
  WHERE sets.athlete_id = ? AND sets.deleted_at IS NULL ORDER BY sets.started_at DESC LIMIT ${MOST}`;

/** Sets whose note, or whose athlete's name, contains every word of the text; newest first. */
export function searchSets(db: Database, text: string): SetRow[] {
  const parts = fold(text).split(/\s+/).filter(Boolean);
  const holds = (what: string): boolean => parts.every((part) => fold(what).includes(part));
  const ids: number[] = [];
  for (const { id, note } of db.prepare<[], { id: number; note: string }>(NOTES).iterate()) {
    if (holds(note)) ids.push(id);
    if (ids.length === MOST) break;
  }
  const noted = db
    .prepare<[string], ListedRow>(`${selectListed()}
      WHERE sets.id IN (SELECT value FROM json_each(?)) AND athletes.deleted_at IS NULL`)
    .all(JSON.stringify(ids));
  const named = db
    .prepare<[], { id: number; name: string }>('SELECT id, name FROM athletes WHERE deleted_at IS NULL')
    .all()
    .filter(({ name }) => holds(name))
    .flatMap(({ id }) => db.prepare<[number], ListedRow>(OF_ATHLETE).all(id));
  return [...new Map([...noted, ...named].map((row) => [row.id, row])).values()]
    .sort((a, b) => b.started_at - a.started_at || b.id - a.id)
    .slice(0, MOST)
    .map(setRowOf);
}
