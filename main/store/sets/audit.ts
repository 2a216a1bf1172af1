import type { Database } from 'better-sqlite3';
import { words } from '../../../src/words/index.ts';
import { momentsIn, systemTime } from '../../../src/words/moments.ts';
import type { StoredSet } from '../types.ts';

export interface Edit {
  readonly set_id: number;
  readonly rep_id?: number;
  /** A label's name, or what was done: `rep deleted`, `analysis`, `set restored` ... */
  readonly what: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const say = words.edits;
const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** Who changed a number after the fact is asked sooner or later: every edit is kept with what was there before. */
export const audit = (db: Database, at_epoch_ms: number, edit: Edit): void => {
  db.prepare('INSERT INTO edits (at, set_id, rep_id, what, before, after) VALUES (?, ?, ?, ?, ?, ?)').run(
    at_epoch_ms,
    edit.set_id,
    edit.rep_id ?? null,
    edit.what,
    json(edit.before),
    json(edit.after),
  );
};

interface Row {
  readonly at: number;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Oldest first, each as one short phrase. */
export const editsOf = (db: Database, set_id: number): StoredSet['edits'] =>
  db
    .prepare<[number], Row>('SELECT at, what, before, after FROM edits WHERE set_id = ? ORDER BY at, id')
    .all(set_id)
    .map((row) => ({ at_epoch_ms: row.at, what: phrase(db, row) }));

function phrase(db: Database, { what, before, after }: Row): string {
  const word = say.labels[what] ?? what;
  if (before === null && after === null) return word;
  const text = (value: string | null) =>
    value === null ? say.nothing : (WRITTEN[what]?.(JSON.parse(value) as never, db) ?? short(value));
  return after === null ? say.of(word, text(before)) : say.change(word, text(before), text(after));
}

const moments = momentsIn(words.locale, systemTime());

/** What is kept as a number and read as something else. */
const WRITTEN: Readonly<Record<string, (value: never, db: Database) => string>> = {
  athlete_id: (id: number, db) => nameOf(db, 'id', id),
  merged: (uuid: string, db) => nameOf(db, 'uuid', Buffer.from(uuid, 'hex')),
  unmerged: (uuid: string, db) => nameOf(db, 'uuid', Buffer.from(uuid, 'hex')),
  started_at: moments.dayTime,
};

/** Only the id is kept: an athlete who was deleted is not named anywhere any more. */
const nameOf = (db: Database, by: 'id' | 'uuid', is: number | Buffer): string =>
  (db.prepare(`SELECT name FROM athletes WHERE ${by} = ? AND deleted_at IS NULL`).pluck().get(is) as
    | string
    | undefined) ?? say.deletedAthlete;

/** Plain values as they are; a whole group of targets only as "changed". */
function short(value: string | null): string {
  const parsed: unknown = value === null ? null : JSON.parse(value);
  if (parsed === null || parsed === '') return say.nothing;
  return typeof parsed === 'object' ? say.changed : String(parsed);
}
