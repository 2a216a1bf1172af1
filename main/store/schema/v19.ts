/** That a lifter pulsed at lockout is its own observation. Of sets stored before, a new analysis tells it. */
export const SCHEMA_V19 = `
ALTER TABLE reps ADD COLUMN pulsed INTEGER NOT NULL DEFAULT 0 CHECK (pulsed IN (0, 1));
`;
