/**
 * Identity. A number counts the rows of this file; an identity (UUIDv7, 16 bytes) names the same athlete, set or rep on every
 * computer that ever sees it. What is here gets one of its own time, what comes gets one from the triggers of
 * schema/identities.ts.
 */
import { uuidOf } from './identities.ts';

const OLD: readonly (readonly [table: string, time: string])[] = [
  ['athletes', 'created_at'],
  ['"references"', 'made_at'],
  ['sessions', 'started_at'],
  ['sets', 'started_at'],
  ['reps', '(SELECT started_at FROM sets WHERE sets.id = reps.set_id)'],
  ['corrections', 'made_at'],
  ['edits', 'at'],
  ['sensors', 'last_seen_at'],
  ['calibrations', "unixepoch('subsec') * 1000"],
];

const ONE = `
CREATE UNIQUE INDEX athletes_uuid ON athletes (uuid);
CREATE UNIQUE INDEX sessions_uuid ON sessions (uuid);
CREATE UNIQUE INDEX sets_uuid ON sets (uuid);
CREATE UNIQUE INDEX edits_uuid ON edits (uuid);
`;

export const SCHEMA_V12 = `
${OLD.map(
  ([table, time]) => `ALTER TABLE ${table} ADD COLUMN uuid BLOB CHECK (length(uuid) = 16);
UPDATE ${table} SET uuid = ${uuidOf(time)};`,
).join('\n')}
${ONE}`;
