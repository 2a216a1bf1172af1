/**
 * What a coach said about the movements of a set (src/reps/correction.ts): times in s from the first sample of its
 * recording. Its reps are made again from them and the recording, whatever algorithm comes.
 */
export const SCHEMA_V3 = `
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  set_id INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('count', 'split', 'join')),
  at_s REAL NOT NULL,
  to_s REAL CHECK ((to_s IS NOT NULL) = (kind = 'join')),
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX corrections_of ON corrections (set_id, id);
`;
