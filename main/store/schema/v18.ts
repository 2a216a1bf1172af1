/**
 * A set that was read or played back from a recording instead of being lifted here, and whether it counts all the same. Such
 * sets of before have no sensor and are no simulation; they have counted, and go on until somebody says otherwise.
 */
export const SCHEMA_V18 = `
ALTER TABLE sets ADD COLUMN replayed INTEGER NOT NULL DEFAULT 0 CHECK (replayed IN (0, 1));
ALTER TABLE sets ADD COLUMN accepted INTEGER NOT NULL DEFAULT 1 CHECK (accepted IN (0, 1));
UPDATE sets SET replayed = 1 WHERE simulated = 0 AND (import_id IS NOT NULL OR sensor_id IS NULL);
`;
