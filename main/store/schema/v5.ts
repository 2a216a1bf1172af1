/**
 * How many reps were counted while the set ran (unknown for sets stored before, and for imported ones), and whether the
 * stored reps are those, because the analysis of the whole set failed or lost most of them.
 */
export const SCHEMA_V5 = `
ALTER TABLE sets ADD COLUMN live_reps INTEGER CHECK (live_reps >= 0);
ALTER TABLE sets ADD COLUMN from_live INTEGER NOT NULL DEFAULT 0 CHECK (from_live IN (0, 1));
`;
