/**
 * A station of a gym: which gym and how far it has read it; what it changed and the gym has not heard yet; when each register
 * (outbox/registers.ts) that another station may change too was last changed. Empty without a gym, and of no export: another
 * computer that reads it is another station.
 */
export const SCHEMA_V13 = `
CREATE TABLE gym (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  gym TEXT NOT NULL,
  name TEXT NOT NULL,
  -- eight hex digits, the end of each of its stamps
  station TEXT NOT NULL CHECK (length(station) = 8),
  -- changes of the gym up to this one are here
  position INTEGER NOT NULL DEFAULT 0,
  -- how far the gym's clock is ahead of this computer's
  ahead_ms INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  record BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('athlete', 'set')),
  field TEXT NOT NULL,
  stamp TEXT NOT NULL,
  -- the stamp of what the change replaced, as the gym knows it
  base TEXT,
  -- it may have arrived: an answer is all that is missing
  sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)),
  -- what the gym said against it
  refused TEXT,
  UNIQUE (record, field)
) STRICT;

CREATE TABLE stamps (
  record BLOB NOT NULL,
  field TEXT NOT NULL,
  stamp TEXT NOT NULL,
  PRIMARY KEY (record, field)
) STRICT, WITHOUT ROWID;
`;
