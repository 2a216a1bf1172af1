/**
 * What came from elsewhere: each import, so that it can be taken back as one, and training histories of other instruments.
 * Their sets and reps have tables of their own: without a signal they can be measured by nobody again, and no line, trend or
 * best of Lockout's own reps may meet them by accident. An athlete has a group, a birth year and a note.
 */
export const SCHEMA_V9 = `
CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('recording', 'history', 'roster')),
  -- The instrument, app or sensor tool that wrote the file; empty where it is not known.
  tool TEXT NOT NULL,
  file TEXT NOT NULL,
  -- SHA-256 of the file, so that the same one is noticed.
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX imports_by_digest ON imports (digest);

CREATE TABLE imported_sets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  athlete_id INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  instrument TEXT NOT NULL,
  -- The day and the time of day as the file has them, on the clock of the place: YYYY-MM-DD, HH:MM:SS.
  day TEXT NOT NULL,
  time TEXT,
  exercise TEXT NOT NULL,
  -- NULL: none of the lifts Lockout knows.
  lift TEXT,
  variation TEXT,
  number INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('work', 'warm-up')),
  load_kg REAL CHECK (load_kg >= 0),
  reps INTEGER NOT NULL CHECK (reps > 0),
  rpe REAL,
  note TEXT NOT NULL,
  -- What makes two sets one and the same: moment, exercise, number, load and reps.
  same_as TEXT NOT NULL,
  UNIQUE (athlete_id, same_as),
  CHECK ((lift IS NULL) = (variation IS NULL))
) STRICT;
CREATE INDEX imported_sets_of ON imported_sets (athlete_id, lift, day);
CREATE INDEX imported_sets_in ON imported_sets (import_id);

CREATE TABLE imported_reps (
  set_id INTEGER NOT NULL REFERENCES imported_sets (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  mcv_mps REAL,
  mpv_mps REAL,
  pcv_mps REAL,
  rom_m REAL,
  duration_s REAL
) STRICT;
CREATE INDEX imported_reps_of ON imported_reps (set_id, place);

-- What another tool calls a lift, as a coach said it once; lift NULL: none of ours.
CREATE TABLE exercise_names (
  name TEXT PRIMARY KEY,
  lift TEXT,
  variation TEXT,
  CHECK ((lift IS NULL) = (variation IS NULL))
) STRICT;

-- What the columns of a signal file mean that no tool is known by, by its header.
CREATE TABLE column_maps (
  header TEXT PRIMARY KEY,
  columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;

ALTER TABLE sets ADD COLUMN import_id INTEGER REFERENCES imports (id) ON DELETE SET NULL;
CREATE INDEX sets_imported ON sets (import_id) WHERE import_id IS NOT NULL;

ALTER TABLE athletes ADD COLUMN import_id INTEGER REFERENCES imports (id) ON DELETE SET NULL;
ALTER TABLE athletes ADD COLUMN group_name TEXT NOT NULL DEFAULT '';
ALTER TABLE athletes ADD COLUMN birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2200);
ALTER TABLE athletes ADD COLUMN note TEXT NOT NULL DEFAULT '';
`;
