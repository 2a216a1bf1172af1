/**
 * Load-velocity profiles as they were measured one day (store/speed-profiles.ts). Their points are told in full, not by the
 * numbers of sets: a profile stays what it was when a set of it is edited or deleted.
 */
export const SCHEMA_V16 = `
CREATE TABLE speed_profiles (
  athlete_id INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  begun_at INTEGER NOT NULL,
  lift TEXT NOT NULL,
  variation TEXT NOT NULL,
  side TEXT CHECK (side IN ('left', 'right')),
  -- loads that were asked for, kg
  loads TEXT NOT NULL CHECK (json_valid(loads)),
  -- NULL while it is being measured: nothing below is known then
  kept_at INTEGER,
  typed INTEGER NOT NULL DEFAULT 0 CHECK (typed IN (0, 1)),
  instrument TEXT NOT NULL DEFAULT '',
  -- [load, velocity, its sigma] in kg and m/s
  points TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(points)),
  at_zero_mps REAL,
  per_kg_mps REAL,
  middle_kg REAL,
  middle_mps REAL,
  middle_sd_mps REAL,
  max_low_kg REAL,
  max_high_kg REAL,
  max_velocity_mps REAL,
  doubts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(doubts)),
  PRIMARY KEY (athlete_id, begun_at)
) STRICT;
`;
