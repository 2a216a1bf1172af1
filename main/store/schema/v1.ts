/**
 * Version 1. Typed columns throughout (STRICT), so that any SQLite tool reads the data without this
 * program; only lists of words and audit values are JSON. Units are in the names: *_s, *_m, *_mps, *_w, *_kg,
 * *_g, *_dps; *_at are ms since epoch. NULL is "not seen or cannot be told", as everywhere.
 */
export const SCHEMA_V1 = `
CREATE TABLE athletes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  body_mass_kg REAL,
  simulated INTEGER NOT NULL DEFAULT 0 CHECK (simulated IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

-- One row per fit, never changed: sets go on pointing at the one their samples were corrected with.
CREATE TABLE calibrations (
  id INTEGER PRIMARY KEY,
  offset_x_g REAL NOT NULL, offset_y_g REAL NOT NULL, offset_z_g REAL NOT NULL,
  scale_x REAL NOT NULL, scale_y REAL NOT NULL, scale_z REAL NOT NULL,
  bias_x_dps REAL NOT NULL, bias_y_dps REAL NOT NULL, bias_z_dps REAL NOT NULL,
  residual_g REAL NOT NULL,
  rests INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('rests', 'six-position'))
) STRICT;

CREATE TABLE sensors (
  id TEXT PRIMARY KEY,
  given_name TEXT,
  advertised_name TEXT,
  family TEXT NOT NULL,
  calibration_id INTEGER REFERENCES calibrations (id),
  -- What the rest accumulator of src/signal needs to go on learning, as it serialises itself.
  rest_state TEXT CHECK (rest_state IS NULL OR json_valid(rest_state)),
  last_seen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE "references" (
  id INTEGER PRIMARY KEY,
  athlete_id INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  lift TEXT NOT NULL,
  variation TEXT NOT NULL,
  bench TEXT NOT NULL,
  side TEXT CHECK (side IN ('left', 'right')),
  origin TEXT NOT NULL CHECK (origin IN ('calibration', 'learned', 'given', 'simulated')),
  rom_m REAL NOT NULL,
  rom_sigma_m REAL NOT NULL,
  lockout_height_m REAL,
  lockout_height_sigma_m REAL,
  tilt_deg REAL,
  sway_m REAL,
  made_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX references_of ON "references" (athlete_id, lift, variation, bench, ifnull(side, ''));

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  athlete_id INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  started_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_of ON sessions (athlete_id, started_at);

CREATE TABLE sets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  athlete_id INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  started_at INTEGER NOT NULL,
  stored_at INTEGER NOT NULL,
  -- The journal it came from: one that is still there at the next start is known to be stored.
  journal_id TEXT UNIQUE,
  deleted_at INTEGER,
  note TEXT NOT NULL DEFAULT '',
  interrupted INTEGER NOT NULL CHECK (interrupted IN (0, 1)),
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),

  lift TEXT NOT NULL,
  variation TEXT NOT NULL,
  bench TEXT NOT NULL,
  side TEXT CHECK (side IN ('left', 'right')),
  kind TEXT NOT NULL CHECK (kind IN ('work', 'warm-up')),
  load_kg REAL CHECK (load_kg >= 0),
  goal_preset TEXT NOT NULL,
  goal_reps INTEGER,
  goal_velocity_loss_pct REAL,
  goal_velocity_mps REAL,
  goal_power_w REAL,
  target_hold_s REAL,
  target_eccentric_s REAL,
  target_dropped_mps REAL,
  target_full_ratio REAL NOT NULL,
  target_partial_ratio REAL NOT NULL,
  target_constant_tension INTEGER NOT NULL CHECK (target_constant_tension IN (0, 1)),
  target_hover_m REAL NOT NULL,
  set_end_s REAL NOT NULL,
  -- The reference the reps were judged against, as it was then.
  reference_origin TEXT CHECK (reference_origin IN ('calibration', 'learned', 'given', 'simulated')),
  reference_rom_m REAL,
  reference_rom_sigma_m REAL,
  reference_lockout_height_m REAL,
  reference_lockout_height_sigma_m REAL,
  reference_tilt_deg REAL,
  reference_sway_m REAL,
  calibration_id INTEGER REFERENCES calibrations (id),
  -- No foreign key: a forgotten sensor does not take its sets along.
  sensor_id TEXT,
  sensor_name TEXT NOT NULL,

  algorithm TEXT NOT NULL,
  reps INTEGER NOT NULL,
  full_reps INTEGER NOT NULL,
  short_reps INTEGER NOT NULL,
  partial_reps INTEGER NOT NULL,
  unsure_reps INTEGER NOT NULL,
  failed_reps INTEGER NOT NULL,
  holds_met INTEGER NOT NULL,
  holds_judged INTEGER NOT NULL,
  mean_mcv_mps REAL,
  best_mcv_mps REAL,
  velocity_loss_pct REAL,
  mean_hold_s REAL,
  summary_reference_rom_m REAL,

  duration_s REAL NOT NULL,
  samples INTEGER NOT NULL,
  rate_hz REAL,
  effective_rate_hz REAL,
  gaps INTEGER NOT NULL,
  clipped INTEGER NOT NULL,
  despiked INTEGER NOT NULL,
  axes INTEGER NOT NULL CHECK (axes IN (3, 6)),
  quality TEXT NOT NULL CHECK (quality IN ('good', 'fair', 'unusable')),
  reasons TEXT NOT NULL CHECK (json_valid(reasons))
) STRICT;
CREATE INDEX sets_by_time ON sets (started_at DESC, id DESC);
CREATE INDEX sets_of ON sets (athlete_id, lift, started_at);
CREATE INDEX sets_in ON sets (session_id);

CREATE TABLE reps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  set_id INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  -- A failed attempt is measured like a rep and counted as none.
  failed INTEGER NOT NULL CHECK (failed IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
  place INTEGER NOT NULL,
  start_s REAL NOT NULL,
  announced_s REAL,
  concentric_start_s REAL NOT NULL,
  concentric_end_s REAL NOT NULL,
  concentric_duration_s REAL NOT NULL,
  lockout_start_s REAL NOT NULL,
  lockout_end_s REAL,
  hold_s REAL,
  hold_sigma_s REAL,
  lockout_announced_s REAL,
  lockout_height_m REAL,
  -- All five together, or none: the lowering was not seen.
  eccentric_start_s REAL,
  eccentric_end_s REAL,
  eccentric_duration_s REAL,
  eccentric_peak_mps REAL,
  eccentric_mean_mps REAL,
  bottom_duration_s REAL,
  floor_contact INTEGER CHECK (floor_contact IN (0, 1)),
  mcv_mps REAL,
  mcv_sigma_mps REAL,
  pcv_mps REAL,
  mpv_mps REAL,
  time_to_peak_s REAL,
  rom_m REAL,
  rom_sigma_m REAL,
  mean_power_w REAL,
  peak_power_w REAL,
  quality TEXT NOT NULL CHECK (quality IN ('good', 'fair', 'unusable')),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  range TEXT NOT NULL CHECK (range IN ('full', 'short', 'partial', 'unsure')),
  hold TEXT CHECK (hold IN ('met', 'missed', 'unsure')),
  lowering TEXT CHECK (lowering IN ('controlled', 'fast', 'dropped')),
  range_ratio REAL,
  range_ratio_sigma REAL,
  over_extended INTEGER NOT NULL CHECK (over_extended IN (0, 1)),
  floor_rest INTEGER NOT NULL CHECK (floor_rest IN (0, 1)),
  unsteady INTEGER NOT NULL CHECK (unsteady IN (0, 1)),
  CHECK ((eccentric_start_s IS NULL) = (eccentric_end_s IS NULL))
) STRICT;
CREATE INDEX reps_of ON reps (set_id, failed, place);

-- The raw signal: everything else about a set can be made again from it.
CREATE TABLE recordings (
  set_id INTEGER PRIMARY KEY REFERENCES sets (id) ON DELETE CASCADE,
  format INTEGER NOT NULL,
  compression TEXT NOT NULL,
  samples INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT;

-- Height and velocity for drawing, made by the same analysis as the reps.
CREATE TABLE traces (
  set_id INTEGER PRIMARY KEY REFERENCES sets (id) ON DELETE CASCADE,
  points INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE edits (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  set_id INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  -- No foreign key: a new analysis replaces the reps, the audit stays.
  rep_id INTEGER,
  what TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX edits_of ON edits (set_id, at);
`;
