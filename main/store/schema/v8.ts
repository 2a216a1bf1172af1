/**
 * What was last chosen for an athlete and lift, so that it comes back with the athlete also when no set followed; and who trains
 * tonight, in order.
 */
export const SCHEMA_V8 = `
CREATE TABLE choices (
  athlete_id INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  lift TEXT NOT NULL,
  variation TEXT NOT NULL,
  bench TEXT NOT NULL,
  side TEXT CHECK (side IN ('left', 'right')),
  load_kg REAL,
  goal_preset TEXT NOT NULL,
  goal_reps INTEGER,
  goal_velocity_loss_pct REAL,
  goal_velocity_mps REAL,
  goal_power_w REAL,
  target_hold_s REAL,
  target_eccentric_s REAL,
  target_constant_tension INTEGER NOT NULL CHECK (target_constant_tension IN (0, 1)),
  chosen_at INTEGER NOT NULL,
  PRIMARY KEY (athlete_id, lift, variation)
) STRICT;

CREATE TABLE tonight (
  place INTEGER PRIMARY KEY,
  athlete_id INTEGER NOT NULL UNIQUE REFERENCES athletes (id) ON DELETE CASCADE
) STRICT;
`;
