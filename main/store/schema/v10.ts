/**
 * Two small indices for the evening: which reps were dropped, which a team page counts of everybody, and which sets have
 * a note, which a search reads. Few reps and few sets are in them.
 */
export const SCHEMA_V10 = `
CREATE INDEX reps_dropped ON reps (set_id) WHERE lowering = 'dropped' AND failed = 0 AND deleted = 0;
CREATE INDEX sets_noted ON sets (started_at, note) WHERE note <> '' AND deleted_at IS NULL;
`;
